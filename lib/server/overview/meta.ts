import 'server-only';
import type { OverviewUnit } from '@/lib/domain/overview/assemble';
import type { YearPlan } from '@/lib/domain/overview/completion';
import type { Actor } from '@/lib/server/actor';
import { knownRulebooks } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

export interface KeptMonth {
  month: string;
  /** ISO; the latest of the counties' */
  keptAt: string;
  counties: string[];
}

export interface OverviewMeta {
  now: string;
  today: string;
  plan: YearPlan | null;
  rulebookId: string;
  /** the version itself where it is not known yet */
  rulebook: unknown;
  years: number[];
  units: OverviewUnit[];
  months: KeptMonth[];
}

/** The year, its rule book and calendar, the units, and the month ends that are kept: what figures are told about. */
export async function overviewMeta(
  reader: Reader,
  actor: Actor,
  { counties, year }: { counties: readonly string[]; year: number | null },
): Promise<OverviewMeta> {
  const known = knownRulebooks();
  const [row] = await reader.$queryRaw<{ meta: string }[]>`
    WITH y AS MATERIALIZED (SELECT * FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND (${year}::int IS NULL OR year = ${year}::int) ORDER BY current DESC, year DESC LIMIT 1)
    SELECT json_build_object('now', to_char(anju_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'today', anju_today(),
      'plan', (SELECT json_build_object('year', y.year, 'startBy', y.start_by, 'completeBy', y.complete_by, 'targetShare', y.target_share) FROM y),
      'rulebookId', (SELECT y.rulebook_id FROM y),
      'rulebook', (SELECT b.content FROM rulebook_version b JOIN y ON y.rulebook_id = b.id WHERE b.id <> ALL (${known}::uuid[])),
      'years', (SELECT coalesce(json_agg(o.year ORDER BY o.year DESC), '[]') FROM programme_year o WHERE o.prefecture_id = ${actor.prefectureId}::uuid),
      'units', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'nameEn', u.name_en) ORDER BY u.sort_order, u.code), '[]') FROM unit u
        WHERE u.kind = 'county' AND u.id = ANY (${[...counties]}::uuid[])),
      'months', (SELECT coalesce(json_agg(json_build_object('month', to_char(m.month, 'YYYY-MM'), 'keptAt', to_char(m.kept_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'counties', m.counties) ORDER BY m.month DESC), '[]')
        FROM (SELECT month, max(kept_at) AS kept_at, json_agg(county_id) AS counties FROM month_end WHERE county_id = ANY (${[...counties]}::uuid[]) GROUP BY month) m))::text AS meta`;
  return JSON.parse(row?.meta ?? '{}') as OverviewMeta;
}
