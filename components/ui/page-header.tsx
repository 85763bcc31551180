import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';

type Props = {
  title: string;
  description?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Badges or lights beside the title. */
  marks?: ReactNode;
  /** The one main action; at phone width it stands at the bottom edge, in the thumb's reach. */
  action?: ReactNode;
  /** Others, quieter, before it. */
  more?: ReactNode;
};

export function PageHeader({ title, description, crumbs, marks, action, more }: Props) {
  return (
    <header className="mb-5">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold tracking-tight sm:text-2xl">{title}</h1>
            {marks}
          </div>
          {description && <div className="mt-1 max-w-3xl text-sm text-ink-3">{description}</div>}
        </div>
        {(action || more) && (
          <div className="no-print flex flex-wrap items-center gap-2">
            {more}
            {action && (
              <div className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-2.5 max-sm:pb-[max(0.625rem,env(safe-area-inset-bottom))] max-sm:*:w-full">
                {action}
              </div>
            )}
          </div>
        )}
      </div>
    </header>
  );
}
