'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { TallyView, VerdictView } from '@/lib/domain/votes/answers';
import { countedIn } from '@/lib/domain/votes/count';
import { formatCount } from '@/lib/format/number';
import { figure, lineAt } from '../measure-words';

/** The whole round in two lines while one works at a building: how far each measure is, and what it lacks. */
export function RoundPulse({ tally, verdict }: { tally: TallyView; verdict: VerdictView | undefined }) {
  const t = useTranslations('voteGrid.pulse');
  return (
    <section
      aria-label={t('title')}
      className="mb-4 grid gap-x-8 gap-y-2.5 rounded-lg border border-line bg-surface px-4 py-3 lg:grid-cols-3"
    >
      <Line
        name={t('returned')}
        part={formatCount(tally.returned)}
        whole={formatCount(tally.households)}
        percent={Math.floor((tally.returned * 100) / Math.max(1, tally.households))}
        says={
          tally.returned === tally.households
            ? t('allReturned')
            : t('notReturned', { count: tally.households - tally.returned })
        }
        good={tally.returned === tally.households}
      />
      {verdict?.measures.map((measure) => (
        <Line
          key={measure.of}
          name={t(`of.${measure.of}`)}
          part={figure(measure, measure.part)}
          whole={
            countedIn(measure.of) === 'area' ? `${figure(measure, measure.whole)} ㎡` : figure(measure, measure.whole)
          }
          percent={Math.floor(Number(measure.percent ?? 0))}
          line={lineAt(measure.threshold)}
          says={
            measure.missing === null
              ? t('reached')
              : t(LACKS[countedIn(measure.of)], { missing: figure(measure, measure.missing) })
          }
          good={measure.reached}
        />
      ))}
    </section>
  );
}

const LACKS = { households: 'lacks', owners: 'lacksOwners', area: 'lacksArea' } as const;

type LineProps = {
  name: string;
  part: string;
  whole: string;
  percent: number;
  line?: number;
  says: string;
  good: boolean;
};

function Line({ name, part, whole, percent, line, says, good }: LineProps) {
  return (
    <div className="min-w-0 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-ink-3">{name}</span>
        <span>
          <strong className="font-semibold">{part}</strong> <span className="text-ink-3">/ {whole}</span>
        </span>
        <span className={cn('ml-auto font-medium', good ? 'text-green-ink' : 'text-ink-2')}>{says}</span>
      </p>
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="mt-1 block h-2 w-full">
        <rect y="1" width="100" height="6" rx="1" className="fill-line" />
        <rect y="1" width={percent} height="6" rx="1" className={good ? 'fill-green' : 'fill-accent'} />
        {line !== undefined && <rect x={line - 0.2} y="0" width="0.5" height="8" className="fill-ink" />}
      </svg>
    </div>
  );
}
