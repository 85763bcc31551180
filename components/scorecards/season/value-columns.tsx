import type { Four } from '@/lib/domain/scorecards/season/answers';
import type { CardState } from '@/lib/domain/scorecards/season/types';
import { pointsText } from '../score-words';
import { isReached, useSeasonWords } from './season-words';

const COLUMNS = ['computed', 'self', 'review', 'deliberation'] as const;

type Props = { status: CardState; points: number; values: Four };

/** 分值、记录、自评、复核、审议 in their columns; on a phone in one line, each with its name, and only those that are there. */
export function ValueColumns({ status, points, values }: Props) {
  const { t } = useSeasonWords();
  return (
    <span className="flex w-full flex-wrap gap-x-3 text-sm font-normal max-lg:pl-12 lg:w-auto lg:shrink-0">
      <span className="text-ink-3 tabular-nums lg:w-12 lg:text-right">
        <span className="lg:sr-only">{t('columns.full')} </span>
        {pointsText(points)}
      </span>
      {COLUMNS.map((column) => {
        const value = isReached(status, column) ? values[column] : null;
        const isMoved = value !== null && value !== values.computed;
        return (
          <span
            key={column}
            className={`tabular-nums lg:w-14 lg:text-right ${value === null ? 'max-lg:hidden' : ''} ${isMoved ? 'font-semibold text-accent-ink' : ''}`}
          >
            <span className="font-normal text-ink-3 lg:sr-only">{t(`columns.${column}`)} </span>
            {value === null ? '—' : pointsText(value)}
          </span>
        );
      })}
    </span>
  );
}
