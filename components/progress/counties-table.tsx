import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith } from '@/components/ui/url';
import type { ProgressAnswer } from '@/lib/domain/progress/answers';
import { formatDateTime } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { TIME_LIGHTS } from './words';

const TONES = { submitted: 'accent', returned: 'amber', accepted: 'green' } as const;

/** 各县市报送情况 of a month; a county opens its projects. */
export function CountiesTable({ counties, month }: Pick<ProgressAnswer, 'counties' | 'month'>) {
  const t = useTranslations('progress');
  const locale = useLocale();
  return (
    <Card title={t('month_.counties')} flush>
      <DataTable
        caption={t('month_.counties')}
        rows={counties}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('month_.none')} />}
        columns={[
          {
            key: 'county',
            header: t('month_.county'),
            primary: true,
            cell: (county) => (
              <TextLink href={hrefWith('/progress', { month, county: county.id })}>{unitName(county, locale)}</TextLink>
            ),
          },
          { key: 'projects', header: t('month_.projects'), align: 'right', cell: ({ projects }) => String(projects) },
          {
            key: 'submitted',
            header: t('month_.submitted'),
            align: 'right',
            cell: ({ submitted }) => String(submitted),
          },
          { key: 'accepted', header: t('month_.accepted'), align: 'right', cell: ({ accepted }) => String(accepted) },
          {
            key: 'overdue',
            header: t('month_.overdue'),
            align: 'right',
            cell: ({ overdue }) => (overdue > 0 ? <StatusLight light="red">{String(overdue)}</StatusLight> : '0'),
          },
          {
            key: 'due',
            header: t('month_.due'),
            cell: ({ dueAt }) => formatDateTime(new Date(dueAt), locale),
          },
          {
            key: 'summary',
            header: t('month_.summary'),
            cell: ({ summary, timeliness }) => (
              <span className="flex flex-wrap items-center gap-2">
                {summary ? (
                  <Badge tone={TONES[summary.status]}>{t(`summary.status.${summary.status}`)}</Badge>
                ) : (
                  t('summary.none')
                )}
                <StatusLight light={TIME_LIGHTS[timeliness]}>{t(`timeliness.${timeliness}`)}</StatusLight>
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
