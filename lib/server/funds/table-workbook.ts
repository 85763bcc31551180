import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import { addFundFigures, type FundFigures } from '@/lib/domain/funds/overview';
import { formatMoney } from '@/lib/domain/kernel/money';
import { ALL_COMPLETE } from '@/lib/domain/projects/labels';
import { stageNames } from '@/lib/domain/stages/names';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import type { ProjectSource } from './project-sources';
import type { FundTable } from './table';

const SHOWN = ['planned', 'allocated', 'received', 'paid'] as const;
const WORDS = { planned: '计划', allocated: '下达', received: '到位', paid: '支付', gap: '缺口' };

const SUM = '#,##0.00';
/** A longer name has the first line of its heading for itself. */
const SHORT = 4;
const widthOf = (name: string): number => (name.length > SHORT ? Math.max(17, 2 * name.length + 3) : 20);
const column = (header: string, width: number, format: string): SheetColumn => ({ header, width, format });

/** Sources of the rule book that somebody plans or moved, in its order. */
function sourcesIn({ counties, rulebook }: FundTable): { code: string; name: string }[] {
  const all = counties.flatMap(({ projects, pool }) => [...projects.flatMap(({ sources }) => sources), ...pool]);
  const used = new Set<string>(all.map(({ source }) => source));
  const known = rulebook.funding.sources.filter(({ code }) => used.delete(code));
  return [...known, ...[...used].map((code) => ({ code, name: code }))];
}

const columnsOf = (sources: readonly { name: string }[]): SheetColumn[] => [
  column('县市', 12, '@'),
  column('项目编号', 18, '@'),
  column('项目', 46, '@'),
  column('阶段', 14, '@'),
  column('概算（元）', 16, SUM),
  column('合同合计（元）', 16, SUM),
  ...[{ name: '合计' }, ...sources].flatMap(({ name }) =>
    SHOWN.map((key) => column(`${name}${name.length > SHORT ? '\n' : ''}${WORDS[key]}（元）`, widthOf(name), SUM)),
  ),
  column('缺口（元）', 16, SUM),
];

const cell = (fen: bigint): CellValue => exactNumber(formatMoney(fen));

/** All sources together, each source, and the gap. */
function figureCells(all: readonly ProjectSource[], sources: readonly { code: string }[]): CellValue[] {
  const of = (wanted: readonly ProjectSource[]): FundFigures => addFundFigures(wanted.map(({ figures }) => figures));
  const total = of(all);
  const parts = sources.map(({ code }) => of(all.filter(({ source }) => source === code)));
  return [...[total, ...parts].flatMap((one) => SHOWN.map((key) => cell(one[key]))), cell(total.gap)];
}

/** One line a project, what waits in the pool, and the sums of each county and of all; numbers are numbers, in yuan with two places. */
export function fundTableWorkbook(table: FundTable): Readable {
  const out = new PassThrough();
  const sources = sourcesIn(table);
  const names = stageNames(table.rulebook, 'zh-CN');
  const write = async () => {
    const book = openWorkbook(out);
    const sheet = new SheetWriter(book, '资金来源到位支付表', columnsOf(sources), 3);
    for (const { name, projects, pool } of table.counties) {
      for (const { code, name: title, stage, estimate, contractSum, sources: own } of projects)
        await sheet.add([
          ...[name, code, title, names.stage(stage) ?? ALL_COMPLETE.zh],
          ...[estimate, contractSum].map((sum) => (sum === null ? null : exactNumber(sum))),
          ...figureCells(own, sources),
        ]);
      const all = [...projects.flatMap((one) => one.sources), ...pool];
      if (pool.length > 0)
        await sheet.add([name, null, '县市待分配资金', null, null, null, ...figureCells(pool, sources)]);
      if (all.length > 0) await sheet.add([name, null, '小计', null, null, null, ...figureCells(all, sources)]);
    }
    const everything = table.counties.flatMap(({ projects, pool }) => [
      ...projects.flatMap((one) => one.sources),
      ...pool,
    ]);
    await sheet.add([table.unit, null, '合计', null, null, null, ...figureCells(everything, sources)]);
    sheet.end();
    await book.commit();
  };
  void write().catch((error: Error) => out.destroy(error));
  return out;
}
