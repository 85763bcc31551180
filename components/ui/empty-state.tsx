import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = { title?: string; description?: ReactNode; icon?: ReactNode; action?: ReactNode };

/** Says why nothing is here, and what to do about it. */
export function EmptyState({ title, description, icon, action }: Props) {
  const t = useTranslations('ui.empty');
  return (
    <div className="flex flex-col items-center px-6 py-12 max-sm:py-6 text-center">
      <span className="mb-3 flex size-11 items-center justify-center rounded-full bg-sunken text-ink-3 [&_svg]:size-5">
        {icon ?? <Inbox aria-hidden="true" />}
      </span>
      <p className="font-medium">{title ?? t('title')}</p>
      {description && <div className="mt-1 max-w-md text-sm text-ink-3">{description}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
