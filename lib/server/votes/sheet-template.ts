import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { cellsOf, templateFields } from '@/lib/domain/votes/sheet-cells';
import { FIELD_LABELS, findColumns, type SheetField } from '@/lib/domain/votes/sheet-columns';
import type { RoundNumber } from '@/lib/domain/votes/types';
import { openWorkbook } from '@/lib/server/exports/survey-workbook';
import { byContent, plain, type SheetLook } from '@/lib/server/imports/marked-look';
import type { SheetRow } from '@/lib/server/imports/reading/sheet';
import { exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import type { SheetGround } from './sheet-facts';

/** Name of the sheet in the workbook. */
const SHEET_NAME = '表决票';

const listed = (labels: Record<string, { zh: string }>): string =>
  `"${Object.values(labels)
    .map(({ zh }) => zh)
    .join(',')}"`;

const HELP: Partial<Record<SheetField, { width: number; prompt: string; list?: string; required?: true }>> = {
  building: { width: 12, prompt: '本轮冻结的户册，请勿改动。' },
  unitNo: { width: 8, prompt: '本轮冻结的户册，请勿改动。' },
  room: { width: 10, prompt: '本轮冻结的户册，请勿改动。' },
  area: { width: 12, prompt: '专有面积，平方米。只供核对，不读取。' },
  owner: { width: 16, prompt: '姓名已隐去。只供核对，不读取。' },
  formNo: { width: 26, prompt: '纸质意见表上的编号；没有编号的可以空着。' },
  choice: {
    width: 10,
    prompt: '同意、不同意 或 弃权。没有收回的空着，不要填。',
    list: listed(CHOICE_LABELS),
    required: true,
  },
  channel: { width: 12, prompt: '怎样收集的。空着的，按上传时所选的方式登记。', list: listed(CHANNEL_LABELS) },
  collector: { width: 12, prompt: '谁收集的。空着的，记为登记的账号。' },
  collectedOn: { width: 14, prompt: '哪一天收集的，例如 2026-11-20。空着的，记为登记的时间。' },
  proxy: { width: 12, prompt: '由他人代为表决的，写代理人全名；登记时须附授权委托书的照片。' },
  wanted: { width: 32, prompt: '菜单里的名称或代码，几项之间用顿号隔开。消防设施在两类里都有，请写代码。' },
  problems: { width: 32, prompt: '住户反映的主要问题，不超过500字。' },
  remarks: { width: 20, prompt: '更正已登记的票时，作为更正原因；其余不登记。' },
};

function columnFor(field: SheetField): SheetColumn {
  const header = FIELD_LABELS[field].zh;
  const help = HELP[field];
  if (!help) return plain(header, 12, field === 'roundCode');
  const { width, prompt, list, required } = help;
  const format = field === 'area' ? '0.00' : '@';
  return {
    header: required ? `${header}*` : header,
    width,
    format,
    required,
    validation: { title: header, prompt, list },
  };
}

const columnsOf = (round: RoundNumber): SheetColumn[] => templateFields(round).map(columnFor);

/** The roll of a round to be filled in, with what stands already; text stays text, whatever it begins with. */
export function ballotTemplate({ round, homes, standing, rulebook }: SheetGround): Readable {
  const out = new PassThrough();
  const fields = templateFields(round.round);
  const write = async () => {
    const book = openWorkbook(out);
    const sheet = new SheetWriter(book, SHEET_NAME, columnsOf(round.round), 3);
    for (const home of homes) {
      const cells = cellsOf(home, standing.get(home.id), rulebook.menu, round.code);
      await sheet.add(fields.map((field) => (field === 'area' ? exactNumber(home.area) : cells[field] || null)));
    }
    sheet.end();
    await book.commit();
  };
  void write().catch((error: Error) => out.destroy(error));
  return out;
}

/** The clerk's sheet with its widths, lists and help, so that it can be mended and sent in again. */
export function lookOfBallots(_name: string, rows: readonly SheetRow[]): SheetLook {
  const look = byContent(rows);
  const found = findColumns(rows);
  const headerRow = found && rows[found.header]?.rowNo;
  if (!found || !headerRow) return look;
  for (const [field, column] of Object.entries(found.columns)) look.columns[column] = columnFor(field as SheetField);
  return { headerRow, columns: look.columns, frozen: 0 };
}
