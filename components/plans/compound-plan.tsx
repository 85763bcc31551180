import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { labelIn } from '@/lib/domain/kernel/label';
import type { PlanVersion } from '@/lib/domain/plans/answers';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { yuan } from './words';

type Props = { compoundId: string; versions: readonly PlanVersion[]; mayWrite: boolean };

/** The latest version of a compound's plan, on the compound's page. */
export function CompoundPlan({ compoundId, versions, mayWrite }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const [plan] = versions;
  return (
    <Card title={t('tile.title')} id="plan">
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <p className={plan ? undefined : 'text-ink-3'}>
          {plan
            ? t('tile.state', {
                no: plan.no,
                status: labelIn(PLAN_STATUS_LABELS[plan.status], locale),
                items: plan.todoItems,
                cost: yuan(plan.cost, locale),
              })
            : t('tile.none')}
        </p>
        <span className="no-print flex items-center gap-3">
          {plan && <TextLink href={`/plans/${plan.id}`}>{t('tile.view')}</TextLink>}
          {mayWrite && plan?.status !== 'draft' && (
            <LinkButton size="sm" href={`/plans/new?compound=${compoundId}`}>
              {t(plan ? 'newVersion' : 'makeNew')}
            </LinkButton>
          )}
        </span>
      </div>
    </Card>
  );
}
