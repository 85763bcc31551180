import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = { title?: string; description?: ReactNode; action?: ReactNode; requestId?: string };

/** A part of a page that could not be read; the rest of the page stands. */
export function ErrorState({ title, description, action, requestId }: Props) {
  const t = useTranslations();
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-10 text-center">
      <span className="mb-3 flex size-11 items-center justify-center rounded-full bg-red-soft text-red-ink">
        <CloudOff aria-hidden="true" className="size-5" />
      </span>
      <p className="font-medium">{title ?? t('ui.error.title')}</p>
      {description && <div className="mt-1 max-w-md text-sm text-ink-2">{description}</div>}
      {requestId && (
        <p className="mt-2 text-xs text-ink-3">
          {t('common.requestId')} <code className="font-mono">{requestId}</code>
        </p>
      )}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
