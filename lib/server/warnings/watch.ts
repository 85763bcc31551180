import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type LateFacts, lateCost } from '@/lib/domain/scorecards/late-cost';
import {
  type LightAnswer,
  WATCH_PAGE,
  WATCHED,
  type WatchAnswer,
  type WatchQuery,
  type WatchRow,
} from '@/lib/domain/warnings/answers';
import { expectedBy } from '@/lib/domain/warnings/expected';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { ofCounties, ofYear, pageOf } from '@/lib/server/funds/watch';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { rulebooksOf, withLights } from './fresh';

/** Of light k, project p, year y. */
const LIGHT = Prisma.sql`'light', k.light, 'late', k.late, 'since', k.since_on, 'dueOn', k.due_on, 'startBy', y.start_by, 'completeBy', y.complete_by, 'percent', k.percent_bp,
  'forecast', k.forecast, 'reasons', k.reasons, 'rulebookId', p.rulebook_id`;

type Read<T extends LightAnswer> = Omit<T, 'expected'> & { startBy: CalendarDate; completeBy: CalendarDate };
const withExpected = <T extends LightAnswer>(row: Read<T>, today: CalendarDate): T =>
  ({ ...row, expected: expectedBy(row.startBy, row.completeBy, today) }) as unknown as T;

/** Counted for the rows of the page alone, as the facts of a score have it (score_facts): of project p, year y. What the plan in force f did not choose the score does not count. */
const LATE = Prisma.sql`
  LEFT JOIN LATERAL (SELECT a.id FROM annual_plan a WHERE a.programme_year_id = y.id AND a.status = 'confirmed' ORDER BY a.no DESC LIMIT 1) f ON true
  CROSS JOIN LATERAL (SELECT count(*) AS compounds, count(d.completed) AS completed, count(*) FILTER (WHERE d.completed <= y.complete_by) AS on_time FROM (
    SELECT coalesce((SELECT (m.first_received_at AT TIME ZONE 'Asia/Shanghai')::date FROM milestone m WHERE m.project_id = p.id AND m.kind = 'completion' AND m.status = 'accepted'
        AND (m.compound_id = c.compound_id OR m.compound_id IS NULL) ORDER BY m.compound_id NULLS LAST LIMIT 1),
      (SELECT (coalesce(s.received_at, s.accepted_at) AT TIME ZONE 'Asia/Shanghai')::date FROM project_stage s WHERE s.project_id = p.id AND s.stage = 8 AND s.status = 'completed' AND p.stage > 8)) AS completed
    FROM project_compound c WHERE c.project_id = p.id AND c.live AND EXISTS (SELECT 1 FROM annual_plan_entry e WHERE e.plan_id = f.id AND e.project_id = p.id AND e.chosen)) d) n
  LEFT JOIN county_target g ON g.plan_id = f.id AND g.county_id = p.county_id`;
const LATE_FACTS = Prisma.sql`, 'score', json_build_object('target', g.compounds, 'compounds', n.compounds, 'completed', n.completed, 'onTime', n.on_time, 'accepted', CASE WHEN p.stage > 9 THEN n.compounds ELSE 0 END)`;

type Counted = Omit<LateFacts, 'completeBy' | 'today'>;
/** `score`: only for those who see the county's score */
type ReadRow = Omit<Read<WatchRow>, 'cost'> & { score?: Counted };

interface Page {
  today: CalendarDate;
  items: ReadRow[];
  totals: Partial<WatchAnswer['totals']>;
}

type ReadPage = Pick<WatchAnswer, 'totals' | 'total'> & Pick<Page, 'today' | 'items'>;
const isBodyOf = ({ level }: Actor): boolean => level === 'prefecture' || level === 'county';

/** 预警: a page of the projects with a light, the gravest and then the nearest date first. The totals are read from what is kept. */
async function pageFor(reader: Reader, actor: Actor, { county, year, light, page }: WatchQuery): Promise<ReadPage> {
  const isBody = isBodyOf(actor);
  const counties = ofCounties(actor, county);
  const mine = Prisma.sql`k.project_id = ANY((SELECT anju_projects())::uuid[])`;
  const asked = Prisma.join(
    [Prisma.sql`k.county_id ${counties}`, ...(isBody ? [] : [mine]), ...ofYear('k', year)],
    ' AND ',
  );
  // a town or an implementing entity has a few projects, which are counted one by one
  const counted = isBody
    ? Prisma.sql`SELECT k.light, sum(k.projects)::int AS n FROM light_total k WHERE ${asked} GROUP BY 1`
    : Prisma.sql`SELECT k.light, count(*)::int AS n FROM project_light k WHERE ${asked} GROUP BY 1`;
  const lit = light === undefined ? Prisma.sql`k.place < 3` : Prisma.sql`k.place = ${WATCHED.indexOf(light)}::int`;
  const [found] = await reader.$queryRaw<Page[]>`
    WITH shown AS MATERIALIZED (SELECT k.project_id AS id, k.place, k.due_on FROM project_light k WHERE ${asked} AND ${lit}
      ORDER BY k.place, k.due_on, k.project_id ${pageOf(page, WATCH_PAGE)})
    SELECT anju_today()::text AS today,
      (SELECT coalesce(json_object_agg(t.light, t.n), '{}') FROM (${counted}) t) AS totals,
      (SELECT coalesce(json_agg(json_build_object(${LIGHT}, 'county', ${namedUnit('u')}, 'year', y.year,
          'project', json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'stage', p.stage)${isBody ? LATE_FACTS : Prisma.empty}) ORDER BY s.place, s.due_on, s.id), '[]')
        FROM shown s JOIN project_light k ON k.project_id = s.id JOIN project p ON p.id = s.id JOIN programme_year y ON y.id = p.programme_year_id JOIN unit u ON u.id = p.county_id ${isBody ? LATE : Prisma.empty}) AS items`;
  const today = found?.today ?? ('' as CalendarDate);
  const { red = 0, yellow = 0, green = 0 } = found?.totals ?? {};
  const totals = { red, yellow, green };
  return { today, totals, total: light ? totals[light] : red + yellow + green, items: found?.items ?? [] };
}

/** With what each project costs its county, by the scorecard of the project's own rule book. */
export async function watchList(actor: Actor, query: WatchQuery): Promise<WatchAnswer> {
  const { items, today, ...page } = await withLights(actor, { counties: actor.counties }, (reader) =>
    pageFor(reader, actor, query),
  );
  const rulebooks = await rulebooksOf(items);
  const costOf = ({ score, rulebookId, completeBy }: ReadRow) => {
    const rulebook = rulebooks.get(rulebookId);
    return score && rulebook ? lateCost({ ...score, completeBy, today }, rulebook) : null;
  };
  return {
    ...page,
    today,
    scored: isBodyOf(actor),
    items: items.map(({ score, ...row }) => ({
      ...withExpected<WatchRow>(row as Read<WatchRow>, today),
      cost: costOf({ score, ...row }),
    })),
  };
}

/** The light of one project, as its own page shows it; null: not there, or not this person's. */
export function lightOfProject(actor: Actor, projectId: string): Promise<LightAnswer | null> {
  return withLights(actor, { projectId }, async (reader) => {
    const [row] = await reader.$queryRaw<{ today: CalendarDate; doc: Read<LightAnswer> }[]>`
      SELECT anju_today()::text AS today, json_build_object(${LIGHT}) AS doc FROM project_light k JOIN project p ON p.id = k.project_id JOIN programme_year y ON y.id = p.programme_year_id
      WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`;
    return row ? withExpected<LightAnswer>(row.doc, row.today) : null;
  });
}
