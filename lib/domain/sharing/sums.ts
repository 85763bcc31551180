import { groupBy } from '../kernel/group-by';
import { type Money, sumMoney } from '../kernel/money';
import type { SharedOut } from './share-out';
import { CHANGED, type MoneyOf, RAISED, type SharePart } from './types';

export interface PayerSum extends MoneyOf {
  payer: string | null;
  amount: Money;
}

const total = (parts: readonly { amount: Money }[]): Money => sumMoney(parts.map(({ amount }) => amount));

/** One line for each payer: what becomes the project's funding lines, and what its notice asks. */
export function sumsByPayer(parts: Iterable<PayerSum>): PayerSum[] {
  const groups = groupBy(parts, ({ source, kind, payer }) => JSON.stringify([source, kind, payer]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ source: first.source, kind: first.kind, payer: first.payer, amount: total(group) }] : [];
  });
}

/** The same in the order of the rule book's sources and their kinds. */
export function inSourceOrder<T extends MoneyOf>(
  sources: readonly { code: string; kinds: readonly { code: string }[] }[],
  lines: readonly T[],
): T[] {
  const places = sources.flatMap(({ code, kinds }) => [`${code}/`, ...kinds.map((kind) => `${code}/${kind.code}`)]);
  const at = ({ source, kind }: MoneyOf) => places.indexOf(`${source}/${kind ?? ''}`);
  return [...lines].sort((a, b) => at(a) - at(b));
}

/** What a compound's households are to raise among themselves. */
export const raisedOf = (items: readonly SharedOut[], compoundId: string): Money =>
  total(
    items
      .filter(({ item }) => item.compoundId === compoundId)
      .flatMap(({ parts }) => parts.filter(({ source, kind }) => source === 'residents' && kind === RAISED)),
  );

export interface OpenPayer {
  rule: string;
  source: SharePart['source'];
  amount: Money;
  /** of it, what nobody is named for */
  unnamed: Money;
  names: string[];
  /** how much of it each item is */
  items: { item: string; amount: Money }[];
}

/** Payers that the rules leave open, by row and source: how much it is, of which items, and who is named. */
export function openPayers(items: readonly SharedOut[], fiscal: readonly string[]): OpenPayer[] {
  const parts = items.flatMap((one) => one.parts.map((part) => ({ ...part, item: one.item.item })));
  const nameable = parts.filter(
    ({ source, rule }) =>
      !fiscal.includes(source) && !['residents', 'originalUnit'].includes(source) && rule !== CHANGED.rule,
  );
  const groups = groupBy(nameable, ({ rule, source }) => `${rule}/${source}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { rule, source } = first;
    const names = [...new Set(group.flatMap(({ payer }) => payer ?? []))];
    const ofItems = [...groupBy(group, ({ item }) => item)].map(([item, own]) => ({ item, amount: total(own) }));
    const unnamed = total(group.filter(({ payer }) => payer === null));
    return [{ rule, source, amount: total(group), unnamed, names, items: ofItems }];
  });
}
