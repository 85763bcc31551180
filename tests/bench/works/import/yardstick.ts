import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { SHEET_NAMES } from '@/lib/domain/imports/template';

const TABLE = `CREATE TABLE bare_home (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, compound text NOT NULL, building text NOT NULL,
  unit text NOT NULL, room text NOT NULL, floor int NOT NULL, area numeric(12, 2) NOT NULL, owner text NOT NULL, phone text NOT NULL)`;
const COLUMNS = 'compound, building, unit, room, floor, area, owner, phone';

/** Every row of every sheet, as exceljs streams them; answers those of the dwellings without their head. */
async function streamed(file: string): Promise<string[]> {
  const homes: string[] = [];
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(file), {
    sharedStrings: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    styles: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of reader) {
    const { name } = sheet as unknown as { name: string };
    for await (const row of sheet) {
      if (name === SHEET_NAMES.household && row.number > 1)
        homes.push(`${(row.values as unknown[]).slice(1).join('\t')}\n`);
    }
  }
  return homes;
}

/**
 * What the import is measured against: the same workbook streamed through exceljs and its dwellings copied into a bare table, with nothing
 * checked, encrypted, audited or summed up. Seconds. Throws where it did not keep as many rows as it was to.
 */
export async function bareImport(adminUrl: string, file: string, rows: number): Promise<number> {
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  try {
    await db.query(`DROP TABLE IF EXISTS bare_home`);
    await db.query(TABLE);
    const began = performance.now();
    const homes = await streamed(file);
    await pipeline(Readable.from(homes), db.query(copyFrom(`COPY bare_home (${COLUMNS}) FROM STDIN`)));
    const seconds = (performance.now() - began) / 1000;
    const kept = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM bare_home');
    if (kept.rows[0]?.n !== rows) throw new Error(`the yardstick kept ${kept.rows[0]?.n} rows of ${rows}`);
    await db.query('DROP TABLE bare_home');
    return seconds;
  } finally {
    await db.end();
  }
}
