import type pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import { withActorClient } from '@/lib/server/db/with-actor';

/** A table as the catalogue tells it, with what says where its rows belong. */
export interface Table {
  name: string;
  /** that can be written: neither generated nor counted by the database */
  columns: string[];
  /** one that the app's role may change, if any */
  changeable: string | null;
}

export async function tablesOf(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '' AND a.attidentity = '') AS columns,
       min(a.attname::text) FILTER (WHERE a.attgenerated = '' AND a.attidentity = '' AND has_column_privilege('anju_app', c.oid, a.attnum, 'UPDATE')) AS changeable
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

/** Only the own account's, for everybody. */
const OWN = ['draft', 'idempotency_key', 'reminder_aside'];

/** SQL that is true of the rows of another territory; null where nobody's rows belong anywhere. */
export function foreignTo(actor: Actor, { name, columns }: Table): string | null {
  const has = (column: string) => columns.includes(column);
  const list = actor.counties.map((id) => `'${id}'`).join(', ');
  const places: string[] = [];
  if (OWN.includes(name)) places.push(`account_id <> '${actor.accountId}'`);
  if (has('prefecture_id')) places.push(`prefecture_id <> '${actor.prefectureId}'`);
  if (has('county_id')) places.push(list ? `county_id NOT IN (${list})` : 'county_id IS NOT NULL');
  if (has('subdistrict_id') && actor.subdistrictId) places.push(`subdistrict_id <> '${actor.subdistrictId}'`);
  if (has('community_id') && actor.communityId) places.push(`community_id <> '${actor.communityId}'`);
  if (places.length === 0) return null;
  const mine = ['account_id', 'created_by', ...(name === 'account' ? ['id'] : [])]
    .filter(has)
    .map((column) => ` AND ${column} IS DISTINCT FROM '${actor.accountId}'`);
  return `(${places.join(' OR ')})${mine.join('')}`;
}

/** What became of a statement: rows that it reached, or why it was refused. It is undone either way. */
async function reached(client: pg.PoolClient, sql: string, values: unknown[] = []): Promise<number | string> {
  await client.query('SAVEPOINT cell');
  try {
    const { rows, rowCount } = await client.query<{ n?: number }>(sql, values);
    return rows[0]?.n ?? rowCount ?? 0;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT cell');
  }
}

const REFUSED = '42501';

export interface ForeignRow {
  table: Table;
  where: string;
  /** one such row, as JSON: what an intruder would write */
  row: string;
}

/** One foreign row of every table that has any, seen by its owner. */
export async function foreignRows(owner: pg.Client, actor: Actor, tables: readonly Table[]): Promise<ForeignRow[]> {
  const found: ForeignRow[] = [];
  for (const table of tables) {
    const where = foreignTo(actor, table);
    if (!where) continue;
    const { rows } = await owner.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table.name} t WHERE ${where} LIMIT 1`,
    );
    if (rows[0]) found.push({ table, where, row: rows[0].row });
  }
  return found;
}

/** The four commands, without any filter of the product's, on what lies elsewhere. */
export function breaches(actor: Actor, rows: readonly ForeignRow[]): Promise<string[]> {
  return withActorClient(actor, async (client) => {
    const wrong: string[] = [];
    for (const { table, where, row } of rows) {
      const { name, columns, changeable } = table;
      const column = changeable ?? columns[0];
      const names = columns.join(', ');
      const cells: [string, string | number][] = [
        ['SELECT', await reached(client, `SELECT count(*)::int AS n FROM ${name} WHERE ${where}`)],
        ['UPDATE', await reached(client, `UPDATE ${name} SET ${column} = ${column} WHERE ${where}`)],
        ['DELETE', await reached(client, `DELETE FROM ${name} WHERE ${where}`)],
      ];
      for (const [command, n] of cells) if (n !== 0 && n !== REFUSED) wrong.push(`${name}: ${command} reached ${n}`);
      const insert = `INSERT INTO ${name} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1)`;
      const put = await reached(client, insert, [row]);
      if (put !== REFUSED) wrong.push(`${name}: INSERT answered ${put}, not ${REFUSED}`);
    }
    return wrong;
  });
}
