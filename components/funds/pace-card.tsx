import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { PaceAnswer } from '@/lib/domain/funds/watch-answers';
import { yuanText } from '@/lib/format/money-text';
import { unitName } from '@/lib/format/unit-name';
import { PaceNote } from './pace-note';

/** Each county beside the calendar; the furthest behind first. */
export function PaceCard({ paces }: { paces: readonly PaceAnswer[] }) {
  const t = useTranslations('allocation.pace');
  const locale = useLocale();
  const [first] = paces;
  if (!first) return <p className="text-sm text-ink-3">{t('noneReceived')}</p>;
  return (
    <Card title={t('title')} description={t('text', { year: String(first.year) })}>
      <ul className="divide-y divide-line">
        {[...paces]
          .sort((a, b) => b.behind - a.behind)
          .map(({ county, received, paid, ...pace }) => (
            <li
              key={county.id}
              className="grid items-baseline gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[6rem_1fr] min-[87.5rem]:grid-cols-[6rem_1fr_auto]"
            >
              <span className="font-medium">{unitName(county, locale)}</span>
              <PaceNote pace={pace} />
              <span className="text-sm text-ink-3 tabular-nums sm:max-[87.5rem]:col-start-2">
                {t('of', { received: yuanText(received, locale), paid: yuanText(paid, locale) })}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  );
}
