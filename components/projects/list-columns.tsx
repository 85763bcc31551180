import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { hrefWith, type Params } from '@/components/ui/url';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import { PROJECT_STATUS_LABELS } from '@/lib/domain/projects/labels';
import type { ProjectListQuery } from '@/lib/domain/projects/list-query';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { type Html, html } from '@/lib/format/html';
import { formatCount, NONE } from '@/lib/format/number';
import { wanText } from './money-text';
import { STATUS_TONES } from './project-header';

export const COLUMN_KEYS = [
  'name',
  'county',
  'year',
  'stage',
  'step',
  'entity',
  'compounds',
  'households',
  'estimate',
  'contracts',
  'funding',
  'findings',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

const HIDDEN: ColumnKey[] = ['entity'];

/** The columns named in the address, in their order; else the usual ones, with the county where there are several. */
export function visibleColumns(asked: string | undefined, manyCounties: boolean): ColumnKey[] {
  const wanted = new Set(asked?.split(','));
  const chosen = COLUMN_KEYS.filter((key) => key === 'name' || wanted.has(key));
  if (chosen.length > 1) return chosen;
  return COLUMN_KEYS.filter((key) => !HIDDEN.includes(key) && (manyCounties || key !== 'county'));
}

interface Setting {
  t: ReturnType<typeof useTranslations<'projects'>>;
  locale: Locale;
  query: ProjectListQuery;
  params: Params;
  rulebook: Rulebook;
}

type Cell = (row: ProjectRow) => Html | string | number;
const quiet = (text: string): Html => html`<span class="text-ink-3">${text}</span>`;

function nameCell({ locale }: Setting): Cell {
  return ({ id, name, code, status }) => {
    const mark =
      status !== 'active' &&
      html`<span class="${badgeStyle(STATUS_TONES[status], 'ml-2')}">${labelIn(PROJECT_STATUS_LABELS[status], locale)}</span>`;
    return html`<a href="/projects/${id}" data-soft="" class="text-link font-medium">${name}</a>${mark}<span class="block text-xs font-normal text-ink-3">${code}</span>`;
  };
}

function cells(setting: Setting): Record<ColumnKey, Cell> {
  const { t, locale, rulebook } = setting;
  const named = <T extends { name: string; nameEn: string }>(one: T | undefined) =>
    (locale === 'en' ? one?.nameEn : one?.name) ?? NONE;
  const stages = new Map(rulebook.stages.map((stage) => [stage.number, `${stage.number} ${named(stage)}`]));
  const steps = new Map(
    workflowOf(rulebook).stages.flatMap(({ stage, steps: all }) =>
      all.map((step) => [`${stage}/${step.code}`, named(step)] as const),
    ),
  );
  return {
    name: nameCell(setting),
    county: (row) => row.county.name,
    year: (row) => row.year,
    stage: ({ stage }) => html`<span class="whitespace-nowrap">${stages.get(stage) ?? t('complete')}</span>`,
    step: ({ stage, step }) => (step ? (steps.get(`${stage}/${step}`) ?? step) : quiet(NONE)),
    entity: (row) => row.entityName ?? quiet(t('head.noEntity')),
    compounds: (row) => formatCount(row.compounds),
    households: (row) => formatCount(row.households),
    estimate: (row) => wanText(row.estimate, locale),
    contracts: (row) => wanText(row.contractSum, locale),
    funding: (row) => wanText(row.fundingSum, locale),
    findings: ({ findingsOpen }) =>
      findingsOpen > 0 ? html`<span class="font-medium text-red-ink">${formatCount(findingsOpen)}</span>` : quiet('0'),
  };
}

const RIGHT = new Set<ColumnKey>(['compounds', 'households', 'estimate', 'contracts', 'funding', 'findings']);
const DESK_ONLY = new Set<ColumnKey>(['year', 'entity', 'households', 'contracts', 'funding']);
const SORTS = { name: 'name', stage: 'stage', estimate: 'estimate' } as const;

function sorting(key: keyof typeof SORTS, { query, params }: Setting) {
  const active = query.sort === SORTS[key];
  const order = active && query.order === 'asc' ? 'desc' : 'asc';
  return {
    sortHref: hrefWith('/projects', params, { sort: SORTS[key], order, cursor: undefined }),
    direction: active ? query.order : undefined,
  };
}

export function projectColumns(keys: readonly ColumnKey[], setting: Setting): MarkupColumn<ProjectRow>[] {
  const cell = cells(setting);
  return keys.map((key) => ({
    key,
    header: setting.t(`columns.${key}`),
    cell: cell[key],
    align: RIGHT.has(key) ? 'right' : 'left',
    primary: key === 'name',
    hideOnPhone: DESK_ONLY.has(key),
    ...(key in SORTS ? sorting(key as keyof typeof SORTS, setting) : {}),
  }));
}
