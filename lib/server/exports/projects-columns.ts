import 'server-only';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import { ALL_COMPLETE, ENTITY_KIND_LABELS, standingOf } from '@/lib/domain/projects/labels';
import type { ProjectColumn } from '@/lib/domain/projects/list-query';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { stageNames } from '@/lib/domain/stages/names';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { formatDateTime } from '@/lib/format/date';
import { columnsOf, type FileColumn, words } from './list-columns';

const { text, number, decimal } = columnsOf<ProjectRow, ProjectColumn>();

/** Sums in yuan as ledgers write them; 阶段 apart from its number, so that a spreadsheet sorts ten behind nine. */
export function projectColumns(rulebook: Rulebook, language: Locale): FileColumn<ProjectRow, ProjectColumn>[] {
  const names = stageNames(rulebook, language);
  return [
    text('name', '项目编号', 'Code', 18, (row) => row.code),
    text('name', '项目名称', 'Project', 32, (row) => row.name),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    number('year', '年度', 'Year', '0', (row) => row.year),
    number('stage', '阶段序号', 'Stage number', '0', (row) => (names.stage(row.stage) ? row.stage : null)),
    text('stage', '阶段', 'Stage', 18, (row, locale) => names.stage(row.stage) ?? labelIn(ALL_COMPLETE, locale)),
    text('step', '下一步', 'Next step', 24, (row) => names.step(row.stage, row.step)),
    text('light', '灯', 'Light', 10, (row, locale) => words(LIGHT_LABELS, row.light, locale)),
    text('status', '状态', 'Status', 12, (row, locale) => labelIn(standingOf(row), locale)),
    text('entity', '实施单位类别', 'Kind of entity', 18, (row, locale) =>
      words(ENTITY_KIND_LABELS, row.entityKind, locale),
    ),
    text('entity', '实施单位', 'Implementing entity', 24, (row) => row.entityName),
    number('compounds', '小区数', 'Compounds', '0', (row) => row.compounds),
    number('households', '户数', 'Households', '0', (row) => row.households),
    decimal('estimate', '概算（元）', 'Estimate (yuan)', (row) => row.estimate),
    decimal('budget', '预算（元）', 'Budget (yuan)', (row) => row.budget),
    decimal('contracts', '合同合计（元）', 'Contracts (yuan)', (row) => row.contractSum),
    decimal('finalAccount', '决算（元）', 'Final account (yuan)', (row) => row.finalAccount),
    decimal('audited', '审定（元）', 'Audited (yuan)', (row) => row.audited),
    decimal('funding', '资金筹措（元）', 'Funding (yuan)', (row) => row.fundingSum),
    number('findings', '未销号问题', 'Open findings', '0', (row) => row.findingsOpen),
    text('updated', '更新时间', 'Updated', 20, (row, locale) => formatDateTime(new Date(row.updatedAt), locale)),
  ];
}
