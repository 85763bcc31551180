import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import type { MarkupColumn } from '@/components/ui/markup-table';
import type { Tone } from '@/components/ui/tone';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { NoticeRow } from '@/lib/domain/notices/answers';
import { NOTICE_KIND_LABELS, NOTICE_STATUS_LABELS } from '@/lib/domain/notices/labels';
import { daysLeft } from '@/lib/domain/notices/period';
import type { NoticeStatus } from '@/lib/domain/notices/types';
import { formatDate } from '@/lib/format/date';
import { type Html, html } from '@/lib/format/html';
import { unitName } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'notices'>>;
  locale: Locale;
  today: CalendarDate;
  manyCounties: boolean;
}

export const STATUS_TONES: Record<NoticeStatus, Tone> = {
  draft: 'neutral',
  published: 'accent',
  completed: 'neutral',
  withdrawn: 'neutral',
};

function periodHtml({ startsOn, endsOn, status }: NoticeRow, { t, locale, today }: Setting): Html {
  if (!startsOn || !endsOn) return html`<span class="text-ink-3">${t('notYet')}</span>`;
  const [from, to] = [startsOn as CalendarDate, endsOn as CalendarDate];
  const dates = t('periodFromTo', { from: formatDate(from, locale), to: formatDate(to, locale) });
  const period = html`<span class="break-keep">${dates}</span>`;
  if (status !== 'published') return period;
  const left = daysLeft({ startsOn: from, endsOn: to }, today);
  const said = left === 0 ? t('over') : left === 1 ? t('lastDay') : t('left', { days: String(left) });
  return html`${period}<span class="block text-xs text-ink-3">${said}</span>`;
}

export function listColumns(setting: Setting): MarkupColumn<NoticeRow>[] {
  const { t, locale, manyCounties } = setting;
  return [
    {
      key: 'title',
      header: t('columns.title'),
      primary: true,
      cell: ({ id, title }) => html`<a href="/notices/${id}" data-soft="" class="text-link font-medium">${title}</a>`,
    },
    { key: 'kind', header: t('columns.kind'), cell: ({ kind }) => labelIn(NOTICE_KIND_LABELS[kind], locale) },
    {
      key: 'status',
      header: t('columns.status'),
      cell: ({ status }) =>
        html`<span class="${badgeStyle(STATUS_TONES[status])}">${labelIn(NOTICE_STATUS_LABELS[status], locale)}</span>`,
    },
    ...(manyCounties
      ? [{ key: 'county', header: t('columns.county'), cell: ({ county }: NoticeRow) => unitName(county, locale) }]
      : []),
    { key: 'period', header: t('columns.period'), cell: (row) => periodHtml(row, setting) },
    { key: 'issuer', header: t('columns.issuer'), hideOnPhone: true, cell: ({ issuer }) => issuer },
    {
      key: 'objections',
      header: t('columns.objections'),
      align: 'right',
      cell: ({ openObjections }) =>
        openObjections > 0
          ? t('openObjections', { count: String(openObjections) })
          : html`<span class="text-ink-3">${t('none')}</span>`,
    },
  ];
}
