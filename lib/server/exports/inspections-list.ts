import 'server-only';
import type { Writable } from 'node:stream';
import type { FoundRow, InspectionRow } from '@/lib/domain/inspections/answers';
import { INSPECTION_LEVEL_LABELS } from '@/lib/domain/inspections/labels';
import {
  type FoundColumn,
  type InspectionColumn,
  type InspectionListQuery,
  inspectionListQuery,
} from '@/lib/domain/inspections/schema';
import { FINDING_GRADE_LABELS, FINDING_STATUS_LABELS } from '@/lib/domain/projects/labels';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDateTime } from '@/lib/format/date';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import type { Tx } from '@/lib/server/db/with-actor';
import { withActor } from '@/lib/server/db/with-actor';
import { listFound } from '@/lib/server/inspections/findings-list';
import { listInspections } from '@/lib/server/inspections/queries';
import type { KeptOfFindings, KeptOfInspections } from './jobs';
import { columnsOf, type FileColumn, shownOf, worded, words } from './list-columns';
import { pagesOf, writeList } from './list-file';
import type { Progress } from './survey-export';

const of = columnsOf<InspectionRow, InspectionColumn>();

export function inspectionColumns({ inspections }: Rulebook): FileColumn<InspectionRow, InspectionColumn>[] {
  const { text, number } = of;
  return [
    text('project', '项目编号', 'Code', 18, (row) => row.project.code),
    text('project', '项目名称', 'Project', 32, (row) => row.project.name),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    text('day', '检查日期', 'Inspected', 12, (row) => row.inspectedOn),
    text('level', '检查层级', 'Level', 14, (row, locale) => words(INSPECTION_LEVEL_LABELS, row.level, locale)),
    text('level', '检查人', 'Inspector', 32, (row) => row.inspector),
    text('place', '小区', 'Compound', 24, (row) => row.compound?.name ?? null),
    text('place', '楼栋', 'Building', 14, (row) => row.building?.name ?? null),
    text('kinds', '检查类别', 'Kinds', 16, (row, locale) =>
      row.kinds.map((code) => worded(inspections.kinds, code, locale)).join(locale === 'en' ? ', ' : '、'),
    ),
    number('result', '合格项', 'Right', '0', (row) => row.passed),
    number('result', '不合格项', 'Wrong', '0', (row) => row.failed),
    number('open', '未销号问题', 'Open findings', '0', (row) => row.findingsOpen),
    number('result', '照片数', 'Photos', '0', (row) => row.photos),
    text('result', '停工通知', 'Stop-work note', 20, (row) => row.stopWork),
    text('day', '服务器收到时间', 'Received', 20, (row, locale) => formatDateTime(new Date(row.receivedAt), locale)),
  ];
}

const found = columnsOf<FoundRow, FoundColumn>();
const YES = { yes: { zh: '是', en: 'Yes' } };

export function foundColumns(rulebook: Rulebook): FileColumn<FoundRow, FoundColumn>[] {
  const { text, number } = found;
  const { points } = siteRulesOf(rulebook).checklists;
  return [
    text('project', '项目编号', 'Code', 18, (row) => row.project.code),
    text('project', '项目名称', 'Project', 32, (row) => row.project.name),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    text('place', '小区', 'Compound', 24, (row) => row.compound?.name ?? null),
    text('place', '楼栋', 'Building', 14, (row) => row.building?.name ?? null),
    text('place', '部位', 'Place', 18, (row) => row.place),
    text('kind', '检查类别', 'Kind', 12, (row, locale) => worded(rulebook.inspections.kinds, row.kind, locale)),
    text('kind', '检查层级', 'Level', 14, (row, locale) => words(INSPECTION_LEVEL_LABELS, row.level, locale)),
    text('content', '改造内容', 'Item', 24, (row, locale) => worded(rulebook.menu, row.item, locale)),
    text('content', '检查要点', 'Check point', 36, (row, locale) => worded(points, row.check, locale)),
    text('content', '问题', 'Finding', 44, (row) => row.content),
    text('content', '程度', 'Grade', 10, (row, locale) => words(FINDING_GRADE_LABELS, row.grade, locale)),
    text('content', '责任单位', 'Responsible', 24, (row) => row.responsible),
    text('limit', '检查日期', 'Inspected', 12, (row) => row.inspectedOn),
    text('limit', '整改期限', 'Limit', 12, (row) => row.limitOn),
    text('limit', '逾期未整改', 'Late', 12, (row, locale) => (row.late ? words(YES, 'yes', locale) : null)),
    text('status', '状态', 'State', 12, (row, locale) => words(FINDING_STATUS_LABELS, row.status, locale)),
    number('status', '第几次发生', 'Occurrence', '0', (row) => row.repeatNo),
    number('status', '发现次数', 'Times seen', '0', (row) => row.timesSeen),
    text('status', '停工通知', 'Stop-work note', 20, (row) => row.stopWork),
    text('right', '整改情况', 'Put right', 36, (row) => row.rectification),
    text('right', '整改日期', 'Put right on', 12, (row) => row.rectifiedOn),
    text('right', '复查日期', 'Checked on', 12, (row) => row.recheckedOn),
    text('right', '复查意见', 'Check', 28, (row) => row.recheckNote),
  ];
}

interface Asked<Kept> {
  kept: Kept;
  county: string | null;
}

/** Lists that are turned page by page, read through to the end: the place is the number of the next page. */
function pagesBy<Row>(
  actor: Actor,
  { kept, county }: Asked<KeptOfInspections | KeptOfFindings>,
  list: (tx: Tx, actor: Actor, query: InspectionListQuery) => Promise<{ items: Row[]; total: number }>,
  progress: Progress,
): AsyncGenerator<Row[]> {
  return pagesOf(async ({ limit, cursor }) => {
    const page = Number(cursor ?? 1);
    const query = inspectionListQuery.parse({ ...kept.query, ...(county ? { county } : {}), limit, page });
    const { items, total } = await withActor(actor, (tx) => list(tx, actor, query));
    return { items, total, nextCursor: page * limit < total ? String(page + 1) : null };
  }, progress);
}

/** The inspections that the list would show this person, in its order. */
export async function writeInspectionsList(
  out: Writable,
  actor: Actor,
  asked: Asked<KeptOfInspections>,
  progress: Progress,
): Promise<string> {
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  return writeList(out, actor, {
    format: asked.kept.format,
    name: { zh: '质量安全检查列表', en: 'inspections' },
    sheet: { zh: '质量安全检查', en: 'Inspections' },
    columns: shownOf(inspectionColumns(rulebook), asked.kept.columns),
    pages: pagesBy(actor, asked, listInspections, progress),
  });
}

/** What was found, under the same conditions: one line a finding, with what became of it. */
export async function writeFindingsList(
  out: Writable,
  actor: Actor,
  asked: Asked<KeptOfFindings>,
  progress: Progress,
): Promise<string> {
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  return writeList(out, actor, {
    format: asked.kept.format,
    name: { zh: '质量安全问题列表', en: 'findings' },
    sheet: { zh: '质量安全问题', en: 'Findings' },
    columns: shownOf(foundColumns(rulebook), asked.kept.columns),
    pages: pagesBy(actor, asked, listFound, progress),
  });
}
