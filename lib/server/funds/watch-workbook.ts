import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import type { IdleAnswer, ShortageAnswer, WatchQuery } from '@/lib/domain/funds/watch-answers';
import { fundWords } from '@/lib/domain/funds/words';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import { idleMoney } from './idle';
import { shortages } from './shortages';

/** More rows than a prefecture has projects and pots: all of them. */
const ALL = 100_000;
const column = (header: string, width: number, format = '@'): SheetColumn => ({ header, width, format });
const money = (header: string) => column(`${header}（元）`, 18, '#,##0.00');
const PLACE = [column('县市', 12), column('年度', 8, '0'), column('项目编号', 18), column('项目', 46)];

const IDLE = [
  ...PLACE,
  column('资金', 46),
  money('现有'),
  money('其中闲置'),
  column('最早日期', 13),
  column('天数', 8, '0'),
];
const SHORT = [
  ...PLACE,
  money('计划未下达'),
  column('缺哪些资金', 60),
  money('下达未到位'),
  column('未到位天数', 11, '0'),
  money('合同金额'),
  money('到位'),
  money('合同超过到位'),
];

type Words = ReturnType<typeof fundWords>;

function sourceText({ sources, earmarks }: Words, of: { source: string; kind: string; earmark?: string }): string {
  const source = sources.find(({ code }) => code === of.source);
  const kind = source?.kinds.find(({ code }) => code === of.kind);
  const purpose = of.earmark === 'general' ? undefined : earmarks.find(({ code }) => code === of.earmark);
  return [source?.name ?? of.source, kind?.name, purpose?.name].filter(Boolean).join(' · ');
}

const idleCells = (row: IdleAnswer['items'][number], words: Words): CellValue[] => [
  row.county.name,
  row.year,
  row.project?.code ?? null,
  row.project?.name ?? '县市待分配',
  sourceText(words, row),
  exactNumber(row.left),
  exactNumber(row.idle),
  row.since,
  row.days,
];

const shortCells = (row: ShortageAnswer['items'][number], words: Words): CellValue[] => [
  row.county.name,
  row.year,
  row.project.code,
  row.project.name,
  exactNumber(row.gap),
  row.gaps.map((one) => `${sourceText(words, one)} ${one.amount}`).join('；'),
  exactNumber(row.late),
  row.lateSince ? row.lateDays : null,
  exactNumber(row.contracts),
  exactNumber(row.received),
  exactNumber(row.short),
];

/** For a whole list tables are read through and matched, where a page follows keys; the planner expects a few rows of either. */
const ALL_AT_ONCE = Prisma.sql`SELECT set_config('enable_nestloop', 'off', true)`;

/** Both lists as they stand, one sheet each, with every row. */
export async function watchBook(reader: Reader, actor: Actor, query: WatchQuery): Promise<Readable> {
  await reader.$queryRaw(ALL_AT_ONCE);
  const words = fundWords((await rulebookInForce(reader)).rulebook);
  const idle = await idleMoney(reader, actor, { ...query, page: 1 }, ALL);
  const short = await shortages(reader, actor, { ...query, page: 1 }, ALL);
  const out = new PassThrough();
  const write = async () => {
    const book = openWorkbook(out);
    const first = new SheetWriter(book, '闲置资金', IDLE, 4);
    for (const row of idle.items) await first.add(idleCells(row, words));
    first.end();
    const second = new SheetWriter(book, '资金缺口', SHORT, 4);
    for (const row of short.items) await second.add(shortCells(row, words));
    second.end();
    await book.commit();
  };
  void write().catch((error: Error) => out.destroy(error));
  return out;
}
