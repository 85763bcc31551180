'use client';

import { CircleCheck, Info, OctagonAlert, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { dismissToast, noToasts, readToasts, subscribeToasts, type Toast } from './toast-store';

const icons = { green: CircleCheck, red: OctagonAlert, neutral: Info };
const colours = { green: 'text-green', red: 'text-red', neutral: 'text-ink-3' };

/** Stands once in the root layout; `toast('已保存')` from any client component speaks here. */
export function Toaster() {
  const t = useTranslations('ui');
  const toasts = useSyncExternalStore(subscribeToasts, readToasts, noToasts);
  return (
    <section
      aria-label={t('toasts')}
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-4 bottom-20 z-60 flex flex-col items-center gap-2 sm:inset-x-auto sm:right-6 sm:bottom-6 sm:items-end"
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations('ui');
  const Icon = icons[toast.tone];
  useEffect(() => {
    // Bad news, and what offers a link, stays until it is closed.
    if (toast.tone === 'red' || toast.action) return;
    const timer = setTimeout(() => dismissToast(toast.id), 5000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className="float-in pointer-events-auto flex w-full max-w-sm items-start gap-2.5 rounded-lg border border-line bg-surface py-2 pr-2 pl-3.5 text-sm shadow-float sm:w-auto sm:min-w-72">
      <Icon aria-hidden="true" className={cn('mt-1.5 size-4 shrink-0', colours[toast.tone])} />
      <p className="grow py-1">
        {toast.text}
        {toast.action && (
          <Link
            href={toast.action.href}
            onClick={() => dismissToast(toast.id)}
            className="ml-2 font-medium text-accent-ink underline underline-offset-4"
          >
            {toast.action.label}
          </Link>
        )}
      </p>
      <IconButton label={t('close')} size="sm" onClick={() => dismissToast(toast.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
