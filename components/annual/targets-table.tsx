import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

/** What each county has to reach by this plan. */
export function TargetsTable({ plan }: { plan: PlanDetail }) {
  const t = useTranslations('annual.plans');
  const common = useTranslations('annual');
  const locale = useLocale();
  const sum = (pick: (one: PlanDetail['counties'][number]) => number) =>
    formatCount(plan.counties.reduce((total, one) => total + pick(one), 0));
  return (
    <DataTable
      caption={t('targets')}
      rows={plan.counties}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: 'name', header: common('county'), primary: true, cell: (one) => unitName(one, locale) },
        { key: 'minimum', header: t('minimum'), align: 'right', cell: ({ minimum }) => formatCount(minimum) },
        { key: 'chosen', header: t('projectsColumn'), align: 'right', cell: ({ chosen }) => formatCount(chosen) },
        { key: 'compounds', header: t('compounds'), align: 'right', cell: ({ compounds }) => formatCount(compounds) },
        {
          key: 'households',
          header: t('households'),
          align: 'right',
          cell: ({ households }) => formatCount(households),
        },
      ]}
      footer={
        plan.whole
          ? {
              name: t('sum'),
              chosen: sum(({ chosen }) => chosen),
              compounds: sum(({ compounds }) => compounds),
              households: sum(({ households }) => households),
            }
          : undefined
      }
    />
  );
}
