import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { CellView } from '@/lib/domain/plans/answers';
import { costOf, type PlanSums, shareOf } from '@/lib/domain/plans/cost';
import type { PlanCell } from '@/lib/domain/plans/types';
import { Prisma } from '@/lib/server/db/sql';

/** A cell as PostgreSQL writes it into JSON: integers beyond 2^53 would lose digits there, so they are text. */
export type StoredCell = Omit<PlanCell, 'quantity' | 'unitCost'> & { quantity: string | null; unitCost: string | null };

/** Of plan_item i. */
export const CELL_JSON = Prisma.sql`json_build_object('buildingId', i.building_id, 'item', i.item, 'answer', i.answer, 'quantity', i.quantity::text, 'unit', i.unit,
  'unitCost', i.unit_cost::text, 'payer', i.payer, 'method', i.method, 'residentPercent', i.resident_percent, 'reason', i.reason, 'photoFileId', i.photo_file_id)`;

const integer = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
const decimal = (value: bigint | null): string | null => (value === null ? null : formatHundredths(value));

export const cellOf = (stored: StoredCell): PlanCell => ({
  ...stored,
  quantity: integer(stored.quantity),
  unitCost: integer(stored.unitCost),
});

export function cellView(cell: PlanCell): CellView {
  const cost = costOf(cell);
  return {
    ...cell,
    quantity: decimal(cell.quantity),
    unitCost: decimal(cell.unitCost),
    cost: formatHundredths(cost),
    share: formatHundredths(shareOf(cost, cell.residentPercent)),
  };
}

export const sumsView = ({ todo, cost, share }: PlanSums) => ({
  todo,
  cost: formatHundredths(cost),
  share: formatHundredths(share),
});
