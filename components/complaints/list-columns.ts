import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import type { MarkupColumn } from '@/components/ui/markup-table';
import type { ComplaintRow } from '@/lib/domain/complaints/answers';
import { CHANNEL_LABELS, COMPLAINT_KIND_LABELS, STATUS_LABELS } from '@/lib/domain/complaints/labels';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { type Html, html } from '@/lib/format/html';
import { NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { assigneeName, limitWord, STATUS_TONES, type Subjects, subjectName } from './words';

interface Setting {
  t: ReturnType<typeof useTranslations<'complaints'>>;
  locale: Locale;
  today: CalendarDate;
  subjects: Subjects;
  soonDays: number;
  manyCounties: boolean;
}

const INKS = { red: 'text-red-ink', amber: 'text-amber-ink', green: 'text-ink-3', neutral: 'text-ink-3' };
const SHOWN = 60;

/** The first words of it; what people write is text here, whatever it looks like. */
function excerpt(content: string): string {
  const letters = [...content.replace(/\s+/g, ' ')];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
}

function dueHtml(row: ComplaintRow, setting: Setting): Html | string {
  if (row.status === 'merged') return NONE;
  const word = limitWord(row, setting);
  const day = formatDate(row.dueOn as CalendarDate, setting.locale);
  return html`<span class="whitespace-nowrap">${day}</span>${word && html`<span class="block text-xs ${INKS[word.light]}">${word.text}</span>`}`;
}

export function listColumns(setting: Setting): MarkupColumn<ComplaintRow>[] {
  const { t, locale, subjects, manyCounties } = setting;
  return [
    {
      key: 'content',
      header: t('columns.content'),
      primary: true,
      className: 'sm:min-w-56',
      cell: ({ id, no, content, complaints, reopenedOn }) =>
        html`<a href="/complaints/${id}" data-soft="" class="text-link font-medium wrap-anywhere">${excerpt(content)}</a><span class="block text-xs font-normal text-ink-3">${no}${complaints > 1 && html` · ${t('joinedCount', { count: String(complaints) })}`}${reopenedOn && html` · ${t('reopened')}`}</span>`,
    },
    {
      key: 'subject',
      header: t('columns.subject'),
      cell: ({ kind, subject }) =>
        html`<span class="whitespace-nowrap">${subjectName(subjects, subject, locale)}</span><span class="block text-xs text-ink-3">${labelIn(COMPLAINT_KIND_LABELS[kind], locale)}</span>`,
    },
    ...(manyCounties
      ? [
          {
            key: 'county',
            header: t('columns.county'),
            className: 'whitespace-nowrap',
            cell: ({ county }: ComplaintRow) => unitName(county, locale),
          },
        ]
      : []),
    {
      key: 'compound',
      header: t('columns.compound'),
      className: 'sm:min-w-28',
      cell: ({ compound }) => compound?.name ?? t('whole'),
    },
    {
      key: 'receivedOn',
      header: t('columns.receivedOn'),
      hideOnPhone: true,
      cell: ({ receivedOn, channel }) =>
        html`<span class="whitespace-nowrap">${formatDate(receivedOn as CalendarDate, locale)}</span><span class="block text-xs text-ink-3">${labelIn(CHANNEL_LABELS[channel], locale)}</span>`,
    },
    {
      key: 'status',
      header: t('columns.status'),
      className: 'sm:min-w-28',
      cell: (row) =>
        html`<span class="${badgeStyle(STATUS_TONES[row.status])}">${labelIn(STATUS_LABELS[row.status], locale)}</span><span class="block text-xs text-ink-3">${row.drafted && row.status === 'assigned' ? t('drafted') : assigneeName(row, locale)}</span>`,
    },
    { key: 'dueOn', header: t('columns.dueOn'), cell: (row) => dueHtml(row, setting) },
  ];
}
