import 'server-only';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

/** Figures of which the years before count too: a share of the surveyed total is cumulative (P三(一)). */
const CUMULATIVE = Prisma.raw(`('baseline', 'compounds', 'started', 'completed', 'vote')`);
/** What a county's tile and row say. */
const OF_COUNTIES = Prisma.raw(
  `('baseline', 'target', 'compounds', 'started', 'completed', 'completedLate', 'accepted', 'light', 'score', 'fundPlanned', 'allocated', 'pooled', 'assigned', 'received', 'paid')`,
);
/** Of a county only these keep their key apart. */
const KEYED = Prisma.raw(`('light', 'score')`);

/** What stands now. */
const live = (counties: readonly string[]) => Prisma.sql`SELECT * FROM overview_lines(${[...counties]}::uuid[])`;

/** What was kept at the end of a month. */
const kept = (counties: readonly string[], month: string) => Prisma.sql`
  SELECT m.county_id, (l.line ->> 0)::int AS year, l.line ->> 1 AS figure, l.line ->> 2 AS key, (l.line ->> 3)::bigint AS n, (l.line ->> 4)::bigint AS households, (l.line ->> 5)::bigint AS amount
  FROM month_end m CROSS JOIN LATERAL jsonb_array_elements(m.lines) l (line) WHERE m.county_id = ANY (${[...counties]}::uuid[]) AND m.month = ${`${month}-01`}::date`;

/** The lines of a moment as one JSON text: all of the scope together, and of each county what its row says. Adds up kept sums and nothing else. */
export async function linesText(
  reader: Reader,
  { counties, year, month }: { counties: readonly string[]; year: number; month: string | null },
): Promise<string | null> {
  const [row] = await reader.$queryRaw<{ lines: string | null }[]>`
    WITH l AS MATERIALIZED (SELECT o.county_id, o.year, o.figure, o.key, o.n, o.households, o.amount
        FROM (${month === null ? live(counties) : kept(counties, month)}) o (county_id, year, figure, key, n, households, amount)
        WHERE o.year IS NULL OR o.year = ${year} OR (o.year < ${year} AND o.figure IN ${CUMULATIVE})),
      told AS (
        SELECT NULL::uuid AS unit, year, figure, key, sum(n) AS n, sum(households) AS households, sum(amount) AS amount FROM l GROUP BY year, figure, key
        UNION ALL
        SELECT county_id, year, figure, CASE WHEN figure IN ${KEYED} THEN key ELSE '' END, sum(n), sum(households), sum(amount) FROM l WHERE figure IN ${OF_COUNTIES} GROUP BY 1, 2, 3, 4)
    SELECT json_agg(json_build_array(unit, year, figure, key, n, households, amount::text) ORDER BY unit NULLS FIRST, year NULLS FIRST, figure, key)::text AS lines FROM told`;
  return row?.lines ?? null;
}
