import 'server-only';
import { findFundHead } from '@/lib/domain/funds/imports/columns';
import { shown } from '@/lib/domain/imports/reading';
import type { Problem } from '@/lib/domain/imports/records';
import { FINDINGS_SHEET } from '@/lib/domain/imports/template';
import type { GridRow } from '@/lib/domain/votes/sheet';
import { findColumns } from '@/lib/domain/votes/sheet-columns';
import type { GridMessage, GridTask } from '../types';
import { firstRows, type Opened, openFile } from './read-file';
import { MergedCells } from './records';
import { FileRefused } from './refusal';

/** A round has at most about 2,000 households; titles, sums and blank lines beside them. Others say how many they have. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 60;

const note = (level: Problem['level'], code: string, params: Problem['params']): Problem => ({
  level,
  sheet: '',
  rowNo: null,
  cell: null,
  code,
  params,
});

type Head = NonNullable<GridTask['head']> | 'ballots';
const HEADS: Record<Head, { find: (rows: GridRow[]) => unknown; others: string }> = {
  ballots: { find: findColumns, others: 'voteSheet.otherSheets' },
  funds: { find: findFundHead, others: 'fundSheet.otherSheets' },
};

/** The first sheet that has a head of the kind; where none has one, the first that is shown: its reader says what is missing. */
async function choose(opened: Opened, head: Head): Promise<{ name: string; problems: Problem[] }> {
  const shownSheets = opened.sheets.filter(({ name, hidden }) => !hidden && name !== FINDINGS_SHEET).slice(0, 20);
  const withHead: string[] = [];
  for (const { name } of shownSheets) if (HEADS[head].find(await firstRows(opened, name, 30))) withHead.push(name);
  const name = withHead[0] ?? shownSheets[0]?.name;
  if (name === undefined) throw new FileRefused('noRows');
  const others = shownSheets.filter((sheet) => sheet.name !== name).map((sheet) => sheet.name);
  const params = { found: shown(others.join('、')), expected: name };
  return { name, problems: others.length > 0 ? [note('warning', HEADS[head].others, params)] : [] };
}

/** The one with the head, or of those that were asked for each that is there. */
async function* read(
  opened: Opened,
  problems: Problem[],
  { sheets: wanted, head, most }: Pick<GridTask, 'sheets' | 'head' | 'most'>,
): AsyncGenerator<GridMessage> {
  if (wanted === undefined) {
    const { name, problems: more } = await choose(opened, head ?? 'ballots');
    yield await whole(opened, name, [...problems, ...more]);
  } else
    for (const name of wanted)
      if (opened.sheets.some((sheet) => sheet.name === name)) yield await whole(opened, name, problems, most);
}

async function whole(opened: Opened, name: string, problems: Problem[], most = MOST_ROWS): Promise<GridMessage> {
  const merged = new MergedCells((await opened.outline(name)).merges);
  const rows: GridRow[] = [];
  for await (const chunk of opened.rows(name)) {
    for (const row of chunk) {
      const filled = merged.fill(row);
      const { rowNo, formulas, hidden, percents } = row;
      rows.push({ rowNo, cells: row.cells.slice(0, MOST_COLUMNS), formulas, filled, hidden, percents });
    }
    if (rows.length > most) throw new FileRefused('tooManyRows', { limit: most });
  }
  return { type: 'grid', sheet: name, rows, problems };
}

/** A small sheet, whole: what its cells hold, which are results of formulas, joined, or hidden. */
export async function* readGrid(task: GridTask): AsyncGenerator<GridMessage> {
  let opened: Opened | undefined;
  try {
    const found = await openFile(task);
    opened = found.opened;
    yield* read(opened, found.problems, task);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { type: 'refused', reason: error.reason };
  } finally {
    opened?.close();
  }
}
