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
import { DOCX } from '@/lib/server/papers/media-type';
import { spanDocx } from '@/lib/server/papers/span-docx';
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

interface Asked {
  table: TableName;
  query: StatisticsQuery;
  kind: 'xlsx' | 'docx';
}

async function readAndMade(actor: Actor, { table, query, kind }: Asked): Promise<Answer<TableFile>> {
  const found = await withReader(actor, (reader) => statisticsOf(reader, actor, table, query));
  if (!found.ok) return found;
  const { asOf: _, ...data } = answerOf(found.value);
  const name = `${data.unit.name}${data.month ?? `${data.year}年度`}${data.name}.${kind}`;
  return done({ bytes: await made(data, kind), name, mediaType: kind === 'docx' ? DOCX : XLSX });
}

/**
 * A table as it is handed in: the sheet with the list of what it lacks beside it, or on paper with the list behind it. The same facts are the same bytes.
 * Twenty of one office who ask at once wait for one reading and one making, and hold no connection meanwhile.
 */
export const statisticsFile = (actor: Actor, asked: Asked): Promise<Answer<TableFile>> =>
  madeOnce(`statistics ${actor.level} ${actor.unit.id} ${JSON.stringify(asked)}`, () => readAndMade(actor, asked));
