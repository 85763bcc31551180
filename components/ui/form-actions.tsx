import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  children: ReactNode;
  status?: ReactNode;
  /** Stands on the page itself, not in a card. */
  onPage?: boolean;
};

/** The form's last line. On a phone it stays at the thumb while the form scrolls. */
export function FormActions({ children, status, onPage }: Props) {
  return (
    <div
      className={cn(
        'no-print sticky bottom-0 z-20 -mx-4 mt-2 flex flex-wrap-reverse items-center gap-x-3 gap-y-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0',
        onPage ? 'bg-canvas' : 'bg-surface',
      )}
    >
      <div className="flex grow flex-row-reverse items-center justify-start gap-2 max-sm:w-full max-sm:[&>:first-child]:grow sm:grow-0 sm:flex-row">
        {children}
      </div>
      {status && <div className="text-sm text-ink-3">{status}</div>}
    </div>
  );
}
