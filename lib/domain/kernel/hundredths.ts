/** Decimal text with at most two places as an integer of hundredths, exact; undefined when it is anything else. */
export function parseHundredths(text: string): bigint | undefined {
  const match = /^(-?)(\d{1,24})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '0', places = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(places.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

/** An integer of hundredths as text with two places, no thousands separators: 8833n → '88.33'. */
export function formatHundredths(value: bigint): string {
  const absolute = value < 0n ? -value : value;
  const digits = absolute.toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
