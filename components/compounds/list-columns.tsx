import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import { chosenColumns } from '@/components/ui/chosen-columns';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { sorting } from '@/components/ui/sort-link';
import type { Params } from '@/components/ui/url';
import type { CompoundRow } from '@/lib/domain/compounds/answers';
import { COMPOUND_STATUS_LABELS, OWNERSHIP_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import type { CompoundListQuery } from '@/lib/domain/compounds/list-query';
import {
  type CompoundStatus,
  LIST_COLUMNS,
  type ListColumn,
  type OwnershipKind,
  type Willingness,
} from '@/lib/domain/compounds/types';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatAreaNumber } from '@/lib/format/area';
import { formatRelative } from '@/lib/format/date';
import { type Html, html } from '@/lib/format/html';
import { formatCount, NONE } from '@/lib/format/number';
import { unitName, unitNames } from '@/lib/format/unit-name';
import { outcomeHtml } from './outcome';

export const COLUMN_KEYS = LIST_COLUMNS;
export type ColumnKey = ListColumn;

const USUAL: ColumnKey[] = [
  'name',
  'place',
  'year',
  'ownership',
  'buildings',
  'households',
  'area',
  'eligibility',
  'missing',
  'updated',
];

export const visibleColumns = (asked: string | undefined, manyCounties: boolean): ColumnKey[] =>
  chosenColumns(COLUMN_KEYS, asked, (key) => USUAL.includes(key) || (manyCounties && key === 'county'));

interface Setting {
  t: ReturnType<typeof useTranslations<'compounds'>>;
  locale: Locale;
  query: CompoundListQuery;
  params: Params;
  now: Date;
}

const SORTS = { name: 'name', year: 'year', households: 'households', area: 'area', updated: 'updated' } as const;

const unfilled = (text: string = NONE): Html => html`<span class="whitespace-nowrap text-ink-3">${text}</span>`;

type Cell = (row: CompoundRow) => Html | string | number;

/** A sentence with a number in it, made once for each number: of fifty rows many lack the same. */
function counted<T>(say: (count: number) => T): (count: number) => T {
  const said = new Map<number, T>();
  return (count) => {
    const known = said.get(count) ?? say(count);
    said.set(count, known);
    return known;
  };
}

const nameCell =
  (locale: Locale): Cell =>
  ({ id, name, status, code }) => {
    const mark =
      status !== 'active' &&
      html`<span class="${badgeStyle('neutral', 'ml-2')}">${labelIn(COMPOUND_STATUS_LABELS[status as CompoundStatus], locale)}</span>`;
    return html`<a href="/compounds/${id}" data-soft="" class="text-link font-medium">${name}</a>${mark}<span class="block text-xs font-normal text-ink-3">${code}</span>`;
  };

function cells({ t, locale, now }: Setting): Record<ColumnKey, Cell> {
  const word = <K extends string>(labels: Record<K, Label>, key: string | null) =>
    key ? labelIn(labels[key as K], locale) : unfilled();
  const fact = (value: boolean | null) => (value === null ? unfilled() : value ? t('tri.yes') : t('tri.no'));
  const lacking = counted((count) => html`<span class="whitespace-nowrap">${t('missingCount', { count })}</span>`);
  const complete = unfilled(t('missingNone'));
  return {
    name: nameCell(locale),
    county: (row) => unitName(row.county, locale),
    place: (row) => unitNames([row.subdistrict, row.community], locale).join(' / ') || unfilled(),
    address: (row) => row.address ?? unfilled(),
    year: (row) => row.year ?? unfilled(),
    ownership: (row) => word<OwnershipKind>(OWNERSHIP_LABELS, row.ownershipKind),
    originalUnit: (row) => row.originalUnit ?? unfilled(),
    buildings: (row) => formatCount(row.buildings),
    households: (row) => formatCount(row.households),
    area: (row) => formatAreaNumber(row.floorArea),
    exclusiveArea: (row) => formatAreaNumber(row.exclusiveArea),
    eligibility: (row) => outcomeHtml(row.eligibility, locale),
    missing: (row) => (row.missing === 0 ? complete : lacking(row.missing)),
    willingness: (row) => word<Willingness>(WILLINGNESS_LABELS, row.willingness),
    committee: (row) => fact(row.hasOwnersCommittee),
    service: (row) => fact(row.hasPropertyService),
    fund: (row) => fact(row.hasMaintenanceFund),
    status: (row) => word<CompoundStatus>(COMPOUND_STATUS_LABELS, row.status),
    updated: ({ updatedAt }) =>
      html`<time datetime="${updatedAt}" class="whitespace-nowrap text-ink-3">${formatRelative(new Date(updatedAt), now, locale)}</time>`,
  };
}

const RIGHT = new Set<ColumnKey>(['buildings', 'households', 'area', 'exclusiveArea']);
const DESK_ONLY = new Set<ColumnKey>(['ownership', 'buildings', 'missing', 'updated', 'status']);

export function listColumns(keys: readonly ColumnKey[], setting: Setting): MarkupColumn<CompoundRow>[] {
  const cell = cells(setting);
  const { t, params, query } = setting;
  return keys.map((key) => ({
    key,
    header: t(`columns.${key}`),
    cell: cell[key],
    align: RIGHT.has(key) ? 'right' : 'left',
    primary: key === 'name',
    // what somebody chose is shown on a phone too
    hideOnPhone: !params.columns && DESK_ONLY.has(key),
    ...(key in SORTS ? sorting('/compounds', params, SORTS[key as keyof typeof SORTS], query) : {}),
  }));
}
