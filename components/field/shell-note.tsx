'use client';

import { CloudDownload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { StatusLight } from '@/components/ui/status-light';
import type { ShellState } from '@/lib/client/outbox/shell';

/** Whether this page will open at a door where there is no network. */
export function ShellNote({ state }: { state: ShellState | null }) {
  const t = useTranslations('field.shell');
  if (state === null) return null;
  if (state === 'whole') return <StatusLight light="green">{t('whole')}</StatusLight>;
  if (state === 'insecure')
    return (
      <Banner
        tone="amber"
        title={t('insecureTitle')}
        action={
          <a href="/certificate" className="font-medium underline">
            {t('insecureLink')}
          </a>
        }
      >
        {t('insecure')}
      </Banner>
    );
  return (
    <p className="flex items-start gap-2 text-sm text-ink-2">
      <CloudDownload aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />
      {t(state)}
    </p>
  );
}
