import type pg from 'pg';

/** What a request may touch without having done anything: that a session was seen, that a try was counted. */
const UNCOUNTED = ['sign_in_try', 'request_count', 'anju_clock'];

/** Rows of these never change: their number says all. */
const APPENDED = ['audit_line', 'audit_pending'];
const ROWS = `coalesce(sum(hashtextextended((to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text, 0)), 0)`;

async function tablesOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  return [...rows.map(({ name }) => name).filter((name) => !UNCOUNTED.includes(name)), 'pgboss.job'];
}

export type Digest = Record<string, string>;

/** Every row of every table, as one number a table: the same before and after means that nothing was written, anywhere. */
export async function digester(owner: pg.Client): Promise<() => Promise<Digest>> {
  const sql = (await tablesOf(owner))
    .map(
      (table) =>
        `SELECT '${table}' AS name, count(*) || ':' || ${APPENDED.includes(table) ? "''" : ROWS} AS sum FROM ${table} t`,
    )
    .join(' UNION ALL ');
  return async () => {
    const { rows } = await owner.query<{ name: string; sum: string }>(sql);
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  };
}

/** Names of the tables that differ. */
export const changed = (before: Digest, after: Digest): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
