'use client';

import * as chevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId, useState } from 'react';
import { cn } from './cn';
import { drawing, Glyph } from './glyph';

const DOWN = drawing(chevronDown);

/** A part of a card that a phone shows when its name is touched. On a wider screen and on paper it stands there. */
export function PhoneFold({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={title}>
      <h3 className="font-semibold max-sm:hidden print:block">{title}</h3>
      <h3 className="font-semibold sm:hidden print:hidden">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 w-full items-center justify-between gap-3 text-left"
        >
          {title}
          <Glyph of={DOWN} className={cn('size-4 shrink-0 text-ink-3 transition-transform', open && 'rotate-180')} />
        </button>
      </h3>
      <div id={id} className={cn('print:block', !open && 'max-sm:hidden')}>
        {children}
      </div>
    </section>
  );
}
