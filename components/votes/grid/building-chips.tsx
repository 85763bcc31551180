'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { BuildingTally } from '@/lib/domain/votes/answers';
import type { GridFilter } from '@/lib/domain/votes/grid';
import { gridHref } from './desk-round';

type Props = { roundId: string; buildings: readonly BuildingTally[]; shown: string; show: GridFilter };

/** One building at a time; each says how far it is. */
export function BuildingChips({ roundId, buildings, shown, show }: Props) {
  const t = useTranslations('voteGrid');
  return (
    <nav
      aria-label={t('buildings')}
      className="no-print -mx-1 mb-4 flex gap-1.5 overflow-x-auto px-1 py-1 sm:max-h-40 sm:flex-wrap sm:overflow-y-auto"
    >
      {buildings.map(({ id, name, households, agree, disagree, abstain }) => {
        const returned = agree + disagree + abstain;
        const percent = Math.floor((returned * 100) / households);
        return (
          <Link
            key={id}
            href={gridHref(roundId, { building: id, show })}
            prefetch={false}
            scroll={false}
            aria-current={id === shown ? 'true' : undefined}
            className={cn(
              'relative shrink-0 overflow-hidden rounded-md border px-2.5 py-1 text-sm whitespace-nowrap pointer-coarse:py-2.5',
              id === shown
                ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                : 'border-line bg-surface text-ink-2 hover:bg-hover',
            )}
          >
            {name}
            <span className="sr-only">{t('returnedOf')}</span>
            <span className={cn('ml-1.5 text-xs', id === shown ? 'text-accent-ink' : 'text-ink-3')}>
              {returned}/{households}
            </span>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              className="absolute inset-x-0 bottom-0 h-0.75 w-full"
            >
              <rect width={percent} height="1" className={returned === households ? 'fill-green' : 'fill-accent'} />
            </svg>
          </Link>
        );
      })}
    </nav>
  );
}
