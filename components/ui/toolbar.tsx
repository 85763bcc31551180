import type { ReactNode } from 'react';

/** The line above a list: search and filters at the left, columns and export at the right. */
export function Toolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-2">
      <div className="flex min-w-0 grow flex-wrap items-end gap-2">{children}</div>
      {end && <div className="flex flex-wrap items-center gap-2">{end}</div>}
    </div>
  );
}
