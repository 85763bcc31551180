import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { reason } from '@/lib/domain/kernel/result';
import { normalised, setReasons } from '@/lib/domain/plans/cells';
import { costOf } from '@/lib/domain/plans/cost';
import { cellsByPlace, keyOf, type PlanCell } from '@/lib/domain/plans/types';
import type { Tx } from '@/lib/server/db/with-actor';
import type { PlanFacts } from './read';

export const reasonsAgainst = ({ rulebook, buildings }: PlanFacts, cells: readonly PlanCell[]): Reason[] =>
  setReasons(cells, { menu: rulebook.menu, buildings, funding: rulebook.funding });

/** Photos that are new in these cells go where the compound is; those that are not there, or no pictures, are named. */
export async function takePhotos(tx: Tx, facts: PlanFacts, cells: readonly PlanCell[]): Promise<Reason[]> {
  const stand = cellsByPlace(facts.cells);
  const fresh = cells.filter(
    (cell) => cell.photoFileId !== null && stand.get(keyOf(cell))?.photoFileId !== cell.photoFileId,
  );
  if (fresh.length === 0) return [];
  const ids = [...new Set(fresh.map(({ photoFileId }) => photoFileId))];
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE stored_file f SET county_id = p.county_id, subdistrict_id = p.subdistrict_id, community_id = p.community_id FROM compound_plan p
    WHERE f.id = ANY(${ids}::uuid[]) AND p.id = ${facts.id}::uuid AND f.purpose = 'photo' AND f.media_type LIKE 'image/%' RETURNING f.id`;
  const known = new Set(taken.map(({ id }) => id));
  return cells.flatMap((cell, at) =>
    fresh.includes(cell) && !known.has(cell.photoFileId ?? '')
      ? [reason('plan.photoUnknown', undefined, { field: `cells.${at}.photoFileId` })]
      : [],
  );
}

const text = (value: bigint | null): string | null => (value === null ? null : value.toString());

/** All of them in one statement. The sums of the plan are kept by the statement itself. */
export async function writeCells(tx: Tx, planId: string, cells: readonly PlanCell[]): Promise<void> {
  const rows = cells.map(normalised).map((cell) => ({
    ...cell,
    quantity: text(cell.quantity),
    unitCost: text(cell.unitCost),
    cost: text(costOf(cell)),
  }));
  // county and compound are given by the plan (plan_item_place); NULLS NOT DISTINCT: the compound's own cell is one place too
  await tx.$executeRaw`
    INSERT INTO plan_item (plan_id, compound_id, county_id, building_id, item, answer, quantity, unit, unit_cost, cost, payer, method, resident_percent, reason, photo_file_id, photo_sha256)
    SELECT p.id, p.compound_id, p.county_id, x."buildingId", x.item, x.answer, x.quantity, x.unit, x."unitCost", x.cost, x.payer, x.method, x."residentPercent", x.reason, f.id, f.sha256
    FROM compound_plan p, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("buildingId" uuid, item text, answer text, quantity bigint, unit text, "unitCost" bigint, cost bigint, payer text,
      method text, "residentPercent" int, reason text, "photoFileId" uuid) LEFT JOIN stored_file f ON f.id = x."photoFileId"
    WHERE p.id = ${planId}::uuid
    ON CONFLICT (plan_id, building_id, item) DO UPDATE SET answer = EXCLUDED.answer, quantity = EXCLUDED.quantity, unit = EXCLUDED.unit, unit_cost = EXCLUDED.unit_cost, cost = EXCLUDED.cost,
      payer = EXCLUDED.payer, method = EXCLUDED.method, resident_percent = EXCLUDED.resident_percent, reason = EXCLUDED.reason, photo_file_id = EXCLUDED.photo_file_id,
      photo_sha256 = EXCLUDED.photo_sha256, updated_at = anju_now()`;
}
