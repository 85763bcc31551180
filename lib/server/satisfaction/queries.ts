import 'server-only';
import type {
  CountySatisfaction,
  ProjectSurveys,
  SurveyHead,
  SurveyView,
  YearSatisfaction,
} from '@/lib/domain/satisfaction/answers';
import type { YearQuery } from '@/lib/domain/satisfaction/schema';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';

/** The first wall: a survey stands where its compound stands. */
export function surveyScope({ counties, subdistrictId, communityId }: Actor): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`s.county_id = ANY(${[...counties]}::uuid[])`,
      ...(subdistrictId ? [Prisma.sql`s.subdistrict_id = ${subdistrictId}::uuid`] : []),
      ...(communityId ? [Prisma.sql`s.community_id = ${communityId}::uuid`] : []),
    ],
    ' AND ',
  );
}

const HEAD = Prisma.sql`'id', s.id, 'projectId', s.project_id, 'compound', json_build_object('id', k.id, 'name', k.name), 'status', s.status, 'households', s.households,
  'answered', coalesce(s.answered, (SELECT count(*) FROM satisfaction_roll r WHERE r.survey_id = s.id AND r.how IS NOT NULL)), 'satisfied', s.satisfied, 'result', s.result,
  'openedAt', ${instant('s.opened_at')}, 'openedBy', anju_name_of(s.opened_by), 'closedAt', ${instant('s.closed_at')}, 'closedBy', anju_name_of(s.closed_by),
  'cancelledReason', s.cancelled_reason, 'version', s.version`;

export async function surveyHead(reader: Reader, actor: Actor, id: string): Promise<SurveyHead | null> {
  const [row] = await reader.$queryRaw<{ doc: SurveyHead }[]>`
    SELECT json_build_object(${HEAD}) AS doc FROM satisfaction_survey s JOIN compound k ON k.id = s.compound_id WHERE s.id = ${id}::uuid AND ${surveyScope(actor)}`;
  return row?.doc ?? null;
}

/** With its doors, in their order: who has answered, never what. */
export async function surveyView(reader: Reader, actor: Actor, id: string): Promise<SurveyView | null> {
  const [row] = await reader.$queryRaw<{ doc: SurveyView }[]>`
    SELECT json_build_object(${HEAD}, 'project', json_build_object('id', p.id, 'name', p.name), 'county', ${namedUnit('cu')}, 'rulebookId', s.rulebook_id, 'words', s.words,
      'homes', (SELECT coalesce(json_agg(json_build_object('id', r.household_id, 'buildingId', r.building_id, 'buildingName', r.building_name, 'unitNo', r.unit_no, 'room', r.room,
        'storey', r.storey, 'how', r.how) ORDER BY r.sort_key, r.household_id), '[]'::json) FROM satisfaction_roll r WHERE r.survey_id = s.id),
      'collectors', (SELECT coalesce(json_agg(json_build_object('name', anju_name_of(w.account_id), 'recorded', w.recorded) ORDER BY w.recorded DESC, w.account_id), '[]'::json)
        FROM satisfaction_collector w WHERE w.survey_id = s.id)) AS doc
    FROM satisfaction_survey s JOIN compound k ON k.id = s.compound_id JOIN project p ON p.id = s.project_id JOIN unit cu ON cu.id = s.county_id
    WHERE s.id = ${id}::uuid AND ${surveyScope(actor)}`;
  return row?.doc ?? null;
}

/** The compounds of a project that this person sees, each with the survey that counts, or the last one. */
export async function surveysOfProject(reader: Reader, actor: Actor, projectId: string): Promise<ProjectSurveys> {
  const items = await reader.$queryRaw<ProjectSurveys['items']>`
    SELECT json_build_object('id', k.id, 'name', k.name) AS compound, coalesce(t.households, 0) AS households,
      (SELECT json_build_object(${HEAD}) FROM satisfaction_survey s WHERE s.project_id = pc.project_id AND s.compound_id = pc.compound_id AND ${surveyScope(actor)}
        ORDER BY (s.status = 'cancelled'), s.opened_at DESC LIMIT 1) AS survey
    FROM project_compound pc JOIN compound k ON k.id = pc.compound_id LEFT JOIN compound_total t ON t.compound_id = k.id
    WHERE pc.project_id = ${projectId}::uuid AND pc.live AND ${projectScope(actor, Prisma.sql`pc.project_id`, Prisma.sql`pc.county_id`)} ORDER BY k.pinyin, k.id`;
  return { items };
}

/**
 * County × year: all satisfied households and all households of the year's compounds (domain.md §8). A compound whose survey is not closed stands in
 * the households, by its register, and in no satisfied ones. What the scorecard divides.
 */
export function satisfactionOfYear(
  reader: Reader,
  actor: Actor,
  { year, county }: { year: number; county?: string | undefined },
): Promise<CountySatisfaction[]> {
  return reader.$queryRaw<CountySatisfaction[]>`
    SELECT ${namedUnit('cu')} AS county, count(*)::int AS compounds, count(s.id)::int AS surveyed, coalesce(sum(coalesce(s.households, t.households, 0)), 0)::int AS households,
      coalesce(sum(s.answered), 0)::int AS answered, coalesce(sum(s.satisfied), 0)::int AS satisfied
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id AND y.year = ${year}::int JOIN project_compound pc ON pc.project_id = p.id AND pc.live JOIN unit cu ON cu.id = p.county_id
      LEFT JOIN compound_total t ON t.compound_id = pc.compound_id LEFT JOIN satisfaction_survey s ON s.project_id = p.id AND s.compound_id = pc.compound_id AND s.status = 'closed'
    WHERE p.status <> 'withdrawn' AND ${projectScope(actor)} ${county ? Prisma.sql`AND p.county_id = ${county}::uuid` : Prisma.empty}
    GROUP BY cu.id, cu.name, cu.name_en, cu.sort_order, cu.code ORDER BY cu.sort_order, cu.code`;
}

/** The year that is asked for, else the current one. */
export async function yearSatisfaction(reader: Reader, actor: Actor, query: YearQuery): Promise<YearSatisfaction> {
  const [current] = query.year
    ? [{ year: query.year }]
    : await reader.$queryRaw<{ year: number }[]>`
        SELECT year FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid ORDER BY current DESC, year DESC LIMIT 1`;
  const year = current?.year ?? 0;
  return { year, items: await satisfactionOfYear(reader, actor, { year, county: query.county }) };
}
