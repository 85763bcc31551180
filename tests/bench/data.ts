import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** What grows. Ids of the demonstration begin with 01900000; the copies' with 01900001 and so on. */
const TABLES = ['compound', 'compound_alias', 'building', 'household', 'owner', 'household_owner', 'compound_file'];
const OWN_IDS = ['id', 'compound_id', 'building_id', 'household_id', 'owner_id'];

/** Columns of a copy that are not as they were, with k as its number. */
const CHANGED: Record<string, Record<string, string>> = {
  compound: {
    code: `left(x.code, -4) || lpad((right(x.code, 4)::int + k * 500)::text, 4, '0')`,
    name: `x.name || k || '期'`,
    pinyin: `x.pinyin || k || ' qi'`,
    search_text: `x.search_text || ' ' || k || '期'`,
  },
};

async function columnsOf(db: pg.Client, table: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
     AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

const copied = (table: string, column: string) =>
  CHANGED[table]?.[column] ??
  (OWN_IDS.includes(column)
    ? `overlay(x.${column}::text placing lpad(to_hex(k), 2, '0') from 7 for 2)`
    : `x.${column}`);

/** The table's rows again, as copies `first` to `last`, from one connection into the other. */
async function copyTable(from: pg.Client, into: pg.Client, table: string, first: number, last: number): Promise<void> {
  const columns = await columnsOf(from, table);
  const key = ['id', 'household_id', 'compound_id'].find((one) => columns.includes(one));
  const wanted = `SELECT ${columns.map((column) => copied(table, column)).join(', ')}
    FROM generate_series(${first}, ${last}) k, ${table} x WHERE x.${key}::text LIKE '01900000-%' ORDER BY k, x.${key}`;
  await pipeline(
    from.query(copyTo(`COPY (${wanted}) TO STDOUT`)),
    into.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)),
  );
}

/** Kept totals by the product's own function, some hundred compounds at a time. */
async function keepTotals(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ id: string }>('SELECT id FROM compound ORDER BY id');
  for (let at = 0; at < rows.length; at += 500) {
    await db.query('SELECT anju_refresh_totals($1)', [rows.slice(at, at + 500).map(({ id }) => id)]);
  }
}

/**
 * The prefecture, there `from` times, `to` times over, in the same counties. As superuser: COPY is refused where row security binds, and
 * the triggers would look up again what the rows already carry.
 */
export async function grow(adminUrl: string, from: number, to: number): Promise<void> {
  const [out, into] = [0, 1].map(() => new pg.Client({ connectionString: adminUrl, options: '-c TimeZone=UTC' }));
  if (!out || !into) return;
  await Promise.all([out.connect(), into.connect()]);
  try {
    await into.query('SET session_replication_role = replica');
    for (const table of TABLES) await copyTable(out, into, table, from, to - 1);
    await into.query('SET session_replication_role = origin');
    // the sums of old years are kept by its trigger
    await copyTable(out, into, 'survey', from, to - 1);
    await into.query('ANALYZE');
    await keepTotals(into);
    await into.query(`UPDATE county_counter n SET value = greatest(n.value, c.last)
      FROM (SELECT county_id, max(right(code, 4)::int) AS last FROM compound GROUP BY county_id) c
      WHERE n.county_id = c.county_id AND n.name = 'compound'`);
  } finally {
    await Promise.all([out.end(), into.end()]);
  }
}

const RECOUNT = `
  SELECT (SELECT count(*)::int FROM compound WHERE status = 'active') AS compounds,
    (SELECT count(*)::int FROM building) AS buildings, (SELECT count(*)::int FROM household) AS households,
    (SELECT count(*)::int FROM compound c LEFT JOIN compound_total t ON t.compound_id = c.id
      LEFT JOIN (SELECT compound_id, count(*) AS n, sum(exclusive_area) AS area FROM household WHERE status = 'active' GROUP BY 1) h
        ON h.compound_id = c.id
      LEFT JOIN (SELECT compound_id, count(*) AS n, sum(floor_area) AS area FROM building WHERE status = 'active' GROUP BY 1) b
        ON b.compound_id = c.id
      WHERE (t.registered_households, t.registered_exclusive_area, t.registered_buildings, t.registered_floor_area)
        IS DISTINCT FROM (coalesce(h.n, 0)::int, coalesce(h.area, 0)::bigint, coalesce(b.n, 0)::int, coalesce(b.area, 0)::bigint)) AS wrong_totals,
    (SELECT count(*)::int FROM (SELECT county_id, sum(compounds) AS n, sum(households) AS h, sum(floor_area) AS f FROM survey_total
        WHERE dimension = 'all' GROUP BY 1) s FULL JOIN (SELECT c.county_id, count(*) AS n, sum(t.households) AS h, sum(t.floor_area) AS f
        FROM compound c JOIN compound_total t ON t.compound_id = c.id WHERE c.status = 'active' GROUP BY 1) c USING (county_id)
      WHERE (s.n, s.h, s.f) IS DISTINCT FROM (c.n, c.h, c.f)) AS wrong_sums`;

export interface Loaded {
  compounds: number;
  buildings: number;
  households: number;
}

/** Counts anew what the totals claim; a bench over wrong totals would be one of wrong answers. */
export async function settleData(db: pg.Client): Promise<Loaded> {
  await db.query('VACUUM (ANALYZE)');
  await db.query('CHECKPOINT');
  const { rows } = await db.query<Loaded & { wrong_totals: number; wrong_sums: number }>(RECOUNT);
  const [found] = rows;
  if (!found || found.wrong_totals > 0 || found.wrong_sums > 0)
    throw new Error(`the kept totals are not what a recount says: ${JSON.stringify(found)}`);
  const { compounds, buildings, households } = found;
  return { compounds, buildings, households };
}
