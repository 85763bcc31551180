import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import { ChoiceList } from './choice-list';
import { FormerCard } from './former-card';
import { MoneyEditor } from './money-editor';
import { MoneyTable } from './money-table';
import { MoneyUsed } from './money-used';
import { valuesOf } from './money-values';
import { RankingList } from './ranking-list';
import { TargetsTable } from './targets-table';

type Props = { plan: PlanDetail; mayWrite: boolean };

/** Left the ranking, right who is in and who is not; above the money that decides it. */
export function PlanView({ plan, mayWrite }: Props) {
  const t = useTranslations('annual.plans');
  const isOpen = plan.status === 'draft' && plan.whole;
  return (
    <div className="space-y-4">
      {!plan.whole && <Banner tone="neutral" title={t('ownOnly')} />}
      {plan.lockShort.length > 0 && <Banner tone="red" title={t('lockShort', { count: plan.lockShort.length })} />}
      {plan.minimumShort.length > 0 && (
        <Banner tone="amber" title={t('minimumShort', { count: plan.minimumShort.length })} />
      )}
      <Card title={t('money')} description={t('moneyText')} id="money">
        {isOpen ? (
          <MoneyEditor key={plan.version} plan={plan} mayWrite={mayWrite} />
        ) : (
          <MoneyTable counties={plan.counties} sources={plan.sources} values={valuesOf(plan)} />
        )}
        {plan.whole && (
          <div className="mt-4">
            <MoneyUsed plan={plan} />
          </div>
        )}
      </Card>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <RankingList plan={plan} mayWrite={mayWrite && isOpen} />
        <ChoiceList plan={plan} />
      </div>
      {plan.former && <FormerCard former={plan.former} />}
      {(plan.whole || plan.status === 'confirmed') && (
        <Card title={t('targets')} id="targets">
          <TargetsTable plan={plan} />
        </Card>
      )}
    </div>
  );
}
