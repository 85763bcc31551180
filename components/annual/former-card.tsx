import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { PlanDetail } from '@/lib/domain/annual/answers';

/** What this version changes of the one before it. */
export function FormerCard({ former }: { former: NonNullable<PlanDetail['former']> }) {
  const t = useTranslations('annual.plans');
  const lines = [
    ...former.comesIn.map((one) => ({ ...one, what: t('comesIn') })),
    ...former.fallsOut.map((one) => ({ ...one, what: t('fallsOut') })),
  ];
  return (
    <Card title={t('formerTitle', { no: former.no })} id="former">
      {lines.length === 0 ? (
        <p className="text-sm text-ink-3">{t('formerSame', { no: former.no })}</p>
      ) : (
        <ul className="space-y-1 text-sm">
          {lines.map(({ id, what, name, code }) => (
            <li key={id}>
              <span className="font-medium">{what}</span> {name} <span className="text-xs text-ink-3">{code}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
