/** The number after this one, as receipt books are numbered: '0000199' → '0000200', 'A-9' → 'A-10'; '' where it does not end in a number. */
export function nextReceipt(last: string): string {
  const match = /^(.*?)(\d+)$/.exec(last);
  if (!match) return '';
  const [, head = '', digits = ''] = match;
  return head + String(BigInt(digits) + 1n).padStart(digits.length, '0');
}

/** Of a list of payments: the first has `first`, each other the one after the payment before it; what somebody typed stands, and is counted on from. */
export function receiptsAlong(first: string, typed: readonly (string | undefined)[]): string[] {
  const numbers: string[] = [];
  for (const [at, said] of typed.entries())
    numbers.push(said ?? (at === 0 ? first : nextReceipt(numbers[at - 1] ?? '')));
  return numbers;
}
