import type { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith, type Params } from '@/components/ui/url';
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
import { formatCount, NONE } from '@/lib/format/number';
import { OutcomeLight } from './outcome';

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

/** The columns named in the address, in their order; else the usual ones, with the county where there are several. */
export function visibleColumns(asked: string | undefined, manyCounties: boolean): ColumnKey[] {
  const wanted = new Set(asked?.split(','));
  const chosen = COLUMN_KEYS.filter((key) => key === 'name' || wanted.has(key));
  if (chosen.length > 1) return chosen;
  return COLUMN_KEYS.filter((key) => USUAL.includes(key) || (manyCounties && key === 'county'));
}

interface Setting {
  t: ReturnType<typeof useTranslations<'compounds'>>;
  locale: Locale;
  query: CompoundListQuery;
  params: Params;
  now: Date;
}

const SORTS = { name: 'name', year: 'year', households: 'households', area: 'area', updated: 'updated' } as const;

function Unfilled({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}

function cells({ t, locale, now }: Setting): Record<ColumnKey, (row: CompoundRow) => React.ReactNode> {
  const word = <K extends string>(labels: Record<K, Label>, key: string | null) =>
    key ? labelIn(labels[key as K], locale) : <Unfilled>{NONE}</Unfilled>;
  const fact = (value: boolean | null) =>
    value === null ? <Unfilled>{NONE}</Unfilled> : value ? t('tri.yes') : t('tri.no');
  return {
    name: (row) => (
      <>
        <TextLink href={`/compounds/${row.id}`} className="font-medium">
          {row.name}
        </TextLink>
        {row.status !== 'active' && (
          <Badge className="ml-2">{labelIn(COMPOUND_STATUS_LABELS[row.status as CompoundStatus], locale)}</Badge>
        )}
        <span className="block text-xs font-normal text-ink-3">{row.code}</span>
      </>
    ),
    county: (row) => row.county.name,
    place: (row) =>
      [row.subdistrict?.name, row.community?.name].filter(Boolean).join(' / ') || <Unfilled>{NONE}</Unfilled>,
    address: (row) => row.address ?? <Unfilled>{NONE}</Unfilled>,
    year: (row) => row.year ?? <Unfilled>{NONE}</Unfilled>,
    ownership: (row) => word<OwnershipKind>(OWNERSHIP_LABELS, row.ownershipKind),
    originalUnit: (row) => row.originalUnit ?? <Unfilled>{NONE}</Unfilled>,
    buildings: (row) => formatCount(row.buildings),
    households: (row) => formatCount(row.households),
    area: (row) => formatAreaNumber(row.floorArea),
    exclusiveArea: (row) => formatAreaNumber(row.exclusiveArea),
    eligibility: (row) => <OutcomeLight outcome={row.eligibility} />,
    missing: (row) =>
      row.missing === 0 ? <Unfilled>{t('missingNone')}</Unfilled> : t('missingCount', { count: row.missing }),
    willingness: (row) => word<Willingness>(WILLINGNESS_LABELS, row.willingness),
    committee: (row) => fact(row.hasOwnersCommittee),
    service: (row) => fact(row.hasPropertyService),
    fund: (row) => fact(row.hasMaintenanceFund),
    status: (row) => word<CompoundStatus>(COMPOUND_STATUS_LABELS, row.status),
    updated: (row) => (
      <time dateTime={row.updatedAt} className="whitespace-nowrap text-ink-3">
        {formatRelative(new Date(row.updatedAt), now, locale)}
      </time>
    ),
  };
}

const RIGHT = new Set<ColumnKey>(['buildings', 'households', 'area', 'exclusiveArea']);
const DESK_ONLY = new Set<ColumnKey>(['ownership', 'buildings', 'missing', 'updated', 'status']);

export function listColumns(keys: readonly ColumnKey[], setting: Setting): Column<CompoundRow>[] {
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

function sorting(key: keyof typeof SORTS, { query, params }: Setting) {
  const active = query.sort === SORTS[key];
  const order = active && query.order === 'asc' ? 'desc' : 'asc';
  return {
    sortHref: hrefWith('/compounds', params, { sort: SORTS[key], order, cursor: undefined }),
    direction: active ? query.order : undefined,
  };
}
