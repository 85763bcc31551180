import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import { chosenColumns } from '@/components/ui/chosen-columns';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { sorting } from '@/components/ui/sort-link';
import type { Params } from '@/components/ui/url';
import { ENTRY_COLUMNS, type EntryColumn, type EntryListQuery } from '@/lib/domain/funds/entries-query';
import { countedSum, type EntryRow } from '@/lib/domain/funds/entry-answers';
import { itemLabel, MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { type Html, html } from '@/lib/format/html';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { earmarkName, type FundWords, sourceName } from '../words';

const HIDDEN: EntryColumn[] = ['earmark', 'contract', 'note'];
/** What is written in words has room for some of them. */
const ROOM: Partial<Record<EntryColumn, string>> = {
  project: 'sm:min-w-40',
  source: 'sm:min-w-36',
  counterparty: 'sm:min-w-36',
  items: 'sm:min-w-40',
  note: 'sm:min-w-36',
};
const DESK_ONLY = new Set<EntryColumn>(['earmark', 'contract', 'items', 'note']);

export const visibleColumns = (asked: string | undefined, manyCounties: boolean): EntryColumn[] =>
  chosenColumns(ENTRY_COLUMNS, asked, (key) => !HIDDEN.includes(key) && (manyCounties || key !== 'county'));

interface Setting {
  t: ReturnType<typeof useTranslations<'fundViews'>>;
  locale: Locale;
  query: EntryListQuery;
  params: Params;
  words: FundWords;
}

type Cell = (row: EntryRow) => Html | string | number;
const quiet = (text: string): Html => html`<span class="text-ink-3">${text}</span>`;
const plainYuan = (text: string, locale: Locale): string => yuanText(text, locale).replace(/ 元$/, '');

export const movementText = (
  { movement, of }: Pick<EntryRow, 'movement' | 'of'>,
  { t, locale }: Pick<Setting, 't' | 'locale'>,
): string =>
  movement === 'reversed'
    ? t('entries.reversalOf', { what: labelIn(MOVEMENT_LABELS[of], locale) })
    : labelIn(MOVEMENT_LABELS[movement], locale);

export const itemsText = ({ items }: EntryRow, words: FundWords, locale: Locale): string =>
  items.map(({ item }) => labelIn(itemLabel(words.menu, item), locale)).join(locale === 'en' ? ', ' : '、');

function cells({ t, locale, words }: Setting): Record<EntryColumn, Cell> {
  const sum = (text: string) => plainYuan(text, locale);
  return {
    name: ({ id, voucherNo, reversed }) =>
      html`<a href="/funds/entries/${id}" data-soft="" class="text-link font-medium whitespace-nowrap">${voucherNo}</a>${reversed && html`<span class="${badgeStyle('neutral', 'ml-2')}">${t('entries.reversed')}</span>`}`,
    date: ({ entryOn }) => html`<span class="whitespace-nowrap">${entryOn}</span>`,
    movement: (row) =>
      html`<span class="whitespace-nowrap ${row.movement === 'reversed' ? 'text-red-ink' : ''}">${movementText(row, { t, locale })}</span>`,
    county: ({ county }) => html`<span class="whitespace-nowrap">${unitName(county, locale)}</span>`,
    project: ({ project }) =>
      project
        ? html`<a href="/projects/${project.id}/money" data-soft="" class="text-link">${project.name}</a>`
        : quiet(t('entries.pool')),
    source: ({ source, kind }) => sourceName(words, source, kind, locale),
    earmark: ({ earmark }) => earmarkName(words, earmark, locale),
    amount: (row) => {
      const { amount } = row;
      const counted = countedSum(row);
      const tone = amount.startsWith('-') ? 'text-red-ink' : '';
      const whole = counted !== amount && quiet(t('entries.partOf', { sum: sum(amount) }));
      return html`<span class="whitespace-nowrap ${tone}">${sum(counted)}</span>${whole && html`<span class="block text-xs">${whole}</span>`}`;
    },
    counterparty: ({ counterparty }) => counterparty ?? quiet(NONE),
    contract: ({ contract }) => contract?.no ?? quiet(NONE),
    items: (row) =>
      row.items.length > 0
        ? html`<span class="block sm:max-w-72">${itemsText(row, words, locale)}</span>`
        : quiet(NONE),
    note: ({ note }) => note ?? quiet(NONE),
  };
}

export function entryColumns(keys: readonly EntryColumn[], setting: Setting): MarkupColumn<EntryRow>[] {
  const { t, params, query } = setting;
  const cell = cells(setting);
  return keys.map((key) => ({
    key,
    header: t(`entries.columns.${key}`),
    ...(key === 'amount' ? { unit: t('entries.inYuan') } : {}),
    cell: cell[key],
    className: ROOM[key],
    align: key === 'amount' ? 'right' : 'left',
    primary: key === 'name',
    hideOnPhone: !params.columns && DESK_ONLY.has(key),
    ...(key === 'date' ? sorting('/funds/entries', params, 'date', query) : {}),
  }));
}
