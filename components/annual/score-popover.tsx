'use client';

import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import type { FactorAnswer, RankedAnswer } from '@/lib/domain/annual/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { groupThousands } from '@/lib/format/number';
import { PreferenceLine } from './preference-line';

type Part = FactorAnswer['parts'][number];

/** Areas are kept in 0.01 m²; everything else is counted. */
const counted = ({ code }: Part, text: string): string =>
  code === 'agreeArea' ? formatAreaNumber(hundredths(text)) : groupThousands(text);
const hundredths = (text: string) => {
  const digits = text.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function Line({ part }: { part: Part }) {
  const t = useTranslations('annual.plans');
  const name = t(`part.${part.code as 'deficiencies'}`);
  return (
    <li className={part.counts ? undefined : 'text-ink-3'}>
      <span className="block">
        {name}
        {!part.counts && `（${t('notCounted')}）`}
      </span>
      <span className="block tabular-nums text-ink-3">
        {t('partLine', {
          part: counted(part, part.part),
          whole: counted(part, part.whole),
          full: part.full,
          points: part.points,
        })}
      </span>
    </li>
  );
}

type Props = Pick<RankedAnswer, 'total' | 'factors' | 'preference'> & { name: string };

/** Every number that makes up a score. */
export function ScorePopover({ name, total, factors, preference }: Props) {
  const t = useTranslations('annual.plans');
  return (
    <Popover
      label={t('scoreOf', { name })}
      className="w-96"
      scrolls
      trigger={
        <button
          type="button"
          aria-label={`${t('scoreOf', { name })} ${total}`}
          className="no-print min-h-6 shrink-0 whitespace-nowrap rounded-sm text-sm font-semibold text-accent-ink tabular-nums underline decoration-accent-line decoration-dotted underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
        >
          {total}
        </button>
      }
    >
      <p className="mb-2 text-sm font-semibold">{t('scoreOf', { name })}</p>
      {factors.map(({ factor, weight, score, parts }) => (
        <section key={factor} className="mb-3 text-sm last:mb-0">
          <h3 className="flex justify-between gap-4 border-b border-line pb-1 font-medium">
            <span>
              {t(`factor.${factor}`)} <span className="text-ink-3">{t('weighed', { weight: String(weight) })}</span>
            </span>
            <span className="tabular-nums">{score}</span>
          </h3>
          <ul className="mt-1 space-y-1 text-xs">
            {parts.map((part) => (
              <Line key={part.code} part={part} />
            ))}
          </ul>
        </section>
      ))}
      {preference && (
        <section className="mb-3 text-sm">
          <h3 className="flex justify-between gap-4 border-b border-line pb-1 font-medium">
            <span>{t('preference.name')}</span>
            <span className="tabular-nums">+{preference.points}</span>
          </h3>
          <p className="mt-1 text-xs text-ink-2">
            <PreferenceLine preference={preference} />
          </p>
        </section>
      )}
      <p className="flex justify-between border-t border-line pt-2 text-sm font-semibold">
        <span>{t('total')}</span>
        <span className="tabular-nums">{total}</span>
      </p>
    </Popover>
  );
}
