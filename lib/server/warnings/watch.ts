import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
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
import { withLights } from './fresh';

/** Of light k, project p, year y. */
const LIGHT = Prisma.sql`'light', k.light, 'late', k.late, 'since', k.since_on, 'dueOn', k.due_on, 'startBy', y.start_by, 'completeBy', y.complete_by, 'percent', k.percent_bp,
  'forecast', k.forecast, 'reasons', k.reasons, 'rulebookId', p.rulebook_id`;

type Read<T extends LightAnswer> = Omit<T, 'expected'> & { startBy: CalendarDate; completeBy: CalendarDate };
const withExpected = <T extends LightAnswer>(row: Read<T>, today: CalendarDate): T =>
  ({ ...row, expected: expectedBy(row.startBy, row.completeBy, today) }) as unknown as T;

interface Page {
  today: CalendarDate;
  items: Read<WatchRow>[];
  totals: Partial<WatchAnswer['totals']>;
}

/** 预警: a page of the projects with a light, the gravest and then the nearest date first. The totals are read from what is kept. */
async function pageFor(reader: Reader, actor: Actor, { county, year, light, page }: WatchQuery): Promise<WatchAnswer> {
  const isBody = actor.level === 'prefecture' || actor.level === 'county';
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
          'project', json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'stage', p.stage)) ORDER BY s.place, s.due_on, s.id), '[]')
        FROM shown s JOIN project_light k ON k.project_id = s.id JOIN project p ON p.id = s.id JOIN programme_year y ON y.id = p.programme_year_id JOIN unit u ON u.id = p.county_id) AS items`;
  const today = found?.today ?? ('' as CalendarDate);
  const { red = 0, yellow = 0, green = 0 } = found?.totals ?? {};
  const totals = { red, yellow, green };
  const items = (found?.items ?? []).map((row) => withExpected<WatchRow>(row, today));
  return { today, totals, total: light ? totals[light] : red + yellow + green, items };
}

export const watchList = (actor: Actor, query: WatchQuery): Promise<WatchAnswer> =>
  withLights(actor, { counties: actor.counties }, (reader) => pageFor(reader, actor, query));

/** The light of one project, as its own page shows it; null: not there, or not this person's. */
export function lightOfProject(actor: Actor, projectId: string): Promise<LightAnswer | null> {
  return withLights(actor, { projectId }, async (reader) => {
    const [row] = await reader.$queryRaw<{ today: CalendarDate; doc: Read<LightAnswer> }[]>`
      SELECT anju_today()::text AS today, json_build_object(${LIGHT}) AS doc FROM project_light k JOIN project p ON p.id = k.project_id JOIN programme_year y ON y.id = p.programme_year_id
      WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`;
    return row ? withExpected<LightAnswer>(row.doc, row.today) : null;
  });
}
