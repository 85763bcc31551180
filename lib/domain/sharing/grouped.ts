import { groupBy } from '../kernel/group-by';
import { parseHundredths } from '../kernel/hundredths';
import { formatMoney, type Money } from '../kernel/money';
import type { PartView, SharedItemView } from './answers';

/** Of which is asked how much is civil works. */
export const movedUnderground = ({ civil }: SharedItemView): boolean => civil !== undefined;

/** An item of a compound as a row of the sheet: at one place, or of all its buildings together. */
export interface ItemRow {
  key: string;
  compound: { id: string; name: string };
  item: string;
  method: SharedItemView['method'];
  cost: string;
  parts: PartView[];
  places: SharedItemView[];
}

const fen = (text: string): Money => parseHundredths(text) ?? 0n;
const total = (amounts: readonly string[]): string => formatMoney(amounts.reduce((sum, one) => sum + fen(one), 0n));

/** The same payer by the same rule once, with the sum. */
function partsOf(places: readonly SharedItemView[]): PartView[] {
  const groups = groupBy(
    places.flatMap(({ parts }) => parts),
    ({ source, kind, payer, rule }) => JSON.stringify([source, kind, payer, rule]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, amount: total(group.map(({ amount }) => amount)) }] : [];
  });
}

/** Rows of the sheet: each place by itself, or each item of a compound (done in one way) with its buildings together. */
export function itemRows(items: readonly SharedItemView[], apart: boolean): ItemRow[] {
  const keyOf = ({ compound, building, item, method }: SharedItemView) =>
    [compound.id, item, method ?? '', apart ? (building?.id ?? '') : ''].join('/');
  return [...groupBy(items, keyOf)].flatMap(([key, places]) => {
    const [first] = places;
    if (!first) return [];
    const { compound, item, method } = first;
    return [
      { key, compound, item, method, places, cost: total(places.map(({ cost }) => cost)), parts: partsOf(places) },
    ];
  });
}
