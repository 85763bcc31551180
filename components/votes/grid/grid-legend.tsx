'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { labelIn } from '@/lib/domain/kernel/label';
import type { GridCounts } from '@/lib/domain/votes/grid';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES, DOORS } from '@/lib/domain/votes/types';
import { useLetters } from './facade-grid';
import { Mark } from './mark';

/** What colours, letters and signs mean, and how many there are of each in the building that is shown. */
export function GridLegend({ counts }: { counts: GridCounts }) {
  const t = useTranslations('voteGrid');
  const locale = useLocale();
  const letters = useLetters();
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-ink-2">
      {([...CHOICES, 'none'] as const).map((choice) => (
        <Key
          key={choice}
          count={counts.choices[choice]}
          word={choice === 'none' ? t('notReturned') : labelIn(CHOICE_LABELS[choice], locale)}
        >
          <span data-choice={choice} className="key-swatch">
            <span aria-hidden="true" className="home-letter">
              {letters[choice]}
            </span>
          </span>
        </Key>
      ))}
      <li aria-hidden="true" className="h-4 w-px bg-line-strong max-sm:hidden" />
      <Key count={counts.checked} word={t('checked')}>
        <Mark of="checked" />
      </Key>
      <Key count={counts.signs} word={t('flagged')}>
        <Mark of="sign" />
      </Key>
      <Key count={counts.several} word={t('several')}>
        <Mark of="several" />
      </Key>
      <li aria-hidden="true" className="h-4 w-px bg-line-strong max-sm:hidden" />
      {DOORS.map((door) => (
        <Key key={door} count={counts.doors[door]} word={labelIn(DOOR_LABELS[door], locale)}>
          <Mark of={door} />
        </Key>
      ))}
    </ul>
  );
}

function Key({ children, word, count }: { children: ReactNode; word: string; count: number }) {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      {children}
      {word}
      <span className="font-semibold text-ink">{count}</span>
    </li>
  );
}
