import 'server-only';
import { answerOf, type StatisticsQuery } from '@/lib/domain/statistics/answers';
import {
  type OnPaper,
  statisticsPaper,
  statisticsSheet,
  UNFILLED_TITLE,
  unfilledSheet,
} from '@/lib/domain/statistics/paper';
import type { TableName } from '@/lib/domain/statistics/shape';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { madeOnce } from '@/lib/server/papers/made-once';
import { spanDocx } from '@/lib/server/papers/span-docx';
import { DOCX } from '@/lib/server/scorecards/paper-files';
import { XLSX } from '@/lib/server/workbooks/response';
import { spanBooks } from '@/lib/server/workbooks/span-book';
import { statisticsOf } from './table';

interface TableFile {
  bytes: Buffer;
  name: string;
  mediaType: string;
}

const made = (data: OnPaper, kind: 'xlsx' | 'docx'): Promise<Buffer> =>
  kind === 'docx'
    ? spanDocx(statisticsPaper(data), data.unit.name)
    : spanBooks([
        { name: '统计报表', table: statisticsSheet(data) },
        { name: UNFILLED_TITLE, table: unfilledSheet(data) },
      ]);

/** A table as it is handed in: the sheet with the list of what it lacks beside it, or on paper with the list behind it. The same facts are the same bytes. */
export async function statisticsFile(
  actor: Actor,
  { table, query, kind }: { table: TableName; query: StatisticsQuery; kind: 'xlsx' | 'docx' },
): Promise<Answer<TableFile>> {
  const found = await withReader(actor, (reader) => statisticsOf(reader, actor, table, query));
  if (!found.ok) return found;
  const { asOf: _, ...data } = answerOf(found.value);
  const name = `${data.unit.name}${data.month ?? `${data.year}年度`}${data.name}.${kind}`;
  const bytes = await madeOnce(`statistics ${kind} ${JSON.stringify(data)}`, () => made(data, kind));
  return done({ bytes, name, mediaType: kind === 'docx' ? DOCX : XLSX });
}
