import { Check } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { labelIn } from '@/lib/domain/kernel/label';
import type { MeasureView } from '@/lib/domain/votes/answers';
import { MEASURE_LABELS } from '@/lib/domain/votes/labels';
import { amount, figure, lineAt } from './measure-words';

/** One measure against its threshold: the bar, the line, and what is still missing in words. */
export function ThresholdGauge({ measure, compact }: { measure: MeasureView; compact?: boolean }) {
  const t = useTranslations('votes');
  const locale = useLocale();
  const { part, whole, percent, threshold, reached, missing, strict } = measure;
  const name = labelIn(MEASURE_LABELS[measure.of], locale);
  const state = missing === null ? t('gauge.reached') : t('gauge.missing', { missing: amount(measure, missing, t) });
  const share = Math.min(100, Number(percent ?? 0));
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className={cn('font-medium', compact ? 'text-sm' : 'text-base')}>{name}</span>
        <span className="text-sm text-ink-3 tabular-nums">
          {t('gauge.of', { part: figure(measure, part), whole: amount(measure, whole, t) })}
        </span>
      </figcaption>
      <div
        role="img"
        aria-label={t('gauge.label', {
          name,
          part: figure(measure, part),
          whole: amount(measure, whole, t),
          percent: percent ?? '0',
          state,
        })}
        className={cn('relative mt-1.5', compact ? 'pb-4' : 'pb-5')}
      >
        <div
          className={cn(
            'overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset',
            compact ? 'h-2.5' : 'h-5',
          )}
        >
          <div className={cn('h-full', reached ? 'bg-green' : 'bg-accent')} style={{ width: `${share}%` }} />
        </div>
        <div
          aria-hidden="true"
          className="absolute top-0 -mt-1 flex flex-col items-center"
          style={{ left: `${lineAt(threshold)}%`, transform: 'translateX(-50%)' }}
        >
          <span className={cn('w-0.5 bg-ink', compact ? 'h-4.5' : 'h-7')} />
          <span className="mt-0.5 text-xs leading-none whitespace-nowrap text-ink-2">
            {strict ? `> ${threshold}` : threshold}
          </span>
        </div>
      </div>
      <p className={cn('flex flex-wrap items-baseline justify-between gap-x-3', compact ? 'text-sm' : '')}>
        <span className={cn('font-semibold tabular-nums', compact ? '' : 'text-2xl tracking-tight')}>
          {percent === null ? '—' : `${percent}%`}
        </span>
        <span
          className={cn('inline-flex items-center gap-1 font-medium', reached ? 'text-green-ink' : 'text-amber-ink')}
        >
          {reached && <Check aria-hidden="true" className="size-4" />}
          {state}
        </span>
      </p>
    </figure>
  );
}
