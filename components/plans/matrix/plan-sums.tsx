import { useLocale, useTranslations } from 'next-intl';
import { Stat, StatGrid } from '@/components/ui/stat';
import type { PlanView } from '@/lib/domain/plans/answers';
import { wan, yuan } from '../words';

/** What the plan comes to. */
export function PlanSums({ plan }: { plan: PlanView }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const attested = plan.haves.filter(({ attested: yes }) => yes).length;
  return (
    <StatGrid>
      <Stat
        label={t('todoItems')}
        value={String(plan.sums.todo)}
        note={t('ofBuildings', { count: plan.buildings.length })}
      />
      <Stat label={t('cost')} value={wan(plan.sums.cost, locale)} note={yuan(plan.sums.cost, locale)} />
      <Stat label={t('residentShare')} value={wan(plan.sums.share, locale)} note={yuan(plan.sums.share, locale)} />
      <Stat label={t('haves.title')} value={`${attested}/${plan.haves.length}`} href="#haves" />
    </StatGrid>
  );
}
