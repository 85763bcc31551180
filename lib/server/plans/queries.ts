import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { PlanDifferences, PlanLine, PlanList, PlanVersion, ProjectPlanLine } from '@/lib/domain/plans/answers';
import { placeName } from '@/lib/domain/plans/cells';
import { changeOf, planDifferences } from '@/lib/domain/plans/differences';
import type { PlanListQuery } from '@/lib/domain/plans/schema';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';
import { instant } from '@/lib/server/votes/rows';
import { type PlanFacts, planFacts } from './read';
import { cellView } from './rows';
import { planScope } from './scope';

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const searched = (q: string): Prisma.Sql[] =>
  q
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => Prisma.sql`c.search_text LIKE ${like(word)}`);

/** Of compound_plan p, as JSON. */
const VERSION = Prisma.sql`json_build_object('id', p.id, 'no', p.no, 'title', p.title, 'status', p.status, 'todoItems', p.todo_items, 'cost', p.cost::text,
  'residentShare', p.resident_share::text, 'finalizedAt', ${instant('p.finalized_at')}, 'updatedAt', ${instant('p.updated_at')})`;
const inYuan = <T extends { cost: string; residentShare: string }>(row: T): T => ({
  ...row,
  cost: formatHundredths(BigInt(row.cost)),
  residentShare: formatHundredths(BigInt(row.residentShare)),
});

/** All versions of a compound's plan, the latest first; null for a compound that is not there. */
export async function plansOfCompound(reader: Reader, actor: Actor, compoundId: string): Promise<PlanVersion[] | null> {
  const [row] = await reader.$queryRaw<{ versions: PlanVersion[] }[]>(Prisma.sql`
    SELECT coalesce((SELECT json_agg(${VERSION} ORDER BY p.no DESC) FROM compound_plan p WHERE p.compound_id = c.id), '[]') AS versions
    FROM compound c WHERE c.id = ${compoundId}::uuid AND ${planScope(actor, 'c')}`);
  return row ? row.versions.map(inYuan) : null;
}

export const versionsOf = async (reader: Reader, actor: Actor, compoundId: string): Promise<PlanVersion[]> =>
  (await plansOfCompound(reader, actor, compoundId)) ?? [];

const PASSED = Prisma.sql`EXISTS (SELECT 1 FROM vote_round r WHERE r.compound_id = c.id AND r.round = 1 AND r.status = 'certified' AND r.outcome = 'passed')`;

function conditions(actor: Actor, query: PlanListQuery): Prisma.Sql {
  const { county, subdistrict, community, compound, state, ready, q } = query;
  return Prisma.join(
    [
      planScope(actor, 'c'),
      Prisma.sql`c.status = 'active' AND c.eligibility <> 'ineligible'`,
      ...(county ? [Prisma.sql`c.county_id = ${county}::uuid`] : []),
      ...(subdistrict ? [Prisma.sql`c.subdistrict_id = ${subdistrict}::uuid`] : []),
      ...(community ? [Prisma.sql`c.community_id = ${community}::uuid`] : []),
      ...(compound ? [Prisma.sql`c.id = ${compound}::uuid`] : []),
      ...(state === 'none' ? [Prisma.sql`p.id IS NULL`] : state ? [Prisma.sql`p.status = ${state}`] : []),
      ...(ready ? [ready === 'yes' ? PASSED : Prisma.sql`NOT ${PASSED}`] : []),
      ...(q ? searched(q) : []),
    ],
    ' AND ',
  );
}

const LATEST = Prisma.sql`compound c LEFT JOIN (SELECT DISTINCT ON (compound_id) * FROM compound_plan ORDER BY compound_id, no DESC) p ON p.compound_id = c.id`;

/** Compounds that may be planned, with their latest version: first those that passed the first vote and have none, then drafts, then the rest. */
export async function listPlans(reader: Reader, actor: Actor, query: PlanListQuery): Promise<PlanList> {
  const where = conditions(actor, query);
  const rows = await reader.$queryRaw<PlanLine[]>(Prisma.sql`
    SELECT f.compound, co.name AS county, co.name_en AS "countyEn", coalesce(cm.name, su.name) AS place,
      CASE WHEN cm.id IS NULL THEN su.name_en ELSE cm.name_en END AS "placeEn", coalesce(t.buildings, 0) AS buildings, coalesce(t.households, 0) AS households, f.passed AS "roundOnePassed", f.plan
    FROM (SELECT c.id, c.county_id, c.subdistrict_id, c.community_id, c.pinyin, json_build_object('id', c.id, 'code', c.code, 'name', c.name) AS compound, ${PASSED} AS passed, p.status,
        CASE WHEN p.id IS NOT NULL THEN ${VERSION} END AS plan
      FROM ${LATEST} WHERE ${where}
      ORDER BY CASE WHEN p.status = 'draft' THEN 1 WHEN p.id IS NOT NULL THEN 2 WHEN ${PASSED} THEN 0 ELSE 3 END, c.pinyin, c.id
      LIMIT ${query.limit}::int OFFSET ${(query.page - 1) * query.limit}::int) f
      JOIN unit co ON co.id = f.county_id LEFT JOIN unit su ON su.id = f.subdistrict_id LEFT JOIN unit cm ON cm.id = f.community_id LEFT JOIN compound_total t ON t.compound_id = f.id
    ORDER BY CASE WHEN f.status = 'draft' THEN 1 WHEN f.status IS NOT NULL THEN 2 WHEN f.passed THEN 0 ELSE 3 END, f.pinyin, f.id`);
  const [count] = await reader.$queryRaw<{ total: number }[]>(
    Prisma.sql`SELECT count(*)::int AS total FROM ${LATEST} WHERE ${where}`,
  );
  return { items: rows.map((row) => ({ ...row, plan: row.plan && inYuan(row.plan) })), total: count?.total ?? 0 };
}

const versionIn = (facts: PlanFacts, versions: readonly PlanVersion[]): PlanVersion | undefined =>
  versions.find(({ id }) => id === facts.id);

/** What `id` says otherwise than `withId`, an earlier or later version of the same compound. */
export async function differencesOf(
  reader: Reader,
  actor: Actor,
  id: string,
  withId: string,
): Promise<PlanDifferences | null> {
  const after = await planFacts(reader, actor, id);
  const before = after && (await planFacts(reader, actor, withId));
  if (!after || before?.compound.id !== after.compound.id) return null;
  const versions = await versionsOf(reader, actor, after.compound.id);
  const [was, is] = [versionIn(before, versions), versionIn(after, versions)];
  if (!was || !is) return null;
  const buildings = [...after.buildings, ...before.buildings];
  const places = new Map([null, ...buildings.map((one) => one.id)].map((place, at) => [place, at]));
  const menu = new Map(after.rulebook.menu.map(({ code }, at) => [code, at]));
  const found = planDifferences(before.cells, after.cells).sort(
    (one, other) =>
      (places.get(one.buildingId) ?? 0) - (places.get(other.buildingId) ?? 0) ||
      (menu.get(one.item) ?? 0) - (menu.get(other.item) ?? 0),
  );
  const change = changeOf(found);
  return {
    before: was,
    after: is,
    compound: { id: after.compound.id, name: after.compound.name },
    items: found.map(({ buildingId, item, kind, fields, before: then, after: now }) => ({
      ...{ buildingId, where: placeName(buildings, buildingId), item, kind, fields },
      before: then && cellView(then),
      after: now && cellView(now),
    })),
    cost: formatHundredths(change.cost),
    share: formatHundredths(change.share),
  };
}

/** The compounds of a project, each with the version that counts there (the latest final one, else the draft); null for a project that is not there. */
export async function plansOfProject(
  reader: Reader,
  actor: Actor,
  projectId: string,
): Promise<ProjectPlanLine[] | null> {
  const rows = await reader.$queryRaw<
    { compound: ProjectPlanLine['compound'] | null; versions: PlanVersion[] | null }[]
  >(
    Prisma.sql`
    SELECT CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name, 'code', c.code) END AS compound,
      (SELECT json_agg(${VERSION} ORDER BY p.no DESC) FROM compound_plan p WHERE p.compound_id = c.id) AS versions
    FROM project p LEFT JOIN project_compound pc ON pc.project_id = p.id AND pc.live LEFT JOIN compound c ON c.id = pc.compound_id
    WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)} ORDER BY c.pinyin, c.id`,
  );
  if (rows.length === 0) return null;
  return rows.flatMap(({ compound, versions }) => {
    if (!compound) return [];
    const all = (versions ?? []).map(inYuan);
    const draft = all.find(({ status }) => status === 'draft');
    const final = all.find(({ status }) => status === 'final');
    return [{ compound, plan: final ?? draft ?? null, draft: final && draft ? { id: draft.id, no: draft.no } : null }];
  });
}
