import type { Sql } from './shared/sql';

/** Where words are looked for, and what they are made of. */
const SUBJECTS = [
  { table: 'account', title: 'display_name', number: 'NULL::text' },
  { table: 'paper', title: 'title', number: 'document_no' },
  { table: 'notice', title: 'title', number: 'document_no' },
] as const;
const AT_ONCE = 5_000;

/** Rows that nobody has made words for: from before there were any, or written by a script. Answers how many. */
export async function fillSearchWords(client: Sql): Promise<number> {
  let filled = 0;
  for (const { table, title, number } of SUBJECTS) {
    for (;;) {
      const { rows } = await client.query<{ id: string; title: string; number: string | null }>(
        `SELECT id, ${title} AS title, ${number} AS number FROM ${table} WHERE search_text IS NULL LIMIT ${AT_ONCE}`,
      );
      if (rows.length === 0) break;
      // a start that has nothing to do does not read the dictionary
      const { searchTextOfTitle } = await import('@/lib/server/compounds/names');
      const words = rows.map((row) => ({ id: row.id, words: searchTextOfTitle(row.title, row.number) }));
      await client.query(
        `UPDATE ${table} t SET search_text = g.words FROM jsonb_to_recordset($1) AS g (id uuid, words text) WHERE t.id = g.id`,
        [JSON.stringify(words)],
      );
      filled += rows.length;
    }
  }
  return filled;
}
