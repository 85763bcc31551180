import type pg from 'pg';

type Row = Record<string, unknown>;

const text = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);

/** Rows of many tables, told project by project and written table by table. */
export class Rows {
  private readonly tables = new Map<string, Row[]>();
  private readonly written = new Map<string, number>();

  add(table: string, row: Row): void {
    const rows = this.tables.get(table) ?? [];
    rows.push(row);
    this.tables.set(table, rows);
  }

  of(table: string): readonly Row[] {
    return this.tables.get(table) ?? [];
  }

  /** All that has been told of a table since the last time, at once; every row names the same columns, and what is not named has its default. `told`: the name under which they were added. */
  async write(client: pg.Client, table: string, told = table): Promise<void> {
    const rows = this.of(told).slice(this.written.get(told) ?? 0);
    this.written.set(told, this.of(told).length);
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    const odd = rows.find((row) => Object.keys(row).sort().join() !== columns.toSorted().join());
    if (odd) throw new Error(`${table}: ${Object.keys(odd).join()} is not ${columns.join()}`);
    const names = columns.map((column) => `"${column}"`).join(', ');
    await client.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows, text)],
    );
  }
}
