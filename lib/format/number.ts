/** What stands where there is no value. */
export const NONE = '—';

/** Thousands separators for an exact decimal text: '13000.50' → '13,000.50'. */
export function groupThousands(decimal: string): string {
  const [whole = '', places] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? grouped : `${grouped}.${places}`;
}

/** A count: 90062 → '90,062'; null → '—'. */
export function formatCount(count: number | bigint | null): string {
  return count === null ? NONE : groupThousands(count.toString());
}

/** value / 10^places, rounded half up (away from zero) to `digits` places, as exact text. */
export function roundedText(value: bigint, places: number, digits: number): string {
  const cut = 10n ** BigInt(places - digits);
  const absolute = value < 0n ? -value : value;
  const rounded = (absolute + cut / 2n) / cut;
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = value < 0n && rounded > 0n ? '-' : '';
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
}
