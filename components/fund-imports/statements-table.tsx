import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { StatementLine } from '@/lib/domain/funds/imports/answers';
import { formatDateTime } from '@/lib/format/date';
import { NONE } from '@/lib/format/number';
import { StatementBadge } from './state-badge';

export function StatementsTable({ statements }: { statements: readonly StatementLine[] }) {
  const t = useTranslations('fundImports');
  const locale = useLocale();
  const counts = ({ status, lines, undecided, errors }: StatementLine) =>
    [
      t('list.lineCount', { count: lines }),
      status === 'draft' && undecided > 0 && t('list.undecided', { count: undecided }),
      errors > 0 && t('list.errors', { count: errors }),
    ]
      .filter(Boolean)
      .join(' · ');
  const columns: Column<StatementLine>[] = [
    {
      key: 'file',
      header: t('list.file'),
      primary: true,
      className: 'sm:min-w-48',
      cell: ({ id, fileName }) => <TextLink href={`/funds/imports/${id}`}>{fileName}</TextLink>,
    },
    { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'period',
      header: t('list.period'),
      className: 'whitespace-nowrap',
      cell: ({ periodFrom, periodTo }) => (periodFrom ? `${periodFrom} – ${periodTo}` : NONE),
    },
    { key: 'status', header: t('list.status'), cell: ({ status }) => <StatementBadge status={status} /> },
    { key: 'lines', header: t('list.lines'), className: 'sm:min-w-36', cell: counts },
    { key: 'who', header: t('list.who'), className: 'sm:min-w-28', cell: ({ createdBy }) => createdBy },
    {
      key: 'when',
      header: t('list.when'),
      className: 'whitespace-nowrap',
      cell: ({ createdAt }) => formatDateTime(new Date(createdAt), locale),
    },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      columns={columns}
      rows={statements}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('list.none')} description={t('list.noneText')} />}
    />
  );
}
