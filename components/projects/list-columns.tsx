import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import { chosenColumns } from '@/components/ui/chosen-columns';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { sorting } from '@/components/ui/sort-link';
import { lightHtml } from '@/components/ui/status-light';
import type { Params } from '@/components/ui/url';
import { SHAPES } from '@/components/warnings/light-words';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import { ALL_COMPLETE, PROJECT_STATUS_LABELS, standingOf } from '@/lib/domain/projects/labels';
import { PROJECT_COLUMNS, type ProjectColumn, type ProjectListQuery } from '@/lib/domain/projects/list-query';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { stageNames } from '@/lib/domain/stages/names';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { formatRelative } from '@/lib/format/date';
import { type Html, html } from '@/lib/format/html';
import { wanNumberText } from '@/lib/format/money-text';
import { formatCount, NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { STATUS_TONES } from './project-header';

const HIDDEN: ProjectColumn[] = ['status', 'entity', 'budget', 'finalAccount', 'audited', 'updated'];

export const visibleColumns = (asked: string | undefined, manyCounties: boolean): ProjectColumn[] =>
  chosenColumns(PROJECT_COLUMNS, asked, (key) => !HIDDEN.includes(key) && (manyCounties || key !== 'county'));

interface Setting {
  t: ReturnType<typeof useTranslations<'projects'>>;
  locale: Locale;
  query: ProjectListQuery;
  params: Params;
  rulebook: Rulebook;
  now: Date;
}

type Cell = (row: ProjectRow) => Html | string | number;
const quiet = (text: string): Html => html`<span class="text-ink-3">${text}</span>`;
const unbroken = (text: string | number | Html): Html => html`<span class="whitespace-nowrap">${text}</span>`;

/** The status stands beside the name where it has no column of its own. */
function nameCell({ locale }: Setting, hasStatus: boolean): Cell {
  return ({ id, name, code, status }) => {
    const mark =
      !hasStatus &&
      status !== 'active' &&
      html`<span class="${badgeStyle(STATUS_TONES[status], 'ml-2')}">${labelIn(PROJECT_STATUS_LABELS[status], locale)}</span>`;
    return html`<a href="/projects/${id}" data-soft="" class="text-link font-medium">${name}</a>${mark}<span class="block whitespace-nowrap text-xs font-normal text-ink-3 sm:min-w-44">${code}</span>`;
  };
}

function cells(setting: Setting, hasStatus: boolean): Record<ProjectColumn, Cell> {
  const { t, locale, rulebook, now } = setting;
  const names = stageNames(rulebook, locale);
  const stage = (no: number) => {
    const name = names.stage(no);
    return name === undefined ? labelIn(ALL_COMPLETE, locale) : `${no} ${name}`;
  };
  // words of English are long, and stand well in two lines
  const word = (text: string) => (locale === 'en' ? text : unbroken(text));
  const sum = (of: (row: ProjectRow) => string | null): Cell => {
    return (row) => unbroken(wanNumberText(of(row), locale));
  };
  return {
    name: nameCell(setting, hasStatus),
    county: (row) => word(unitName(row.county, locale)),
    year: (row) => unbroken(row.year),
    stage: (row) => word(stage(row.stage)),
    step: (row) => html`<span class="block sm:min-w-22">${names.step(row.stage, row.step) ?? quiet(NONE)}</span>`,
    light: ({ light }) =>
      light === null ? quiet(NONE) : unbroken(lightHtml(SHAPES[light], labelIn(LIGHT_LABELS[light], locale))),
    status: (row) =>
      html`<span class="${badgeStyle(STATUS_TONES[row.status])}">${labelIn(standingOf(row), locale)}</span>`,
    entity: (row) => html`<span class="block sm:min-w-32">${row.entityName ?? quiet(t('head.noEntity'))}</span>`,
    compounds: (row) => formatCount(row.compounds),
    households: (row) => formatCount(row.households),
    estimate: sum((row) => row.estimate),
    budget: sum((row) => row.budget),
    contracts: sum((row) => row.contractSum),
    finalAccount: sum((row) => row.finalAccount),
    audited: sum((row) => row.audited),
    funding: sum((row) => row.fundingSum),
    findings: ({ findingsOpen }) =>
      findingsOpen > 0 ? html`<span class="font-medium text-red-ink">${formatCount(findingsOpen)}</span>` : quiet('0'),
    updated: ({ updatedAt }) =>
      html`<time datetime="${updatedAt}" class="whitespace-nowrap text-ink-3">${formatRelative(new Date(updatedAt), now, locale)}</time>`,
  };
}

const SUMS = new Set<ProjectColumn>(['estimate', 'budget', 'contracts', 'finalAccount', 'audited', 'funding']);
const COUNTS = new Set<ProjectColumn>(['compounds', 'households', 'findings']);
const DESK_ONLY = new Set<ProjectColumn>([
  'year',
  'entity',
  'households',
  'budget',
  'contracts',
  'finalAccount',
  'audited',
  'funding',
  'updated',
]);
const SORTS = { name: 'name', stage: 'stage', estimate: 'estimate', updated: 'updated' } as const;

export function projectColumns(keys: readonly ProjectColumn[], setting: Setting): MarkupColumn<ProjectRow>[] {
  const { t, params, query } = setting;
  const cell = cells(setting, keys.includes('status'));
  return keys.map((key) => ({
    key,
    header: t(`columns.${key}`),
    ...(SUMS.has(key) ? { unit: t('inWan') } : {}),
    cell: cell[key],
    align: SUMS.has(key) || COUNTS.has(key) ? 'right' : 'left',
    primary: key === 'name',
    // what somebody chose is shown on a phone too
    hideOnPhone: !params.columns && DESK_ONLY.has(key),
    ...(key in SORTS ? sorting('/projects', params, SORTS[key as keyof typeof SORTS], query) : {}),
  }));
}
