import { groupBy } from '../kernel/group-by';
import { lesserOf, type Money } from '../kernel/money';
import { portionsOf } from '../kernel/portions';
import type { NamedPayer, SharePart } from './types';

type OfItem = SharePart & { item: string };
type Fits = Pick<SharePart, 'rule' | 'source'> & { item: string };

/** What was said to be paid by somebody and finds no part to pay. */
export type PayerLeft = NamedPayer & { left: Money };

/** Names for an item go before those for the whole row, whose payer still pays what they leave. */
function namesFor(payers: readonly NamedPayer[], { rule, source, item }: Fits): NamedPayer[] {
  const ofRow = payers.filter((one) => one.rule === rule && one.source === source);
  const ofItem = ofRow.filter((one) => one.item === item);
  const general = ofRow.filter((one) => !one.item);
  if (ofItem.length === 0) return general;
  return ofItem.some(({ amount }) => !amount) ? ofItem : [...ofItem, ...general.filter(({ amount }) => !amount)];
}

/** One row's parts between its payers: the sums that were said, each over all parts in proportion, and what is left to whoever has no sum. */
function divided<T extends OfItem>(parts: readonly T[], names: readonly NamedPayer[]) {
  const rest = parts.map(({ amount }) => amount);
  const pieces: T[][] = parts.map(() => []);
  const lefts: PayerLeft[] = [];
  for (const one of names) {
    if (!one.amount) continue;
    const given = portionsOf(
      one.amount,
      rest.map((gap, at) => ({ id: String(at), gap })),
    );
    for (const [at, part] of parts.entries()) {
      const amount = given.parts.get(String(at)) ?? 0n;
      if (amount > 0n) pieces[at]?.push({ ...part, payer: one.name, amount });
      rest[at] = (rest[at] ?? 0n) - amount;
    }
    if (given.left > 0n) lefts.push({ ...one, left: lesserOf(given.left, one.amount) });
  }
  const last = names.find(({ amount }) => !amount)?.name ?? null;
  for (const [at, part] of parts.entries())
    if ((rest[at] ?? 0n) > 0n) pieces[at]?.push({ ...part, payer: last, amount: rest[at] ?? 0n });
  return { pieces, lefts };
}

/**
 * Payers by name where a row and its source leave them open: one for the row, others for an item of it, and of one item several, since under 一户一表 water, power and gas are
 * different companies. Parts stay a whole, to the fen.
 */
export function namePayers<T extends OfItem>(
  parts: readonly T[],
  payers: readonly NamedPayer[],
  isOpen: (part: T) => boolean,
): { parts: T[]; left: PayerLeft[] } {
  const open = parts.flatMap((part, at) => (isOpen(part) ? [{ part, at }] : []));
  const groups = groupBy(open, ({ part }) => {
    const ofItem = namesFor(payers, part).some(({ item }) => item);
    return `${part.rule}/${part.source}/${ofItem ? part.item : ''}`;
  });
  const named = new Map<number, T[]>();
  const left: PayerLeft[] = [];
  const used = new Set<NamedPayer>();
  for (const group of groups.values()) {
    const names = group[0] ? namesFor(payers, group[0].part) : [];
    const { pieces, lefts } = divided(
      group.map(({ part }) => part),
      names,
    );
    for (const [at, piece] of pieces.entries()) named.set(group[at]?.at ?? -1, piece);
    for (const one of names) used.add(one);
    left.push(...lefts);
  }
  const idle = payers.flatMap((one) => (one.amount && !used.has(one) ? [{ ...one, left: one.amount }] : []));
  return { parts: parts.flatMap((part, at) => named.get(at) ?? [part]), left: [...left, ...idle] };
}
