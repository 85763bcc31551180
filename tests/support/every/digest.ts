import type pg from 'pg';

/**
 * What a request may touch without having done anything: that a session was seen, that a try was counted, that a light which a new fact had made untrue
 * was reckoned before it was shown (decision 0049).
 */
const UNCOUNTED = [
  'sign_in_try',
  'request_count',
  'anju_clock',
  'project_light',
  'light_total',
  'works_line',
  'score_kept',
];

/** Rows of these never change: their number says all. */
const APPENDED = ['audit_line', 'audit_pending'];
/** Rows that a mere look touches are told by what they hold; all others by who wrote them last, which costs no reading. */
const TOUCHED = ['session', 'access_token_secret'];
const HELD = `coalesce(sum(hashtextextended((to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text, 0)), 0)`;
const WRITTEN = `coalesce(sum(hashint8(t.xmin::text::bigint)::bigint), 0)`;
const sumOf = (name: string): string => (APPENDED.includes(name) ? "''" : TOUCHED.includes(name) ? HELD : WRITTEN);

interface Held {
  name: string;
  places: string[];
}

async function tablesOf(owner: pg.Client): Promise<Held[]> {
  const { rows } = await owner.query<Held>(
    `SELECT c.relname AS name, coalesce(array_agg(a.attname::text) FILTER (WHERE a.attname IN ('county_id', 'prefecture_id')), '{}') AS places
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%' GROUP BY 1 ORDER BY 1`,
  );
  return [...rows.filter(({ name }) => !UNCOUNTED.includes(name)), { name: 'pgboss.job', places: [] }];
}

export type Digest = Record<string, string>;

/**
 * Every row of every table, as one number a table: the same before and after means that nothing was written, anywhere.
 * With places, the rows of those counties and prefectures only.
 */
export async function digester(owner: pg.Client, within?: readonly string[]): Promise<() => Promise<Digest>> {
  // many small tables at once look costly to the planner: compiling and sharing them out takes longer than reading them
  await owner.query('SET jit = off; SET max_parallel_workers_per_gather = 0');
  const list = within?.map((id) => `'${id}'`).join(', ');
  const tables = (await tablesOf(owner)).filter(({ places }) => !list || places.length > 0);
  const sql = tables
    .map(({ name, places }) => {
      const where = list ? ` WHERE ${places.map((place) => `${place} IN (${list})`).join(' OR ')}` : '';
      return `SELECT '${name}' AS name, count(*) || ':' || ${sumOf(name)} AS sum FROM ${name} t${where}`;
    })
    .join(' UNION ALL ');
  return async () => {
    const { rows } = await owner.query<{ name: string; sum: string }>(sql);
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  };
}

/** Names of the tables that differ. */
export const changed = (before: Digest, after: Digest): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
