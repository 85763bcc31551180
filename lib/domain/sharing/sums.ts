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

/** Payers that the rules leave nameless, each once: the row, the source and how much it is. */
export function openPayers(
  items: readonly SharedOut[],
  fiscal: readonly string[],
): { rule: string; source: SharePart['source']; name: string | null; amount: Money }[] {
  const parts = items.flatMap((one) => one.parts);
  const nameable = parts.filter(
    ({ source, rule }) =>
      !fiscal.includes(source) && !['residents', 'originalUnit'].includes(source) && rule !== CHANGED.rule,
  );
  const groups = groupBy(nameable, ({ rule, source }) => `${rule}/${source}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ rule: first.rule, source: first.source, name: first.payer, amount: total(group) }] : [];
  });
}
