'use client';

import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { StatusLight } from '@/components/ui/status-light';
import { type FieldHome, sumsNow, verdictNow } from '@/lib/domain/field/overlay';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { countedIn, type Measure, percentOf } from '@/lib/domain/votes/count';
import { MEASURE_LABELS } from '@/lib/domain/votes/labels';
import { formatAreaNumber } from '@/lib/format/area';

type Props = {
  taken: RoundPackage;
  homes: readonly FieldHome[] /** Stays in sight above the houses: figures alone. */;
  slim?: boolean;
};

/** The thresholds of the year's test, counted here from the package and what was recorded on this device. */
export function Gauges({ taken, homes, slim }: Props) {
  const t = useTranslations('field.gauges');
  const locale = useLocale();
  const verdict = verdictNow(taken, sumsNow(homes));
  if (!verdict) return null;
  const name = locale === 'en' ? verdict.nameEn : verdict.name;
  return (
    <section aria-label={t('label', { name })} className="space-y-2">
      <div className="grid grid-cols-2 gap-x-4 gap-y-3">
        {verdict.measures.map((measure) => (
          <Gauge key={measure.of} measure={measure} />
        ))}
      </div>
      {!slim && verdict.passed && <StatusLight light="green">{t('passed')}</StatusLight>}
      {!slim && <p className="text-xs text-ink-3">{t('counted')}</p>}
    </section>
  );
}

const MISSING = { households: 'missingHouseholds', owners: 'missingOwners' } as const;

function Gauge({ measure }: { measure: Measure }) {
  const t = useTranslations('field.gauges');
  const locale = useLocale();
  const { of, part, whole, threshold, reached, missing } = measure;
  const percent = percentOf(measure) ?? '0.00';
  const at = (threshold.numerator / threshold.denominator) * 100;
  const filled = whole > 0n ? Number((part * 10_000n) / whole) / 100 : 0;
  const counted = countedIn(of);
  const figure = (value: bigint) => (counted === 'area' ? formatAreaNumber(value) : String(value));
  const still =
    counted === 'area' ? t('missingArea', { area: figure(missing) }) : t(MISSING[counted], { count: String(missing) });
  return (
    <div className="min-w-0">
      <p className="flex items-baseline justify-between gap-2">
        <span className="truncate text-xs text-ink-2">{labelIn(MEASURE_LABELS[of], locale)}</span>
        <span className="text-lg font-semibold">{percent}%</span>
      </p>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="mt-0.5 block h-3 w-full">
        <rect y="3" width="100" height="6" className="fill-line" />
        <rect y="3" width={filled} height="6" className={reached ? 'fill-green' : 'fill-accent'} />
        <rect x={at - 0.5} width="1" height="12" className="fill-ink" />
      </svg>
      <p className="mt-0.5 flex flex-wrap justify-between gap-x-2 text-xs">
        <span className="text-ink-3">
          {figure(part)} / {figure(whole)}
        </span>
        <span className={cn('font-medium', reached ? 'text-green-ink' : 'text-ink')}>
          {reached ? t('reached') : still}
        </span>
      </p>
    </div>
  );
}
