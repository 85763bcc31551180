import type { useTranslations } from 'next-intl';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { lightHtml } from '@/components/ui/status-light';
import { calendarDateOf, daysBetween, today } from '@/lib/domain/kernel/calendar-date';
import type { Locale } from '@/lib/domain/kernel/label';
import type { RoundLine } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { type Html, html } from '@/lib/format/html';
import { formatCount, NONE } from '@/lib/format/number';
import { unitNames } from '@/lib/format/unit-name';
import { lacking } from './measure-words';
import { lightOf, roundWord } from './round-light';

interface Setting {
  t: ReturnType<typeof useTranslations<'votes'>>;
  locale: Locale;
  now: Date;
  /** several communities are shown, or several counties: each row says its own */
  places: boolean;
  counties: boolean;
}

const quiet = (text: string): Html => html`<span class="whitespace-nowrap text-ink-3">${text}</span>`;
const nowrap = (text: string): Html => html`<span class="whitespace-nowrap">${text}</span>`;

function daysCell({ status, plannedCloseOn }: RoundLine, { t, now }: Setting): Html | string {
  if (status !== 'open' && status !== 'draft') return quiet(NONE);
  if (!plannedCloseOn) return quiet(t('noDay'));
  const days = daysBetween(today(now), calendarDateOf(plannedCloseOn));
  return days < 0
    ? html`<span class="font-medium text-red-ink">${t('daysOver', { days: -days })}</span>`
    : nowrap(t('daysLeft', { days }));
}

function distanceCell({ deciding, tally, outcome }: RoundLine, { t, locale }: Setting): Html {
  if (!deciding || !tally) return quiet(t('notOpen'));
  if (deciding.passed) return outcome === 'passed' ? quiet(t('reached')) : lightHtml('green', t('reached'));
  const what = lacking(deciding, t, locale === 'en' ? ', ' : '、');
  return html`<span class="font-medium ${locale === 'en' ? '' : 'xl:whitespace-nowrap'}">${t('lacks', { what })}</span>`;
}

/** Rounds under way as a county or the prefecture looks at them: how far from the thresholds, how many days, what to look at. */
export function roundColumns(setting: Setting): MarkupColumn<RoundLine>[] {
  const { t, locale, places, counties } = setting;
  const right = { align: 'right' as const };
  return [
    {
      key: 'compound',
      header: t('columns.compound'),
      primary: true,
      cell: ({ id, compound, code }) =>
        html`<a href="/votes/${id}" data-soft="" class="text-link font-medium">${compound.name}</a><span class="block text-xs font-normal whitespace-nowrap text-ink-3">${code}</span>`,
    },
    ...(places
      ? [
          {
            key: 'place',
            header: t('columns.place'),
            hideOnPhone: true,
            cell: ({ county, community }: RoundLine) =>
              unitNames(counties ? [county, community] : [community], locale).join(' / ') || quiet(NONE),
          },
        ]
      : []),
    {
      key: 'round',
      header: t('columns.round'),
      cell: ({ round, attempt }) => {
        const name = t(round === 1 ? 'short.first' : 'short.second');
        return nowrap(attempt > 1 ? t('shortAttempt', { round: name, attempt }) : name);
      },
    },
    {
      key: 'status',
      header: t('columns.status'),
      cell: ({ status, outcome }) =>
        html`<span class="light-wraps">${lightHtml(lightOf(status, outcome), roundWord(status, outcome, locale))}</span>`,
    },
    {
      key: 'returned',
      header: t('columns.returned'),
      ...right,
      cell: ({ tally }) =>
        tally ? nowrap(`${formatCount(tally.returned)} / ${formatCount(tally.households)}`) : quiet(NONE),
    },
    {
      key: 'agree',
      header: t('columns.agree'),
      ...right,
      cell: ({ tally }) => (tally ? formatCount(tally.agreeHouseholds) : quiet(NONE)),
    },
    {
      key: 'area',
      header: t('columns.area'),
      unit: '（㎡）',
      ...right,
      hideOnPhone: true,
      cell: ({ tally }) => (tally ? formatAreaNumber(tally.agreeArea) : quiet(NONE)),
    },
    { key: 'distance', header: t('columns.distance'), cell: (row) => distanceCell(row, setting) },
    { key: 'days', header: t('columns.days'), cell: (row) => daysCell(row, setting) },
    {
      key: 'signs',
      header: t('columns.signs'),
      cell: ({ signs: count }) => (count > 0 ? lightHtml('amber', t('signs', { count })) : quiet(t('noSigns'))),
    },
  ];
}
