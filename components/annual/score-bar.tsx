import { useTranslations } from 'next-intl';
import type { FactorAnswer } from '@/lib/domain/annual/answers';

const SHADES = { condition: 'bg-accent', willingness: 'bg-accent/60', mechanism: 'bg-accent/30' } as const;

/** weight × score in points of 100: what each factor brings to the total, side by side. */
export function ScoreBar({ factors }: { factors: readonly FactorAnswer[] }) {
  const t = useTranslations('annual.plans');
  return (
    <span
      role="img"
      aria-label={factors.map(({ factor, score }) => `${t(`factor.${factor}`)} ${score}`).join(', ')}
      className="flex h-2.5 w-full overflow-hidden rounded-sm bg-sunken"
    >
      {factors.map(({ factor, weight, score }) => (
        <span key={factor} className={SHADES[factor]} style={{ width: `${(weight * Number(score)) / 100}%` }} />
      ))}
    </span>
  );
}

export function ScoreKey() {
  const t = useTranslations('annual.plans');
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-2">
      {(['condition', 'willingness', 'mechanism'] as const).map((factor) => (
        <span key={factor} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2.5 rounded-sm ${SHADES[factor]}`} />
          {t(`factor.${factor}`)}
        </span>
      ))}
    </p>
  );
}
