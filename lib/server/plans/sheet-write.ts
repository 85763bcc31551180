import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import type { CellView, PlanItemView, PlanView } from '@/lib/domain/plans/answers';
import { answersOf } from '@/lib/domain/plans/cells';
import { COMMON_UNITS } from '@/lib/domain/plans/items';
import { ANSWER_LABELS, METHOD_LABELS, NECESSITY_LABELS } from '@/lib/domain/plans/labels';
import {
  BUILDING_SHEET,
  COMPOUND_SHEET,
  columnsOfSheet,
  PLAN_COLUMNS,
  type PlanColumn,
} from '@/lib/domain/plans/sheet';
import { cellsByPlace, METHODS, placeKey } from '@/lib/domain/plans/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter, type Workbook } from '@/lib/server/workbooks/sheet-writer';

const listed = (words: readonly string[]): string => `"${words.join(',')}"`;
const ANSWER_LIST = listed(answersOf({ necessity: 'required' }).map((answer) => ANSWER_LABELS[answer].zh));

interface Help {
  width: number;
  prompt?: string;
  list?: string;
  format?: string;
  required?: true;
}

const HELP = (sources: readonly { name: string }[]): Record<PlanColumn, Help> => ({
  building: { width: 12, prompt: '楼栋名称，请勿改动。' },
  code: { width: 9, prompt: '改造内容的代码，请勿改动。' },
  item: { width: 30, prompt: '只供对照；读取时以代码为准。' },
  necessity: { width: 8 },
  demand: { width: 10, prompt: '第一次征求意见中提出需求的户数，只供参考，不读取。', format: '0' },
  answer: {
    width: 12,
    prompt: '必改类：改造、已达标、无法实施、居民不同意。提升类：改造；不做的空着。“已达标”须先在系统里上传照片。',
    list: ANSWER_LIST,
    required: true,
  },
  quantity: { width: 12, prompt: '结论为“改造”的填写，最多两位小数。', format: '0.00' },
  unit: { width: 8, prompt: '工程量的单位。', list: listed(COMMON_UNITS) },
  unitCost: { width: 14, prompt: '元，最多两位小数。费用由系统按“工程量×单价”计算，四舍五入到分。', format: '0.00' },
  payer: { width: 24, prompt: '由谁出资（提示）。', list: listed(sources.map(({ name }) => name)) },
  method: {
    width: 12,
    prompt: '只用于线缆整治：架空梳理或上改下。',
    list: listed(METHODS.map((method) => METHOD_LABELS[method].zh)),
  },
  residentPercent: { width: 12, prompt: '提升类项目由居民分担的百分比，0–100。必改类不填。', format: '0' },
  reason: { width: 40, prompt: '“无法实施”“居民不同意”的原因，或其他说明。' },
});

function columnsFor(sheet: string, sources: readonly { name: string }[]): SheetColumn[] {
  const help = HELP(sources);
  return columnsOfSheet(sheet).map((column) => {
    const { width, prompt, list, format, required } = help[column];
    const header = PLAN_COLUMNS[column];
    return {
      header: required ? `${header}*` : header,
      width,
      format: format ?? '@',
      ...(required ? { required } : {}),
      ...(prompt ? { validation: { title: header, prompt, ...(list ? { list } : {}) } } : {}),
    };
  });
}

function valuesOf(
  item: PlanItemView,
  cell: CellView | undefined,
  building: string | null,
  sources: readonly { code: string; name: string }[],
): Record<PlanColumn, CellValue> {
  const said = cell && cell.answer !== 'none' ? cell : null;
  return {
    building,
    code: item.code,
    item: item.name,
    necessity: NECESSITY_LABELS[item.necessity].zh,
    demand: item.demand?.households ?? null,
    answer: said && ANSWER_LABELS[said.answer].zh,
    quantity: said?.quantity ? exactNumber(said.quantity) : null,
    unit: said?.answer === 'todo' ? said.unit : item.unit,
    unitCost: said?.unitCost ? exactNumber(said.unitCost) : null,
    payer: sources.find(({ code }) => code === said?.payer)?.name ?? null,
    method: said?.method ? METHOD_LABELS[said.method].zh : null,
    residentPercent: said?.residentPercent || null,
    reason: said?.reason ?? null,
  };
}

async function writeRows(book: Workbook, sheet: string, plan: PlanView, { funding }: Rulebook): Promise<void> {
  const writer = new SheetWriter(book, sheet, columnsFor(sheet, funding.sources), sheet === BUILDING_SHEET ? 3 : 2);
  const cells = cellsByPlace(plan.cells);
  const columns = columnsOfSheet(sheet);
  const places =
    sheet === COMPOUND_SHEET ? [{ id: null, name: null }] : plan.buildings.filter(({ retired }) => !retired);
  const scope = sheet === COMPOUND_SHEET ? 'compound' : 'building';
  for (const { id, name } of places)
    for (const item of plan.items.filter((one) => one.scope === scope)) {
      const values = valuesOf(item, cells.get(placeKey(id, item.code)), name, funding.sources);
      await writer.add(columns.map((column) => values[column]));
    }
  writer.end();
}

const GUIDE = [
  '本表有“小区”“楼栋”两页，每行是一处的一项改造内容。填好后在方案页面“用表格填写”处传回，系统先逐格核对，再由您确认。',
  '“结论”：必改类填 改造、已达标、无法实施 或 居民不同意；提升类要做的填 改造，不做的空着。',
  '“已达标”须有照片：请先在方案页面上传照片，再在表里填写。',
  '“无法实施”“居民不同意”须在“原因或说明”里写明原因。',
  '结论为“改造”的，填写工程量、单位和单价。费用＝工程量×单价，四舍五入到分，由系统计算，表里不用填。',
  '居民分担只用于提升类项目；必改类不由居民分担。',
  '删掉的行不改变系统里的内容；要取消一项，把“结论”清空。',
  '传回前有别的人改了方案的，系统会提示重新核对，不会覆盖别人的修改。',
];

async function writeGuide(book: Workbook, plan: PlanView): Promise<void> {
  const writer = new SheetWriter(book, '说明', [{ header: '填表说明', width: 110, format: '@' }], 0);
  await writer.add([`${plan.compound.name}（${plan.compound.code}）第${plan.no}版改造方案`]);
  for (const line of GUIDE) await writer.add([line]);
  writer.end();
}

/** The plan as a workbook that can be filled and sent back: text stays text, whatever it begins with. */
export function planWorkbook(plan: PlanView, rulebook: Rulebook): Readable {
  const out = new PassThrough();
  const write = async () => {
    const book = openWorkbook(out);
    await writeGuide(book, plan);
    await writeRows(book, COMPOUND_SHEET, plan, rulebook);
    await writeRows(book, BUILDING_SHEET, plan, rulebook);
    await book.commit();
  };
  void write().catch((error: Error) => out.destroy(error));
  return out;
}
