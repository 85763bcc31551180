import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { SupervisionAnswer } from '@/lib/domain/supervision/answers';
import { unitName } from '@/lib/format/unit-name';
import { LimitText } from './limit-text';

type Props = { notices: readonly SupervisionAnswer[]; manyCounties: boolean; isFiltered: boolean; action?: ReactNode };

/** 督办通知, what is most urgent first. */
export function NoticeList({ notices, manyCounties, isFiltered, action }: Props) {
  const t = useTranslations('supervision');
  const locale = useLocale();
  const county = {
    key: 'county',
    header: t('column.county'),
    className: 'whitespace-nowrap',
    cell: (notice: SupervisionAnswer) => unitName(notice.county, locale),
  };
  return (
    <DataTable
      caption={t('caption')}
      rows={notices}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('empty')} description={t(isFiltered ? 'emptyFiltered' : 'emptyText')} action={action} />
      }
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          primary: true,
          className: 'sm:min-w-56',
          cell: ({ id, title, documentNo }) => (
            <>
              <TextLink href={`/supervision/${id}`}>{title}</TextLink>
              <span className="block text-xs font-normal text-ink-3">{documentNo}</span>
            </>
          ),
        },
        ...(manyCounties ? [county] : []),
        {
          key: 'projects',
          header: t('column.projects'),
          className: 'whitespace-nowrap',
          cell: ({ projects }) => (projects === 0 ? t('wholeCounty') : t('projectCount', { count: projects })),
        },
        { key: 'limit', header: t('column.limit'), cell: (notice) => <LimitText notice={notice} /> },
        {
          key: 'status',
          header: t('column.status'),
          cell: ({ status, light }) => <StatusLight light={light}>{t(`status.${status}`)}</StatusLight>,
        },
        {
          key: 'reminders',
          header: t('column.reminders'),
          className: 'whitespace-nowrap',
          cell: ({ reminders }) => (reminders === 0 ? t('never') : t('times', { count: reminders })),
        },
      ]}
    />
  );
}
