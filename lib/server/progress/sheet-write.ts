import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import { formatMoney } from '@/lib/domain/kernel/money';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import {
  ITEM_COLUMNS,
  type ItemColumn,
  PROGRESS_SHEET,
  PROJECT_COLUMNS,
  PROJECT_SHEET,
  type ProjectColumn,
  type SheetProject,
  statusWords,
} from '@/lib/domain/progress/sheet';
import { placeKey } from '@/lib/domain/projects/completions';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter, type Workbook } from '@/lib/server/workbooks/sheet-writer';

interface Help {
  width: number;
  prompt?: string;
  format?: string;
  required?: true;
}

const PROJECT_HELP: Record<ProjectColumn, Help> = {
  code: { width: 18, prompt: '项目编号，请勿改动。' },
  name: { width: 32, prompt: '只供对照；读取时以项目编号为准。' },
  stage: { width: 6, prompt: '只供对照，不读取。', format: '0' },
  status: { width: 9, prompt: '只供对照，不读取。已报送、已接收的不能修改。' },
  investment: {
    width: 18,
    prompt: '只填本月完成的，元，最多两位小数；以万元计的写“30万元”。空着的不改变。',
    format: '0.00',
    required: true,
  },
  people: { width: 9, prompt: '整数。空着的不改变。', format: '0', required: true },
  problems: { width: 58, prompt: '没有问题的空着。' },
};

const ITEM_HELP: Record<ItemColumn, Help> = {
  code: { width: 18, prompt: '项目编号，请勿改动。' },
  name: { width: 26, prompt: '只供对照；读取时以项目编号为准。' },
  compound: { width: 20, prompt: '小区名称，请勿改动。' },
  building: { width: 10, prompt: '楼栋名称，请勿改动；小区的内容空着。' },
  item: { width: 9, prompt: '改造内容的代码，请勿改动。' },
  itemName: { width: 24, prompt: '只供对照；读取时以代码为准。' },
  last: { width: 9, prompt: '上次接收的月报，只供对照，不读取。', format: '0' },
  // as text: a cell of numbers makes 0.45 of what is typed as 45%
  percent: { width: 9, prompt: '到月底完成多少，0 到 100 的整数。100 须先登记完工。空着的不改变。', required: true },
  backReason: { width: 25, prompt: '比上次少的，写明原因。' },
};

const columnsFor = <Name extends string>(columns: Record<Name, string>, help: Record<Name, Help>): SheetColumn[] =>
  (Object.keys(columns) as Name[]).map((name) => {
    const { width, prompt, format, required } = help[name];
    const header = columns[name];
    return {
      header: required ? `${header}*` : header,
      width,
      format: format ?? '@',
      ...(required ? { required } : {}),
      ...(prompt ? { validation: { title: header, prompt } } : {}),
    };
  });

async function writeProjects(book: Workbook, projects: readonly SheetProject[]): Promise<void> {
  const writer = new SheetWriter(book, PROJECT_SHEET, columnsFor(PROJECT_COLUMNS, PROJECT_HELP), 2);
  for (const { code, name, status, content } of projects) {
    const row: Record<ProjectColumn, CellValue> = {
      ...{ code, name, stage: content.stage, status: statusWords(status) },
      investment: exactNumber(formatMoney(content.investment)),
      people: content.people,
      problems: content.problems,
    };
    await writer.add((Object.keys(PROJECT_COLUMNS) as ProjectColumn[]).map((column) => row[column]));
  }
  writer.end();
}

async function writeItems(book: Workbook, projects: readonly SheetProject[]): Promise<void> {
  const writer = new SheetWriter(book, PROGRESS_SHEET, columnsFor(ITEM_COLUMNS, ITEM_HELP), 6);
  for (const { code, name, planned, content, ground } of projects) {
    if (ground.stage < BUILDING_STAGE) continue;
    const stands = new Map(content.items.map((one) => [placeKey(one), one]));
    for (const work of planned) {
      const { compound, building, item, itemName } = work;
      const one = stands.get(placeKey(work));
      const row: Record<ItemColumn, CellValue> = {
        ...{ code, name, compound, building, item, itemName },
        last: ground.last.get(placeKey(work)) ?? 0,
        percent: one?.percent ?? 0,
        backReason: one?.backReason ?? null,
      };
      await writer.add((Object.keys(ITEM_COLUMNS) as ItemColumn[]).map((column) => row[column]));
    }
  }
  writer.end();
}

const GUIDE = [
  '“项目”页每行是本月要报的一个项目，“进度”页每行是一处的一项改造内容。已经填好现在的草稿；还没有草稿的，由上月带出。',
  '填好后在“月报”页面传回：系统先逐格核对，再由您确认。确认后保存为草稿，仍须在系统里报送。',
  '“进度”页只列第八阶段（实施和监管）起的项目；此前没有施工进度。',
  '进度填到月底完成的百分比，0 到 100 的整数，写 45 或 45% 都可以。100 须先在系统里登记完工。',
  '比上次少的，在“减少的原因”里写明；没有写的，可以存草稿，不能报送。',
  '投资只填本月完成的，以元计。投资、人数、进度空着的不改变；“存在问题”清空就是没有问题。',
  '已报送、已接收的月报不能用表格修改。删掉的行不改变系统里的内容。照片在系统里上传，用表格填写不影响照片。',
  '核对之后有别的人改了草稿的，系统会提示重新核对，不会覆盖别人的修改。',
];

async function writeGuide(book: Workbook, title: string): Promise<void> {
  const writer = new SheetWriter(book, '说明', [{ header: '填表说明', width: 110, format: '@' }], 0);
  await writer.add([title]);
  for (const line of GUIDE) await writer.add([line]);
  writer.end();
}

/** A county's month as a workbook that can be filled and sent back: text stays text, whatever it begins with. */
export function monthWorkbook(county: string, month: ReportMonth, projects: readonly SheetProject[]): Readable {
  const out = new PassThrough();
  const write = async () => {
    const book = openWorkbook(out);
    await writeGuide(book, `${county} ${month} 月报`);
    await writeProjects(book, projects);
    await writeItems(book, projects);
    await book.commit();
  };
  void write().catch((error: Error) => out.destroy(error));
  return out;
}
