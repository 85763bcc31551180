import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import type { MarkupColumn } from '@/components/ui/markup-table';
import type { Tone } from '@/components/ui/tone';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { paperKind } from '@/lib/domain/papers/official/register';
import type { FormatLink, OfficialPaperRow } from '@/lib/domain/papers/official/schema';
import type { PaperState } from '@/lib/domain/papers/official/types';
import { formatDate } from '@/lib/format/date';
import { type Html, html, joined } from '@/lib/format/html';
import { unitName } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'officialPapers'>>;
  locale: Locale;
}

const TONES: Record<PaperState, Tone> = { draft: 'amber', issued: 'accent', void: 'neutral' };

/** A file is fetched by the browser itself; a page to print is opened. */
function fileHtml({ format, href, payer }: FormatLink, title: string, { t }: Setting): Html {
  const word = t(`format.${format}`);
  const text = payer === null ? word : t('payer', { format: word, payer });
  const label = t('fileOf', { format: text, title });
  const style = payer === null ? 'text-link whitespace-nowrap' : 'text-link';
  return format === 'print'
    ? html`<a href="${href}" data-soft="" aria-label="${label}" class="${style}">${text}</a>`
    : html`<a href="${href}" download="" aria-label="${label}" class="${style}">${text}</a>`;
}

const filesHtml = ({ formats, title }: OfficialPaperRow, setting: Setting): Html =>
  html`<span class="flex max-w-96 flex-wrap gap-x-3 gap-y-1 max-sm:justify-end">${joined(formats.map((one) => fileHtml(one, title, setting)))}</span>`;

function titleHtml({ title, record, documentNo }: OfficialPaperRow): Html {
  const number = documentNo ? html`<span class="block text-xs font-normal text-ink-3">${documentNo}</span>` : '';
  return html`<a href="${record}" data-soft="" class="text-link font-medium">${title}</a>${number}`;
}

export function paperColumns(setting: Setting): MarkupColumn<OfficialPaperRow>[] {
  const { t, locale } = setting;
  return [
    { key: 'title', header: t('column.title'), primary: true, cell: titleHtml },
    { key: 'kind', header: t('column.kind'), cell: ({ kind }) => labelIn(paperKind(kind).label, locale) },
    {
      key: 'county',
      header: t('column.county'),
      cell: ({ county }) =>
        html`<span class="whitespace-nowrap">${county ? unitName(county, locale) : t('prefecture')}</span>`,
    },
    {
      key: 'date',
      header: t('column.date'),
      cell: ({ on }) => html`<span class="whitespace-nowrap">${formatDate(calendarDateOf(on), locale)}</span>`,
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) => html`<span class="${badgeStyle(TONES[state])}">${t(`state.${state}`)}</span>`,
    },
    { key: 'files', header: t('column.files'), cell: (row) => filesHtml(row, setting) },
  ];
}
