import 'server-only';
import { boardRowOf } from '@/lib/domain/scorecards/live';
import type { RawCounty, RawProject } from '@/lib/domain/scorecards/raw-facts';
import { readScoreFacts } from '@/lib/domain/scorecards/read-facts';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';
import { lightEverything, rulebooksOf } from '@/lib/server/warnings/fresh';

interface ScoreYear {
  prefecture_id: string;
  year: number;
  rulebookId: string;
  outages: { from: string; to: string }[];
}
type Part = { kind: 'county'; facts: RawCounty } | { kind: 'project'; facts: RawProject };

async function keepYear({ prefecture_id, year, rulebookId, outages }: ScoreYear): Promise<void> {
  const { rows } = await pool().query<Part>('SELECT kind, facts FROM score_facts_of_all($1, $2)', [
    prefecture_id,
    year,
  ]);
  const facts = readScoreFacts({
    counties: rows.flatMap((part) => (part.kind === 'county' && part.facts.head ? [part.facts] : [])),
    projects: rows.flatMap((part) => (part.kind === 'project' ? [part.facts] : [])),
    outages: outages.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  });
  const book = (await rulebooksOf([{ rulebookId }])).get(rulebookId);
  if (!book) return;
  const scores = facts.map((one) => {
    const { id, name } = one.county;
    const { value, grade, veto } = boardRowOf({ id, name, nameEn: null }, one, book);
    return { countyId: id, points: value, grade: grade.code, veto };
  });
  await pool().query('SELECT score_keep($1, $2, $3::jsonb)', [prefecture_id, year, JSON.stringify(scores)]);
}

/** 今日得分 of every county of the current years, by the rule of the scorecards: what the overview shows, and the month's end keeps. Belongs to no actor. */
export async function keepScores(): Promise<void> {
  const { rows } = await pool().query<ScoreYear>(
    'SELECT prefecture_id, year, rulebook_id AS "rulebookId", outages FROM score_years()',
  );
  for (const year of rows) await keepYear(year);
}

/** The lines of the works are added up; their sums stay. */
export async function foldWorks(): Promise<void> {
  const { rows } = await pool().query<{ folded: number }>('SELECT works_fold() AS folded');
  const count = rows[0]?.folded ?? 0;
  if (count > 0) log.info('works.folded', { count });
}

/** The first night of a month: what the new day turns is reckoned, then the figures of the month that is over are kept, once. */
export async function keepMonthEnd(): Promise<void> {
  await lightEverything();
  await keepScores();
  const { rows } = await pool().query<{ kept: number }>('SELECT month_end_keep() AS kept');
  const count = rows[0]?.kept ?? 0;
  if (count > 0) log.info('month-end.kept', { count });
}
