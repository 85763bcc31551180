import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { textLinkStyle } from '@/components/ui/text-link';
import type { Defined } from '@/lib/domain/overview/definitions';
import { FigureNote } from './figure-note';

type Props = {
  label: string;
  of: Defined;
  value: string;
  unit?: string;
  href?: string;
  notes?: readonly ReactNode[];
};

/** One figure: what it is, its rows, and what is to be said beside it. */
export function Figure({ label, of, value, unit, href, notes = [] }: Props) {
  const shown = (
    <>
      {value}
      {unit && <span className="ml-1 text-sm font-normal text-ink-3">{unit}</span>}
    </>
  );
  return (
    <div className="avoid-break min-w-0">
      <dt className="flex items-center gap-1 text-sm text-ink-3">
        {label}
        <FigureNote of={of} />
      </dt>
      <dd className="mt-0.5">
        <span className="block text-2xl font-semibold tracking-tight text-ink tabular-nums">
          {href ? (
            <a
              href={href}
              data-soft=""
              className="inline-block decoration-accent-line decoration-2 underline-offset-4 hover:text-accent-ink hover:underline"
            >
              {shown}
            </a>
          ) : (
            shown
          )}
        </span>
        {notes.filter(Boolean).map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no key of their own, and are never reordered
          <span key={at} className="block text-sm text-ink-3">
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

type OpensProps = {
  href: string | undefined;
  children: ReactNode;
  /** A figure alone, which may be of one digit: it is as wide as a finger needs and stands where it stood. */
  bare?: boolean;
};

/** A count that opens its rows, where there are any to open. */
export function Opens({ href, children, bare }: OpensProps) {
  if (!href) return <>{children}</>;
  return (
    <a href={href} data-soft="" className={cn(textLinkStyle, bare && '-mx-2 px-2')}>
      {children}
    </a>
  );
}

/** A section's title with what its figures are. */
export function Noted({ of, children }: { of: Defined; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="min-w-0">{children}</span>
      <FigureNote of={of} />
    </span>
  );
}
