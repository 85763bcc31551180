'use client';

import * as chevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId, useState } from 'react';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { drawing, Glyph } from '@/components/ui/glyph';

const DOWN = drawing(chevronDown);

type Part = { key: string; title: string; note?: string; className?: string; children: ReactNode };

/** Parts of a page that would be twenty phones long: on a phone one is open at a time, on a wider screen and on paper all are. */
export function PhoneFolds({ parts }: { parts: readonly Part[] }) {
  const [open, setOpen] = useState(parts[0]?.key);
  return (
    <div className="space-y-2 sm:space-y-4">
      {parts.map(({ key, ...part }) => (
        <Fold
          key={key}
          {...part}
          id={key}
          isOpen={key === open}
          toggle={() => setOpen(key === open ? undefined : key)}
        />
      ))}
    </div>
  );
}

type FoldProps = Omit<Part, 'key'> & { id: string; isOpen: boolean; toggle: () => void };

function Fold({ id, title, note, className, children, isOpen, toggle }: FoldProps) {
  const body = useId();
  return (
    <Card id={id} flush className={className}>
      <h2 className="px-5 pt-4 font-semibold max-sm:hidden print:block">{title}</h2>
      {note && <p className="px-5 text-sm text-ink-3 max-sm:hidden print:block">{note}</p>}
      <h2 className="font-semibold sm:hidden print:hidden">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={toggle}
          className="flex min-h-12 w-full items-center justify-between gap-3 px-4 py-2 text-left"
        >
          <span>
            {title}
            {note && <span className="block text-sm font-normal text-ink-3">{note}</span>}
          </span>
          <Glyph of={DOWN} className={cn('size-4 shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-180')} />
        </button>
      </h2>
      <div id={body} className={cn('pt-3 max-sm:pt-0 print:block', !isOpen && 'max-sm:hidden')}>
        {children}
      </div>
    </Card>
  );
}
