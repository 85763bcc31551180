import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Inspecting } from './inspecting';

type Props = { counts: Inspecting['counts']; state?: ReactNode; children: ReactNode };

/** Below the checklist, always in sight: how far it is, whether it is kept, and the way on. */
export function InspectBar({ counts, state, children }: Props) {
  const t = useTranslations('inspections.form');
  return (
    <section
      aria-label={t('send')}
      className="no-print sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-3 shadow-card"
    >
      <div className="min-w-0">
        <p role="status" className="text-sm text-ink-2">
          {t('progress', counts)}
        </p>
        {state}
      </div>
      {children}
    </section>
  );
}
