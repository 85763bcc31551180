'use client';

import * as slidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { drawing, Glyph } from './glyph';

const SLIDERS = drawing(slidersHorizontal);

type Props = {
  search: ReactNode;
  /** How many conditions are set. */
  active: number;
  children: ReactNode;
};

/** Search and conditions in one line; on a phone the conditions stand behind one button, so that the list itself is in sight. */
export function FilterFold({ search, active, children }: Props) {
  const t = useTranslations('ui.filters');
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="flex w-full gap-2 sm:contents">
        {search}
        <Button
          className="shrink-0 sm:hidden"
          icon={<Glyph of={SLIDERS} />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('fold')}
          {active > 0 && (
            <span className="rounded-sm bg-accent-soft px-1.5 text-xs text-accent-ink">
              {active}
              <span className="sr-only">{t('active')}</span>
            </span>
          )}
        </Button>
      </div>
      <div
        id={id}
        className={cn(
          'gap-2 sm:flex sm:flex-wrap sm:items-end',
          open ? 'max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:*:w-full! max-sm:*:max-w-none!' : 'max-sm:hidden',
        )}
      >
        {children}
      </div>
    </>
  );
}
