import type pg from 'pg';

/** A row straight into a table, as the owner. */
export async function insert(owner: pg.Client, table: string, row: Record<string, unknown>): Promise<string> {
  const columns = Object.keys(row);
  const marks = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')}) RETURNING id`,
    Object.values(row),
  );
  return rows[0]?.id ?? '';
}
