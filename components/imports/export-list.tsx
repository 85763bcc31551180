'use client';

import { Download } from 'lucide-react';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { ListSkeleton } from '@/components/ui/skeleton';
import type { Tone } from '@/components/ui/tone';
import { usePolled } from '@/lib/client/use-polled';
import type { ExportStatus, ExportView } from '@/lib/domain/exports/answers';
import type { Page } from '@/lib/domain/imports/answers';
import { today } from '@/lib/domain/kernel/calendar-date';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatReason, type ReasonMessages } from '@/lib/format/reason';
import { onExportNews } from './export-news';
import { ListProblem } from './problem-view';

const TONES: Record<ExportStatus, Tone> = {
  waiting: 'neutral',
  running: 'accent',
  done: 'green',
  failed: 'red',
  expired: 'neutral',
};
const isOver = ({ status }: ExportView) => status !== 'waiting' && status !== 'running';

/** Looks again while a file is being made; a new one is announced by whoever asked for it. */
export function ExportList() {
  const t = useTranslations('imports.exports');
  const locale = useLocale();
  const { value, problem, refresh } = usePolled<Page<ExportView>>('/api/v1/exports?limit=20', {
    settled: ({ items }) => items.every(isOver),
  });
  useEffect(() => onExportNews(refresh), [refresh]);
  const columns: Column<ExportView>[] = [
    {
      key: 'file',
      header: t('file'),
      primary: true,
      cell: (line) => (
        <>
          {line.file?.name ?? t(`kinds.${line.kind}`)}
          {line.county && !line.file && <span className="ml-2 text-ink-3">{line.county.name}</span>}
          {line.unmasked && (
            <Badge tone="amber" className="ml-2">
              {t('unmasked')}
            </Badge>
          )}
        </>
      ),
    },
    { key: 'status', header: t('status'), cell: (line) => <State line={line} /> },
    {
      key: 'when',
      header: t('when'),
      className: 'whitespace-nowrap',
      cell: (line) => formatDateTime(new Date(line.createdAt), locale),
    },
    {
      key: 'get',
      header: '',
      align: 'right',
      cell: (line) =>
        line.status === 'done' && (
          <LinkButton
            size="sm"
            download
            href={`/api/v1/exports/${line.id}/file`}
            icon={<Download aria-hidden="true" />}
          >
            {t('get')}
          </LinkButton>
        ),
    },
  ];
  if (!value && problem) return <ListProblem problem={problem} again={refresh} />;
  if (!value) return <ListSkeleton rows={3} />;
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={value.items}
      rowKey={(line) => line.id}
      empty={
        <EmptyState
          title={t('empty')}
          description={t('emptyText')}
          action={<LinkButton href="/compounds">{t('toList')}</LinkButton>}
        />
      }
    />
  );
}

function State({ line }: { line: ExportView }) {
  const t = useTranslations('imports.exports');
  const reasons = useMessages().reasons as ReasonMessages;
  const locale = useLocale();
  return (
    <>
      <Badge tone={TONES[line.status]}>{t(`statuses.${line.status}`)}</Badge>
      {line.status === 'running' && line.progress.total > 0 && (
        <span className="ml-2 text-ink-3">{t('progress', line.progress)}</span>
      )}
      {line.status === 'done' && line.expiresAt && (
        <span className="ml-2 text-ink-3">
          {t('until', { day: formatDate(today(new Date(line.expiresAt)), locale) })}
        </span>
      )}
      {line.failure?.map((failure) => (
        <span key={failure.code} className="mt-0.5 block text-red-ink">
          {formatReason(failure, reasons)}
        </span>
      ))}
    </>
  );
}
