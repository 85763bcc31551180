/** The number after this one, as receipt books are numbered: '0000199' → '0000200', 'A-9' → 'A-10'; '' where it does not end in a number. */
export function nextReceipt(last: string): string {
  const match = /^(.*?)(\d+)$/.exec(last);
  if (!match) return '';
  const [, head = '', digits = ''] = match;
  return head + String(BigInt(digits) + 1n).padStart(digits.length, '0');
}
