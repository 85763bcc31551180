import 'server-only';
import type { PlanAnswer } from '@/lib/domain/annual/answers';
import type { BudgetRow } from '@/lib/domain/annual/types';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from '@/lib/server/votes/rows';

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<PlanAnswer[]> {
  return reader.$queryRaw<PlanAnswer[]>(Prisma.sql`
    SELECT a.id, y.year, a.no, a.title, a.status, a.document_no AS "documentNo", a.document_on::text AS "documentOn",
      CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS file, a.reason, a.weights, ${instant('a.confirmed_at')} AS "confirmedAt", a.version
    FROM annual_plan a JOIN programme_year y ON y.id = a.programme_year_id LEFT JOIN stored_file f ON f.id = a.file_id
    WHERE a.prefecture_id = ${actor.prefectureId}::uuid AND ${where} ORDER BY y.year DESC, a.no DESC LIMIT 200`);
}

export const annualPlans = (reader: Reader, actor: Actor, year?: number): Promise<PlanAnswer[]> =>
  read(reader, actor, Prisma.sql`(${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)`);

export const onePlan = async (reader: Reader, actor: Actor, id: string): Promise<PlanAnswer | null> =>
  (await read(reader, actor, Prisma.sql`a.id = ${id}::uuid`))[0] ?? null;

/** The confirmed version before this one. */
export const formerPlan = async (reader: Reader, actor: Actor, plan: PlanAnswer): Promise<PlanAnswer | null> =>
  (
    await read(
      reader,
      actor,
      Prisma.sql`y.year = ${plan.year}::int AND a.no < ${plan.no}::int AND a.status = 'confirmed'`,
    )
  )[0] ?? null;

export async function budgetRows(reader: Reader, planId: string): Promise<BudgetRow[]> {
  const rows = await reader.$queryRaw<{ countyId: string | null; source: string; amount: string }[]>`
    SELECT b.county_id AS "countyId", b.source, b.amount::text FROM annual_plan_budget b LEFT JOIN unit u ON u.id = b.county_id
    WHERE b.plan_id = ${planId}::uuid ORDER BY b.county_id IS NOT NULL, u.sort_order, u.code, b.source`;
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

export interface EntryRow {
  projectId: string;
  lock: 'in' | 'out' | null;
  lockReason: string | null;
  chosen: boolean | null;
  score: unknown;
  why: unknown;
}

export const entryRows = (reader: Reader, planId: string): Promise<EntryRow[]> =>
  reader.$queryRaw<EntryRow[]>`
    SELECT e.project_id AS "projectId", e.lock, e.lock_reason AS "lockReason", e.chosen, e.score, e.why FROM annual_plan_entry e
    WHERE e.plan_id = ${planId}::uuid ORDER BY e.rank NULLS LAST, e.project_id`;

export interface TargetRow {
  countyId: string;
  minimum: number;
  compounds: number | null;
  households: number | null;
}

export const targetRows = (reader: Reader, planId: string): Promise<TargetRow[]> =>
  reader.$queryRaw<TargetRow[]>`
    SELECT county_id AS "countyId", minimum, compounds, households FROM county_target WHERE plan_id = ${planId}::uuid`;

export const counties = (reader: Reader, actor: Actor): Promise<NamedUnit[]> =>
  reader.$queryRaw<NamedUnit[]>`
    SELECT id, name, name_en AS "nameEn" FROM unit WHERE kind = 'county' AND id = ANY(${[...actor.counties]}::uuid[]) AND (valid_to IS NULL OR valid_to > anju_today()) ORDER BY sort_order, code`;

/** Who issues the year's plan: 楚雄州住房和城乡建设局. */
export async function prefectureBureau(reader: Reader, actor: Actor): Promise<string> {
  const [row] = await reader.$queryRaw<
    { name: string }[]
  >`SELECT name FROM unit WHERE id = ${actor.prefectureId}::uuid`;
  return `${row?.name ?? ''}住房和城乡建设局`;
}
