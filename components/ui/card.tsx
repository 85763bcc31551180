import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  title?: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** A table or list brings its own room. */
  flush?: boolean;
  id?: string;
  className?: string;
};

export function Card({ title, description, action, children, flush, id, className }: Props) {
  return (
    <section id={id} className={cn('min-w-0 rounded-lg border border-line bg-surface shadow-card', className)}>
      {title && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-5 pt-4">
          <div className="min-w-0">
            <h2 className="font-semibold">{title}</h2>
            {description && <div className="text-sm text-ink-3">{description}</div>}
          </div>
          {action && <div className="no-print max-w-full shrink-0">{action}</div>}
        </div>
      )}
      <div className={cn(!flush && 'px-5 pb-5', title ? 'pt-3' : !flush && 'pt-5')}>{children}</div>
    </section>
  );
}
