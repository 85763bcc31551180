import 'server-only';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { CompoundRow } from '@/lib/domain/compounds/answers';
import {
  COMPOUND_STATUS_LABELS,
  OUTCOME_LABELS,
  OWNERSHIP_LABELS,
  WILLINGNESS_LABELS,
} from '@/lib/domain/compounds/labels';
import { compoundListQuery } from '@/lib/domain/compounds/list-query';
import type { ListColumn } from '@/lib/domain/compounds/types';
import type { ExportFormat } from '@/lib/domain/exports/schema';
import { protectCsv } from '@/lib/domain/imports/csv-safety';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import type { Actor } from '@/lib/server/actor';
import { listCompounds } from '@/lib/server/compounds/list';
import { withActor } from '@/lib/server/db/with-actor';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import type { KeptRequest } from './jobs';
import type { Progress } from './survey-export';
import { openWorkbook } from './survey-workbook';

interface Column {
  /** the column of the list that it belongs to */
  of: ListColumn;
  label: Label;
  width: number;
  format: string;
  cell: (row: CompoundRow, locale: Locale) => CellValue;
}

const words = (labels: Record<string, Label>, code: string | null, locale: Locale): CellValue => {
  const label = code === null ? undefined : labels[code];
  return label ? labelIn(label, locale) : code;
};
const yesNo = (fact: boolean | null, locale: Locale): CellValue =>
  fact === null ? null : labelIn(fact ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }, locale);
const text = (of: ListColumn, zh: string, en: string, width: number, cell: Column['cell']): Column => ({
  of,
  label: { zh, en },
  width,
  format: '@',
  cell,
});
const number = (of: ListColumn, zh: string, en: string, format: string, cell: Column['cell']): Column => ({
  of,
  label: { zh, en },
  width: 14,
  format,
  cell,
});

const COLUMNS: Column[] = [
  text('name', '小区编码', 'Code', 16, (row) => row.code),
  text('name', '小区名称', 'Compound', 26, (row) => row.name),
  text('county', '县市', 'County', 12, (row) => row.county.name),
  text('place', '街道（乡镇）', 'Subdistrict', 16, (row) => row.subdistrict?.name ?? null),
  text('place', '社区（村）', 'Community', 18, (row) => row.community?.name ?? null),
  text('address', '地址', 'Address', 30, (row) => row.address),
  number('year', '建成年份', 'Year built', '0', (row) => row.year),
  text('ownership', '产权性质', 'Ownership', 14, (row, locale) => words(OWNERSHIP_LABELS, row.ownershipKind, locale)),
  text('originalUnit', '原产权单位', 'Original property unit', 22, (row) => row.originalUnit),
  number('buildings', '楼栋数', 'Buildings', '0', (row) => row.buildings),
  number('households', '户数', 'Households', '0', (row) => row.households),
  number('area', '建筑面积（㎡）', 'Floor area (m²)', '0.00', (row) => exactNumber(row.floorArea)),
  number('exclusiveArea', '专有面积（㎡）', 'Exclusive area (m²)', '0.00', (row) => exactNumber(row.exclusiveArea)),
  text('committee', '业主委员会', "Owners' committee", 12, (row, locale) => yesNo(row.hasOwnersCommittee, locale)),
  text('service', '物业管理', 'Property service', 12, (row, locale) => yesNo(row.hasPropertyService, locale)),
  text('fund', '维修资金账户', 'Maintenance-fund account', 14, (row, locale) => yesNo(row.hasMaintenanceFund, locale)),
  text('willingness', '居民改造意愿', "Residents' willingness", 14, (row, locale) =>
    words(WILLINGNESS_LABELS, row.willingness, locale),
  ),
  text('eligibility', '改造资格', 'Eligibility', 12, (row, locale) => words(OUTCOME_LABELS, row.eligibility, locale)),
  number('missing', '缺少资料项数', 'Facts missing', '0', (row) => row.missing),
  text('status', '状态', 'Status', 14, (row, locale) => words(COMPOUND_STATUS_LABELS, row.status, locale)),
  text('updated', '更新时间', 'Updated', 20, (row, locale) => formatDateTime(new Date(row.updatedAt), locale)),
];

/** Every page of the list, as the list itself reads it: same filters, same order. */
async function* listed(actor: Actor, kept: KeptRequest, county: string | null, progress: Progress) {
  let cursor: string | undefined;
  do {
    const query = compoundListQuery.parse({
      ...kept.query,
      ...(county ? { county } : {}),
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    const page = await withActor(actor, (tx) => listCompounds(tx, actor, query));
    if (!page) throw new Error('the list refused its own cursor');
    if (!cursor) await progress.expect(page.total);
    yield page.items;
    await progress.advance(page.items.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

type Pages = AsyncIterable<CompoundRow[]>;

async function writeXlsx(out: Writable, shown: readonly Column[], pages: Pages, locale: Locale): Promise<void> {
  const workbook = openWorkbook(out);
  const columns = shown.map(({ label, width, format }) => ({ header: labelIn(label, locale), width, format }));
  const sheet = new SheetWriter(workbook, labelIn({ zh: '小区', en: 'Compounds' }, locale), columns, 2);
  for await (const rows of pages) for (const row of rows) await sheet.add(shown.map(({ cell }) => cell(row, locale)));
  sheet.end();
  await workbook.commit();
}

const BOM = '\ufeff';
const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Numbers as the register says them (88.33); text that a spreadsheet would run is protected. */
export function csvLine(cells: readonly CellValue[], formats: readonly string[]): string {
  const fields = cells.map((cell, index) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return formats[index] === '0.00' ? cell.toFixed(2) : String(cell);
    return quoted(protectCsv(cell));
  });
  return `${fields.join(',')}\r\n`;
}

async function writeCsv(out: Writable, shown: readonly Column[], pages: Pages, locale: Locale): Promise<void> {
  const formats = shown.map(({ format }) => format);
  const send = async (chunk: string) => {
    if (!out.write(chunk)) await once(out, 'drain');
  };
  const header = shown.map(({ label }) => labelIn(label, locale));
  await send(BOM + csvLine(header, formats));
  for await (const rows of pages)
    await send(
      rows
        .map((row) =>
          csvLine(
            shown.map(({ cell }) => cell(row, locale)),
            formats,
          ),
        )
        .join(''),
    );
  out.end();
}

async function nameOf(actor: Actor, format: ExportFormat): Promise<string> {
  const [clock] = await withActor(
    actor,
    (tx) =>
      tx.$queryRaw<{ at: string }[]>`
        SELECT to_char(anju_now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD-HH24MI') AS at`,
  );
  return `${labelIn({ zh: '小区列表', en: 'compounds' }, actor.locale)}-${clock?.at ?? ''}.${format}`;
}

/** What the list shows, and nothing of owners. */
export async function writeCompoundsList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptRequest; county: string | null },
  progress: Progress,
): Promise<string> {
  const shown = COLUMNS.filter(({ of }) => of === 'name' || !kept.columns || kept.columns.includes(of));
  const pages = listed(actor, kept, county, progress);
  await (kept.format === 'csv' ? writeCsv : writeXlsx)(out, shown, pages, actor.locale);
  return nameOf(actor, kept.format);
}
