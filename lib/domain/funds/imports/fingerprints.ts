import { compact } from '../../imports/reading';
import { nameKeyOf } from './names';
import type { BankLine } from './types';

/**
 * By what a line of a statement is known again in another: its 流水号 with day and sum (banks number a transfer and its fee alike), or all that it says, and
 * how many like it stand before it.
 */
export function fingerprints(lines: readonly Omit<BankLine, 'rowNo'>[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ day, amount, balance, counterparty, remark, serialNo }) => {
    if (serialNo) return `s|${compact(serialNo)}|${day}|${amount}`;
    const said = `t|${day}|${amount}|${balance ?? ''}|${nameKeyOf(counterparty)}|${compact(remark)}`;
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return `${said}|${before}`;
  });
}
