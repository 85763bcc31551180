import { useLocale, useTranslations } from 'next-intl';
import type { EntrySums } from '@/lib/domain/funds/entry-answers';
import { MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';
import { fenOf } from '../words';

/** What all that is listed comes to, movement by movement. */
export function EntrySumsLine({ sums }: { sums: EntrySums }) {
  const t = useTranslations('fundViews.entries');
  const locale = useLocale();
  const moved = (['allocated', 'assigned', 'received', 'paid'] as const).filter((key) => fenOf(sums[key]) !== 0n);
  if (moved.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 rounded-lg border border-line bg-surface px-4 py-2.5 text-sm">
      <p className="text-ink-3">{t('sums')}</p>
      <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        {moved.map((key) => (
          <div key={key} className="flex gap-2">
            <dt className="text-ink-3">{labelIn(MOVEMENT_LABELS[key], locale)}</dt>
            <dd className="font-semibold tabular-nums">{yuanText(sums[key], locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
