import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import type { BuildingProgress } from '@/lib/domain/contributions/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { yuanText } from '@/lib/format/money-text';

type Props = {
  buildings: readonly BuildingProgress[];
  hrefOf: (building: string) => string;
  active: string | undefined;
};

/** A bar per building: what has come in of what is due. The name opens its households. */
export function ProgressCard({ buildings, hrefOf, active }: Props) {
  const t = useTranslations('contributions.progress');
  const locale = useLocale();
  if (buildings.length === 0) return null;
  return (
    <Card title={t('title')} description={t('text')}>
      <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2">
        {buildings.map((one) => (
          <li key={one.id} className="text-sm">
            <p className="flex flex-wrap justify-between gap-x-3">
              <TextLink href={hrefOf(one.id)} aria-current={one.id === active ? 'true' : undefined}>
                {one.name}
              </TextLink>
              <span className="text-ink-2">
                {t('households', { paid: one.paidHouseholds, households: one.households })}
              </span>
            </p>
            <Progress
              label={t('bar', { name: one.name })}
              // in whole fen: a bar needs no more than what a number holds
              done={Number(parseHundredths(one.paid) ?? 0n)}
              total={Number(parseHundredths(one.due) ?? 0n)}
              tone={one.paidHouseholds === one.households ? 'green' : 'accent'}
            />
            <p className="text-ink-3">{t('left', { sum: yuanText(one.left, locale) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
