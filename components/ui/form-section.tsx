import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Fields side by side where there is room. */
  columns?: 1 | 2 | 3;
  id?: string;
};

const grids = { 1: 'grid-cols-1', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 xl:grid-cols-3' };

export function FormSection({ title, description, children, columns = 2, id }: Props) {
  return (
    <section
      id={id}
      aria-label={title}
      className="grid gap-x-8 gap-y-4 border-t border-line py-6 first:border-t-0 first:pt-0 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-semibold text-ink">{title}</h2>
        {description && <div className="mt-1 text-sm text-ink-3">{description}</div>}
      </div>
      <div className={cn('grid items-start gap-x-5 gap-y-4', grids[columns])}>{children}</div>
    </section>
  );
}
