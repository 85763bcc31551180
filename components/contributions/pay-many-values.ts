import type { DueRow } from '@/lib/domain/contributions/answers';
import { receiptsAlong } from '@/lib/domain/contributions/receipts';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';

/** What was typed of a household that was ticked; nothing: what is left, and the next receipt. */
export interface Typed {
  amount?: string;
  receiptNo?: string;
}
export type Chosen = Readonly<Record<string, Typed>>;

export interface Item {
  householdId: string;
  amount: string;
  receiptNo: string;
}

/** What is sent, in the order of the list: refusals name their row by its place here. */
export function itemsOf(rows: readonly DueRow[], chosen: Chosen, first: string): Item[] {
  const ticked = rows.flatMap((row) => {
    const typed = chosen[row.householdId];
    return typed ? [{ row, typed }] : [];
  });
  const receipts = receiptsAlong(
    first.trim(),
    ticked.map(({ typed }) => typed.receiptNo?.trim()),
  );
  return ticked.map(({ row, typed }, at) => ({
    householdId: row.householdId,
    amount: (typed.amount ?? row.left).replaceAll(/[,，\s]/g, ''),
    receiptNo: receipts[at] ?? '',
  }));
}

/** In fen; what is not a sum counts as nothing until it is one. */
export const sumOf = (items: readonly Item[]): bigint =>
  items.reduce((sum, { amount }) => sum + (parseHundredths(amount) ?? 0n), 0n);
