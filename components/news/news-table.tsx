import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { FileLink } from '@/components/ui/file-link';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { NewsAnswer } from '@/lib/domain/news/schema';
import { formatDate } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { type NewsWords, wordOf } from './words';

type Props = {
  news: readonly NewsAnswer[];
  words: NewsWords;
  manyCounties: boolean;
  mayWithdraw: boolean;
  empty: ReactNode;
};

/** Where it appeared, by which document, or how the meeting went. */
function Basis({ news, words }: { news: NewsAnswer; words: NewsWords }) {
  const t = useTranslations('news');
  const locale = useLocale();
  const { medium, outlet, documentNo, issuer, place, participants } = news;
  const lines = [
    [outlet, medium && wordOf(words.media, medium, locale)],
    [issuer, documentNo],
    [place && participants ? t('meetingOf', { place, count: participants }) : null],
  ].map((parts) => parts.filter(Boolean).join(' · '));
  return lines.filter(Boolean).map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

function Status({ news, mayWithdraw }: { news: NewsAnswer; mayWithdraw: boolean }) {
  const t = useTranslations('news');
  const { id, version, status, title, withdrawnReason } = news;
  const name = t('withdrawTitle', { name: title });
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:justify-end">
      <StatusLight light={status === 'filed' ? 'green' : 'neutral'}>{t(`status.${status}`)}</StatusLight>
      {withdrawnReason && <span className="max-w-60 text-xs text-ink-3">{withdrawnReason}</span>}
      {mayWithdraw && status === 'filed' && (
        <ReasonDialog
          title={name}
          action={t('withdraw')}
          path={`/api/v1/news/${id}/withdraw`}
          version={version}
          done={t('withdrawn')}
          trigger={
            <Button size="sm" aria-label={name}>
              {t('withdraw')}
            </Button>
          }
        />
      )}
    </span>
  );
}

export function NewsTable({ news, words, manyCounties, mayWithdraw, empty }: Props) {
  const t = useTranslations('news');
  const locale = useLocale();
  const county: Column<NewsAnswer> = {
    key: 'county',
    header: t('column.county'),
    className: 'whitespace-nowrap',
    cell: (one) => unitName(one.county, locale),
  };
  return (
    <DataTable
      caption={t('caption')}
      rows={news}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          primary: true,
          cell: ({ title, summary }) => (
            <>
              {title}
              {summary && <span className="block max-w-96 text-xs font-normal text-ink-3">{summary}</span>}
            </>
          ),
        },
        {
          key: 'date',
          header: t('column.date'),
          className: 'whitespace-nowrap',
          cell: ({ happenedOn }) => formatDate(calendarDateOf(happenedOn), locale),
        },
        ...(manyCounties ? [county] : []),
        { key: 'year', header: t('column.year'), cell: ({ year }) => String(year) },
        {
          key: 'kind',
          header: t('column.kind'),
          className: 'break-keep',
          cell: ({ kind }) => wordOf(words.kinds, kind, locale),
        },
        {
          key: 'level',
          header: t('column.level'),
          className: 'whitespace-nowrap',
          cell: ({ level }) => wordOf(words.levels, level, locale),
        },
        { key: 'medium', header: t('column.medium'), cell: (one) => <Basis news={one} words={words} /> },
        {
          key: 'evidence',
          header: t('column.evidence'),
          cell: ({ link, file }) => (
            <>
              {link && (
                <TextLink href={link} target="_blank">
                  {t('link')}
                </TextLink>
              )}
              {file && (
                <span className="block">
                  <FileLink file={file} />
                </span>
              )}
            </>
          ),
        },
        { key: 'status', header: t('column.status'), cell: (one) => <Status news={one} mayWithdraw={mayWithdraw} /> },
      ]}
    />
  );
}
