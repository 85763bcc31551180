import 'server-only';
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
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import type { Actor } from '@/lib/server/actor';
import { listCompounds } from '@/lib/server/compounds/list';
import { withActor } from '@/lib/server/db/with-actor';
import type { CellValue } from '@/lib/server/workbooks/cells';
import type { KeptOfCompounds } from './jobs';
import { columnsOf, shownOf, words } from './list-columns';
import { pagesOf, writeList } from './list-file';
import type { Progress } from './survey-export';

const { text, number, decimal } = columnsOf<CompoundRow, ListColumn>();

const yesNo = (fact: boolean | null, locale: Locale): CellValue =>
  fact === null ? null : labelIn(fact ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }, locale);

const COLUMNS = [
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
  decimal('area', '建筑面积（㎡）', 'Floor area (m²)', (row) => row.floorArea),
  decimal('exclusiveArea', '专有面积（㎡）', 'Exclusive area (m²)', (row) => row.exclusiveArea),
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

/** What the list shows, and nothing of owners. */
export function writeCompoundsList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptOfCompounds; county: string | null },
  progress: Progress,
): Promise<string> {
  const pages = pagesOf((place) => {
    const query = compoundListQuery.parse({ ...kept.query, ...(county ? { county } : {}), ...place });
    return withActor(actor, (tx) => listCompounds(tx, actor, query));
  }, progress);
  return writeList(out, actor, {
    format: kept.format,
    name: { zh: '小区列表', en: 'compounds' },
    sheet: { zh: '小区', en: 'Compounds' },
    columns: shownOf(COLUMNS, kept.columns),
    pages,
  });
}
