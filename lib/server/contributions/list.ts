import 'server-only';
import type { DueList, DueRow, HouseholdAccount, PaymentView } from '@/lib/domain/contributions/answers';
import type { DuesQuery } from '@/lib/domain/contributions/schema';
import type { Actor } from '@/lib/server/actor';
import { areaText, instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { COUNTS } from './progress';

/** Owners are masked for everyone here, as in the register; clear text is shown one by one, for a reason. */
const OWNERS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('name', o.name_masked, 'phone', o.phone_masked) ORDER BY ho.position, ho.created_at)
  FROM household_owner ho JOIN owner o ON o.id = ho.owner_id WHERE ho.household_id = d.household_id AND ho.ended_at IS NULL), '[]'::json)`;

const STATE = Prisma.sql`CASE WHEN d.paid >= d.amount THEN 'paid' WHEN d.paid > 0 THEN 'part' ELSE 'unpaid' END`;
const SET_ON = Prisma.sql`(d.set_at AT TIME ZONE 'Asia/Shanghai')::date`;

const DUE = Prisma.sql`json_build_object('householdId', d.household_id, 'building', b.name, 'unitNo', h.unit_no, 'room', h.room, 'owners', ${OWNERS}, 'area', ${areaText('d.area')},
  'due', ${yuan('d.amount')}, 'paid', ${yuan('d.paid')}, 'left', ${yuan('(d.amount - d.paid)')}, 'state', ${STATE}, 'lastPaidOn', d.last_paid_on, 'setOn', ${SET_ON},
  'days', anju_today() - ${SET_ON})`;

const JOINS = Prisma.sql`FROM contribution_due d JOIN household h ON h.id = d.household_id JOIN building b ON b.id = h.building_id`;

const ofProject = (actor: Actor, projectId: string): Prisma.Sql =>
  Prisma.sql`d.project_id = ${projectId}::uuid AND d.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${COUNTS}`;

type Asked = Pick<DuesQuery, 'building' | 'state' | 'room'> & { compound: string };

function conditions(actor: Actor, projectId: string, { compound, building, state, room }: Asked): Prisma.Sql {
  return Prisma.join(
    [
      ofProject(actor, projectId),
      Prisma.sql`d.compound_id = ${compound}::uuid`,
      ...(building ? [Prisma.sql`d.building_id = ${building}::uuid`] : []),
      ...(state ? [Prisma.sql`${STATE} = ${state}`] : []),
      ...(room ? [Prisma.sql`h.room LIKE ${`${room.replace(/[\\%_]/g, '\\$&')}%`}`] : []),
    ],
    ' AND ',
  );
}

/** The compound asked for, where it is of the project and in this person's places; else the first. */
async function compoundOf(reader: Reader, actor: Actor, projectId: string, wanted: string | undefined) {
  const [row] = await reader.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM compound c JOIN project p ON p.id = ${projectId}::uuid AND ${projectScope(actor)}
    WHERE (EXISTS (SELECT 1 FROM project_compound m WHERE m.project_id = p.id AND m.compound_id = c.id AND m.live)
      OR EXISTS (SELECT 1 FROM contribution_setting s WHERE s.project_id = p.id AND s.compound_id = c.id))
    ORDER BY (c.id = ${wanted ?? null}::uuid) DESC NULLS LAST, c.pinyin, c.id LIMIT 1`;
  return row && (wanted === undefined || row.id === wanted) ? row : null;
}

/** What the households of a compound owe, building by building, room by room; null: no such compound for this person. */
export async function duesList(
  reader: Reader,
  actor: Actor,
  projectId: string,
  query: DuesQuery,
): Promise<DueList | null> {
  const compound = await compoundOf(reader, actor, projectId, query.compound);
  if (!compound) return null;
  const { page, limit } = query;
  const where = conditions(actor, projectId, { ...query, compound: compound.id });
  const [row] = await reader.$queryRaw<{ doc: { total: number; items: DueRow[] } }[]>`
    SELECT json_build_object('total', (SELECT count(*) ${JOINS} WHERE ${where}), 'items', coalesce((
      SELECT json_agg(x.doc ORDER BY x.bkey, x.hkey, x.id) FROM (
        SELECT b.sort_key AS bkey, h.sort_key AS hkey, h.id, ${DUE} AS doc ${JOINS} WHERE ${where} ORDER BY 1, 2, 3 LIMIT ${limit}::int OFFSET ${(page - 1) * limit}::int) x), '[]')) AS doc`;
  return { compound, items: row?.doc.items ?? [], total: row?.doc.total ?? 0, page };
}

/** 催缴清单: who has not paid in full, all of them. */
export async function remindersOf(reader: Reader, actor: Actor, projectId: string, wanted: string | undefined) {
  const compound = await compoundOf(reader, actor, projectId, wanted);
  if (!compound) return null;
  const [row] = await reader.$queryRaw<{ items: DueRow[]; today: string; project: { code: string; name: string } }[]>`
    SELECT coalesce((SELECT json_agg(${DUE} ORDER BY b.sort_key, h.sort_key, h.id) ${JOINS}
      WHERE ${ofProject(actor, projectId)} AND d.compound_id = ${compound.id}::uuid AND d.paid < d.amount), '[]') AS items, anju_today()::text AS today,
      json_build_object('code', p.code, 'name', p.name) AS project
    FROM project p WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`;
  return row ? { ...row, compound } : null;
}
export type Reminders = NonNullable<Awaited<ReturnType<typeof remindersOf>>>;

export const PAYMENT = Prisma.sql`'id', y.id, 'kind', y.kind, 'amount', ${yuan('y.amount')}, 'channel', y.channel, 'receiptNo', y.receipt_no, 'paidOn', y.paid_on, 'note', y.note,
  'reason', y.reason, 'reversesId', y.reverses_id, 'reversed', EXISTS (SELECT 1 FROM contribution_payment r WHERE r.reverses_id = y.id),
  'recordedBy', coalesce((SELECT a.display_name FROM account a WHERE a.id = y.recorded_by), ''), 'recordedAt', ${instant('y.recorded_at')}`;

/** A household with all that it paid, the latest first. */
export async function accountOf(
  reader: Reader,
  actor: Actor,
  projectId: string,
  householdId: string,
): Promise<HouseholdAccount | null> {
  const [row] = await reader.$queryRaw<{ due: DueRow; payments: PaymentView[] }[]>`
    SELECT ${DUE} AS due, coalesce((SELECT json_agg(json_build_object(${PAYMENT}) ORDER BY y.recorded_at DESC, y.id DESC)
      FROM contribution_payment y WHERE y.project_id = d.project_id AND y.household_id = d.household_id), '[]') AS payments
    ${JOINS} WHERE ${ofProject(actor, projectId)} AND d.household_id = ${householdId}::uuid`;
  return row ?? null;
}
