import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { FeasibilityAnswer } from '@/lib/domain/feasibility/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatWanYuan } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

export const REPORT_LIGHTS = { draft: 'neutral', consented: 'amber', approved: 'green' } as const;

/** Reports of the counties that one sees, version by version. */
export function ReportList({ reports }: { reports: readonly FeasibilityAnswer[] }) {
  const t = useTranslations('annual.feasibility');
  const common = useTranslations('annual');
  const locale = useLocale();
  const wan = (text: string) => formatWanYuan(parseHundredths(text) ?? 0n, locale);
  return (
    <DataTable
      phoneFirst={10}
      caption={t('title')}
      rows={reports}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
      columns={[
        {
          key: 'title',
          header: t('field.title'),
          primary: true,
          className: 'sm:min-w-56',
          cell: ({ id, title, no }) => (
            <TextLink href={`/feasibility/${id}`}>
              {title} · {common('version', { no })}
            </TextLink>
          ),
        },
        {
          key: 'county',
          header: common('county'),
          className: 'whitespace-nowrap',
          cell: ({ county }) => unitName(county, locale),
        },
        { key: 'projects', header: t('projects'), align: 'right', cell: ({ projects }) => formatCount(projects) },
        { key: 'investment', header: t('investment'), align: 'right', cell: ({ investment }) => wan(investment) },
        { key: 'cost', header: t('cost'), align: 'right', cell: ({ cost }) => wan(cost) },
        {
          key: 'status',
          header: t('steps'),
          cell: ({ status }) => <StatusLight light={REPORT_LIGHTS[status]}>{t(`status.${status}`)}</StatusLight>,
        },
      ]}
    />
  );
}
