import { sumMoney } from '@/lib/domain/kernel/money';
import { plain } from '../batch-values';
import { fenOf } from '../words';

interface ItemRow {
  key: number;
  item: string;
  amount: string;
}

/** Parts of a payment as they are typed, with the payment's own sum. */
export interface ItemsTyped {
  amount: string;
  rows: readonly ItemRow[];
}

export const noItems = (amount = ''): ItemsTyped => ({ amount, rows: [{ key: 0, item: '-', amount: '' }] });

/** What the rows say and how they change. One alone is the whole: its sum need not be typed twice. */
export function itemRows({ amount, rows }: ItemsTyped, put: (typed: ItemsTyped) => void) {
  const alone = rows.length === 1;
  const sums = rows.map((row) => plain(alone && row.amount === '' ? amount : row.amount));
  const set = (next: readonly ItemRow[]) => put({ amount, rows: next });
  return {
    ...{ amount, rows },
    // a line without an item is no part yet: what is lacking shows in the sum
    sent: rows.map(({ item }, at) => ({ item, amount: sums[at] ?? '' })).filter(({ item }) => item !== '-'),
    sum: sumMoney(sums.map(fenOf)),
    difference: fenOf(plain(amount)) - sumMoney(sums.map(fenOf)),
    setAmount: (next: string) => put({ amount: next, rows }),
    add: () => set([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, item: '-', amount: '' }]),
    remove: (key: number) => set(rows.filter((row) => row.key !== key)),
    change: (key: number, to: Partial<ItemRow>) => set(rows.map((row) => (row.key === key ? { ...row, ...to } : row))),
  };
}
