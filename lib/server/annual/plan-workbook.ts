import 'server-only';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { EntryAnswer, PlanDetail } from '@/lib/domain/annual/answers';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { sameBytes } from '@/lib/server/papers/same-bytes';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import { preferenceInWords, whyInWords } from './plan-paper';

const column = (header: string, width: number, format: string): SheetColumn => ({ header, width, format });

/** A plan in which nobody was preferred has no column for it. */
const isPreferring = ({ entries }: PlanDetail): boolean => entries.some(({ preference }) => preference !== null);

function columnsOf(plan: PlanDetail): SheetColumn[] {
  return [
    column('名次', 8, '0'),
    column('县市', 12, '@'),
    column('项目编号', 18, '@'),
    column('项目', 28, '@'),
    column('小区数', 9, '0'),
    column('户数', 9, '0'),
    column('基本状况', 11, '0.00'),
    column('改造意愿', 11, '0.00'),
    column('长效机制', 11, '0.00'),
    ...(isPreferring(plan) ? [column('优秀倾斜加分', 13, '0.00'), column('加分依据', 36, '@')] : []),
    column('总分', 10, '0.00'),
    ...plan.sources.map(({ name }) => column(`${name}（元）`, 16, '0.00')),
    column('取舍', 10, '@'),
    column('原因', 36, '@'),
  ];
}

function cellsOf(entry: EntryAnswer, plan: PlanDetail): CellValue[] {
  const { sources } = plan;
  const { rank, county, project, factors, preference, total, asks, verdict } = entry;
  const preferred = preference ? [exactNumber(preference.points), preferenceInWords(preference)] : [null, null];
  const asked = new Map(asks.map(({ source, amount }) => [source, amount]));
  return [
    rank,
    county.name,
    project.code,
    project.name,
    project.compounds,
    project.households,
    ...factors.map(({ score }) => exactNumber(score)),
    ...(isPreferring(plan) ? preferred : []),
    exactNumber(total),
    ...sources.map(({ code }) => exactNumber(asked.get(code) ?? '0')),
    verdict ? (verdict.chosen ? '列入' : '未列入') : null,
    whyInWords(entry, sources),
  ];
}

/** Everything that was ranked, with what was decided and why, one line a project; the same plan is the same bytes. */
export async function planWorkbook(plan: PlanDetail): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const book = openWorkbook(out);
  const sheet = new SheetWriter(book, '年度实施计划', columnsOf(plan), 4);
  for (const entry of plan.entries) await sheet.add(cellsOf(entry, plan));
  sheet.end();
  await book.commit();
  return sameBytes(await whole);
}
