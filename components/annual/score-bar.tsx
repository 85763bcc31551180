import { useTranslations } from 'next-intl';
import type { RankedAnswer } from '@/lib/domain/annual/answers';

const SHADES = { condition: 'bg-accent', willingness: 'bg-accent/60', mechanism: 'bg-accent/30' } as const;

const PREFERRED = 'bg-ink-2';

type Props = Pick<RankedAnswer, 'factors' | 'preference'> & {
  /** as many points as the whole length is */
  whole: number;
};

/** weight × score in points of 100: what each factor brings to the total, side by side, and the preference behind them. */
export function ScoreBar({ factors, preference, whole }: Props) {
  const t = useTranslations('annual.plans');
  const said = factors.map(({ factor, score }) => `${t(`factor.${factor}`)} ${score}`);
  const width = (points: number) => ({ width: `${(points * 100) / whole}%` });
  return (
    <span
      role="img"
      aria-label={[...said, ...(preference ? [`${t('preference.name')} +${preference.points}`] : [])].join(', ')}
      className="flex h-2.5 w-full overflow-hidden rounded-sm bg-sunken"
    >
      {factors.map(({ factor, weight, score }) => (
        <span key={factor} className={SHADES[factor]} style={width((weight * Number(score)) / 100)} />
      ))}
      {preference && <span className={PREFERRED} style={width(Number(preference.points))} />}
    </span>
  );
}

export function ScoreKey({ preferring }: { preferring: boolean }) {
  const t = useTranslations('annual.plans');
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-2">
      {(['condition', 'willingness', 'mechanism'] as const).map((factor) => (
        <span key={factor} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2.5 rounded-sm ${SHADES[factor]}`} />
          {t(`factor.${factor}`)}
        </span>
      ))}
      {preferring && (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2.5 rounded-sm ${PREFERRED}`} />
          {t('preference.name')}
        </span>
      )}
    </p>
  );
}
