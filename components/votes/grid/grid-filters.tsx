'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { GRID_FILTERS, type GridFilter } from '@/lib/domain/votes/grid';

type Props = { show: GridFilter; counts: Record<GridFilter, number>; onShow: (show: GridFilter) => void };

/** Who is meant; everybody else steps back and keeps their place in the house. */
export function GridFilters({ show, counts, onShow }: Props) {
  const t = useTranslations('voteGrid.filters');
  return (
    <fieldset
      aria-label={t('label')}
      className="no-print inline-flex max-w-full min-w-0 overflow-x-auto rounded-md border border-line-strong bg-surface p-0.5"
    >
      {GRID_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={show === filter}
          onClick={() => onShow(filter)}
          className={cn(
            'focus-inset min-h-7 rounded-sm px-2.5 text-sm whitespace-nowrap pointer-coarse:min-h-10',
            show === filter ? 'bg-accent font-medium text-on-accent' : 'text-ink-2 hover:bg-hover',
          )}
        >
          {t(filter)} <span className={show === filter ? undefined : 'text-ink-3'}>{counts[filter]}</span>
        </button>
      ))}
    </fieldset>
  );
}
