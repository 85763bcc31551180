import type { Money } from '../kernel/money';
import { costOf, shareOf } from './cost';
import { cellsByPlace, type PlanCell } from './types';

export const COMPARED = [
  'answer',
  'quantity',
  'unit',
  'unitCost',
  'payer',
  'method',
  'residentPercent',
  'reason',
  'photoFileId',
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** added: to be done now and not before; dropped: the other way round; changed: anything else. */
export interface CellDifference {
  buildingId: string | null;
  item: string;
  kind: 'added' | 'dropped' | 'changed';
  fields: ComparedField[];
  before: PlanCell | null;
  after: PlanCell | null;
  costBefore: Money;
  costAfter: Money;
}

const isThere = (cell: PlanCell | undefined): cell is PlanCell => cell !== undefined && cell.answer !== 'none';

function difference(before: PlanCell | null, after: PlanCell | null): CellDifference | null {
  const one = after ?? before;
  if (!one) return null;
  const fields = COMPARED.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null)).filter(
    (field) => field !== 'residentPercent' || (before?.residentPercent ?? 0) !== (after?.residentPercent ?? 0),
  );
  if (fields.length === 0) return null;
  const [did, does] = [before?.answer === 'todo', after?.answer === 'todo'];
  const kind = does && !did ? 'added' : did && !does ? 'dropped' : 'changed';
  const { buildingId, item } = one;
  return {
    buildingId,
    item,
    kind,
    fields,
    before,
    after,
    costBefore: before ? costOf(before) : 0n,
    costAfter: after ? costOf(after) : 0n,
  };
}

/** What one version says otherwise than another, place by place. A cell that says nothing is as one that is not there. */
export function planDifferences(before: readonly PlanCell[], after: readonly PlanCell[]): CellDifference[] {
  const [was, is] = [cellsByPlace(before), cellsByPlace(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [then, now] = [was.get(key), is.get(key)];
    return difference(isThere(then) ? then : null, isThere(now) ? now : null) ?? [];
  });
}

/** What the differences do to the money. */
export function changeOf(differences: readonly CellDifference[]): { cost: Money; share: Money } {
  let cost = 0n;
  let share = 0n;
  for (const { before, after, costBefore, costAfter } of differences) {
    cost += costAfter - costBefore;
    share += shareOf(costAfter, after?.residentPercent ?? 0) - shareOf(costBefore, before?.residentPercent ?? 0);
  }
  return { cost, share };
}
