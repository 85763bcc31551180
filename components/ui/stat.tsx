import * as arrowUpRight from 'lucide-react/icons/arrow-up-right';
import type { ReactNode } from 'react';
import { drawing, Glyph } from './glyph';

const OPENS = drawing(arrowUpRight);

type Props = {
  label: string;
  /** Already written for the eye: 44,522.65. */
  value: string;
  unit?: string;
  note?: ReactNode;
  /** The rows behind the figure. */
  href?: string;
};

export function Stat({ label, value, unit, note, href }: Props) {
  const content = (
    <>
      <span className="flex items-center justify-between gap-2 text-sm text-ink-3">
        {label}
        {href && <Glyph of={OPENS} className="no-print size-4 text-control group-hover/stat:text-accent" />}
      </span>
      <span className="mt-0.5 block text-xl font-semibold tracking-tight text-ink sm:text-2xl lg:max-xl:text-lg">
        {value}
        {unit && <span className="ml-1 inline-block text-sm font-normal tracking-normal text-ink-3">{unit}</span>}
      </span>
      {note && <span className="mt-1 block text-sm text-ink-3">{note}</span>}
    </>
  );
  const box = 'avoid-break block min-w-0 rounded-lg border border-line bg-surface px-4 py-3 shadow-card';
  if (!href) return <div className={box}>{content}</div>;
  return (
    <a
      href={href}
      data-soft=""
      className={`${box} group/stat transition-colors hover:border-accent-line hover:bg-accent-soft/40`}
    >
      {content}
    </a>
  );
}

/** Figures side by side; two in a row on a phone. */
export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">{children}</div>;
}
