import { deal, share } from '../../shared/sequence';
import type { CompoundOfProject } from './facts';
import { BUILDING_WORKS, COMPOUND_WORKS, OTHERWISE, REST, SHARES, type Work } from './works';

export interface Item {
  building: string | null;
  item: string;
  answer: 'todo' | 'met' | 'impossible' | 'refused';
  quantity: bigint | null;
  unit: string | null;
  unitCost: bigint | null;
  cost: bigint;
  payer: string | null;
  method: string | null;
  percent: number;
  reason: string | null;
}

const costOf = (quantity: bigint, unitCost: bigint): bigint => (quantity * unitCost + 50n) / 100n;
export const shareOf = ({ cost, percent }: Pick<Item, 'cost' | 'percent'>): bigint =>
  (cost * BigInt(percent) + 50n) / 100n;
const sum = (values: readonly bigint[]): bigint => values.reduce((all, one) => all + one, 0n);
export const planCost = (items: readonly Item[]): bigint => sum(items.map(({ cost }) => cost));
export const planShare = (items: readonly Item[]): bigint => sum(items.map(shareOf));

const nothing = { quantity: null, unit: null, unitCost: null, cost: 0n, payer: null, method: null, percent: 0 };

function answerOf(seed: string, item: string): Pick<Item, 'answer' | 'reason'> {
  const { met = 0, impossible, refused } = OTHERWISE[item] ?? {};
  const at = share(seed, `answer ${item}`, 1000);
  if (at < met) return { answer: 'met', reason: null };
  if (impossible && at < met + impossible[0]) return { answer: 'impossible', reason: impossible[1] };
  if (refused && at < met + refused[0]) return { answer: 'refused', reason: refused[1] };
  return { answer: 'todo', reason: null };
}

interface Size {
  home: number;
  unit: number;
  building: number;
  once: 1;
}

function itemOf(seed: string, building: string | null, work: Work, size: Size): Item {
  const answered = answerOf(seed, work.item);
  if (answered.answer !== 'todo') return { building, item: work.item, ...nothing, ...answered };
  const quantity = BigInt(work.amount * size[work.per]);
  const unitCost = BigInt(work.yuan) * 100n;
  const { item, measure: unit, payer, method = null, percent = 0 } = work;
  return {
    building,
    item,
    ...answered,
    quantity,
    unit,
    unitCost,
    cost: costOf(quantity, unitCost),
    payer,
    method,
    percent,
  };
}

/** Once for a sum that was agreed: 1.00 项. */
const lump = (building: string | null, item: string, cost: bigint, payer: string, percent = 0): Item => ({
  ...{ building, item, answer: 'todo' as const, reason: null, quantity: 100n, unit: '项', unitCost: cost, cost, payer },
  ...{ method: null, percent },
});

/** Every required item of every building and of the compound answered, some improvements chosen; to the fen what was estimated and what the owners voted to pay. */
export function itemsOf(compound: CompoundOfProject, estimate: bigint, ownersShare: bigint): Item[] {
  const { buildings, homes, code } = compound;
  const measured = buildings.flatMap((one) => {
    const size: Size = { home: one.homes, unit: one.units, building: 1, once: 1 };
    return BUILDING_WORKS.map((work) => itemOf(`${code}/${one.name}`, one.id, work, size));
  });
  const units = buildings.reduce((all, one) => all + one.units, 0);
  const size: Size = { home: homes, unit: units, building: buildings.length, once: 1 };
  const shared = COMPOUND_WORKS.map((work) => itemOf(code, null, work, size));
  const open = ownersShare - planShare([...measured, ...shared]);
  const parts = deal(
    Number(open),
    buildings.map((one) => one.homes),
  );
  const windows = buildings.map((one, at) => lump(one.id, SHARES ?? '', BigInt(parts[at] ?? 0) * 2n, 'residents', 50));
  const before = [...measured, ...windows, ...shared];
  return [...before, lump(null, REST ?? '', estimate - planCost(before), 'local')];
}

/** The same with so many percent more, all of it in the drainage. */
export function grown(items: readonly Item[], percent: number): Item[] {
  const more = (planCost(items) * BigInt(percent)) / 100n;
  return items.map((one) =>
    one.item === REST ? { ...one, unitCost: (one.unitCost ?? 0n) + more, cost: one.cost + more } : one,
  );
}
