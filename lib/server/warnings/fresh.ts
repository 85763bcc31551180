import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { lightOf, lightRulesOf } from '@/lib/domain/warnings/light';
import type { LightFacts } from '@/lib/domain/warnings/types';
import type { Actor } from '@/lib/server/actor';
import { keepRulebook, knownRulebooks } from '@/lib/server/compounds/rulebook-in-force';
import { pool } from '@/lib/server/db/pool';
import { Prisma } from '@/lib/server/db/sql';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { log } from '@/lib/server/log';

/** Of which projects; nothing named: of all. */
export interface Which {
  counties?: readonly string[];
  projectId?: string;
}

interface Row {
  projectId: string;
  changes: string;
  rulebookId: string;
  year: number;
  today: CalendarDate;
  facts: LightFacts;
}

const TOGETHER = 500;
/** Each round reckons what is there; who changes facts faster than that is not waited for. */
const ROUNDS = 200;

const STALE = `SELECT f.project_id AS "projectId", f.changes, f.rulebook_id AS "rulebookId", f.year, f.today::text AS today, f.facts
  FROM project_light_facts(ARRAY(SELECT project_light_stale($1, $2, ${TOGETHER}))) f`;

/** The rule book of each row, looked up once. */
export async function rulebooksOf(rows: readonly { rulebookId: string }[]): Promise<Map<string, Rulebook>> {
  const ids = [...new Set(rows.map(({ rulebookId }) => rulebookId))];
  const unknown = ids.filter((id) => !knownRulebooks().includes(id));
  if (unknown.length === 0) return new Map(ids.map((id) => [id, keepRulebook(id, undefined)]));
  const { rows: stored } = await pool().query<{ id: string; content: unknown }>(
    'SELECT id, content FROM rulebook_version WHERE id = ANY($1::uuid[])',
    [unknown],
  );
  const contents = new Map(stored.map(({ id, content }) => [id, content]));
  return new Map(ids.map((id) => [id, keepRulebook(id, contents.get(id))]));
}

/**
 * Reckons what a changed fact or a new day has made untrue, until there is none of it; usually one question finds nothing. Belongs to no actor, like
 * the job: what is kept is the same for everybody, and row security says who sees it.
 */
export async function freshen({ counties, projectId }: Which): Promise<number> {
  let reckoned = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { rows } = await pool().query<Row>(STALE, [counties ? [...counties] : null, projectId ?? null]);
    if (rows.length === 0) return reckoned;
    const rulebooks = await rulebooksOf(rows);
    const lit = rows.map(({ projectId: id, changes, rulebookId, year, today, facts }) => {
      const rules = lightRulesOf(rulebooks.get(rulebookId) as Rulebook, year);
      return { projectId: id, changes, today, ...lightOf(facts, today, rules) };
    });
    const kept = await pool().query<{ kept: number }>('SELECT project_light_keep($1::jsonb) AS kept', [
      JSON.stringify(lit),
    ]);
    reckoned += kept.rows[0]?.kept ?? 0;
  }
  log.warn('lights.not-settled', { count: reckoned });
  return reckoned;
}

/** The job of every few minutes: what changed, and after midnight what the new day has turned, so that hardly anybody waits for it. */
export async function lightEverything(): Promise<void> {
  const count = await freshen({});
  if (count > 0) log.info('lights.reckoned', { count });
}

/** Of a county only the first and the last day are looked up, however many projects it has. */
const OF_COUNTIES = (counties: readonly string[]) => Prisma.sql`
  EXISTS (SELECT 1 FROM unnest(${[...counties]}::uuid[]) c (id)
    CROSS JOIN LATERAL (SELECT k.valid_until FROM project_light k WHERE k.county_id = c.id ORDER BY k.valid_until LIMIT 1) u
    CROSS JOIN LATERAL (SELECT k.valid_from FROM project_light k WHERE k.county_id = c.id ORDER BY k.valid_from DESC LIMIT 1) f
    WHERE NOT anju_today() BETWEEN f.valid_from AND u.valid_until)`;

async function isStale(reader: Reader, { counties = [], projectId }: Which): Promise<boolean> {
  const stale = projectId
    ? Prisma.sql`EXISTS (SELECT 1 FROM project_light k WHERE k.project_id = ${projectId}::uuid AND NOT anju_today() BETWEEN k.valid_from AND k.valid_until)`
    : OF_COUNTIES(counties);
  const [row] = await reader.$queryRaw<{ stale: boolean }[]>`SELECT ${stale} AS stale`;
  return row?.stale ?? false;
}

/**
 * Reads lights that are true: asked together with whether one of them is not any more, and once again after that was reckoned.
 * `read` asks all that it asks at once, unless it says that it does not.
 */
export async function withLights<T>(
  actor: Actor,
  which: Which,
  read: (reader: Reader) => Promise<T>,
  { atOnce = true }: { atOnce?: boolean } = {},
): Promise<T> {
  const { stale, value } = await withReader(
    actor,
    async (reader) => {
      const [stale, value] = await Promise.all([isStale(reader, which), read(reader)]);
      return { stale, value };
    },
    { atOnce },
  );
  if (!stale) return value;
  await freshen(which);
  return withReader(actor, read, { atOnce });
}
