'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ListSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { usePages } from '@/lib/client/use-pages';
import type { ImportLine } from '@/lib/domain/imports/answers';
import { formatDateTime } from '@/lib/format/date';
import { PageTurner } from './page-turner';
import { ListProblem } from './problem-view';
import { StatusBadge } from './status-badge';
import { useCounted } from './use-counted';

export function ImportHistory() {
  const t = useTranslations('imports.history');
  const locale = useLocale();
  const { parts } = useCounted();
  const { page, problem, again, ...turn } = usePages<ImportLine>('/api/v1/imports', 20);
  const content = (line: ImportLine) => {
    const said = [parts(line.counts), line.errors > 0 && t('errors', { count: line.errors })].filter(Boolean);
    return said.length > 0 ? said.join(' · ') : t('nothing');
  };
  const columns: Column<ImportLine>[] = [
    {
      key: 'file',
      header: t('file'),
      primary: true,
      cell: (line) => <TextLink href={`/imports/${line.id}`}>{line.fileName}</TextLink>,
    },
    { key: 'status', header: t('status'), cell: (line) => <StatusBadge status={line.status} /> },
    { key: 'counts', header: t('counts'), cell: content },
    { key: 'who', header: t('who'), className: 'whitespace-nowrap', cell: (line) => line.createdBy.name },
    {
      key: 'when',
      header: t('when'),
      className: 'whitespace-nowrap',
      cell: (line) => formatDateTime(new Date(line.createdAt), locale),
    },
  ];
  if (problem) return <ListProblem problem={problem} again={again} />;
  if (!page) return <ListSkeleton rows={4} />;
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={page.items}
        rowKey={(line) => line.id}
        empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
      />
      <PageTurner {...turn} total={page.total} />
    </>
  );
}
