'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

/** One unit and what stands under it; the button opens, the link beside it leads to the unit. */
export function UnitBranch({
  line,
  label,
  open,
  children,
}: {
  line: ReactNode;
  label: string;
  open: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  return (
    <>
      <div className="flex items-start gap-1 py-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={label}
          onClick={() => setOpen(!isOpen)}
          className="-ml-1 grid size-7 shrink-0 place-items-center rounded text-ink-3 hover:bg-hover"
        >
          <ChevronRight aria-hidden="true" className={`size-4 ${isOpen ? 'rotate-90' : ''}`} />
        </button>
        {line}
      </div>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </>
  );
}
