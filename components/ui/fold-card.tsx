import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  title: string;
  description?: ReactNode;
  /** Stands at the top of what is folded. */
  action?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  open?: boolean;
  id?: string;
};

/** A card of a long book: its title stands, what is in it unfolds. Stands in OpenFolds, which opens it for an address and for paper. */
export function FoldCard({ title, description, action, children, flush, open, id }: Props) {
  return (
    <details
      id={id}
      open={open}
      className="group/card min-w-0 scroll-mt-16 rounded-lg border border-line bg-surface shadow-card"
    >
      <summary className="flex cursor-pointer items-center justify-between gap-4 rounded-lg px-5 py-3.5 focus-inset hover:bg-hover">
        <span className="min-w-0">
          <h2 className="font-semibold">{title}</h2>
          {description && <span className="block text-sm text-ink-3">{description}</span>}
        </span>
        <ChevronDown
          aria-hidden="true"
          className="no-print size-5 shrink-0 text-ink-3 transition-transform group-open/card:rotate-180"
        />
      </summary>
      <div className={cn('pt-1', !flush && 'px-5 pb-5')}>
        {action && <div className="no-print mb-2">{action}</div>}
        {children}
      </div>
    </details>
  );
}
