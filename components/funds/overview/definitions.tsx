'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';

const WORDS = ['planned', 'allocated', 'received', 'paid', 'gap', 'pool', 'fiscal', 'reversed'] as const;

/** What each figure is: the same in every list, table and file. */
export function Definitions() {
  const t = useTranslations('fundViews.definitions');
  return (
    <Popover
      label={t('title')}
      align="end"
      trigger={
        <button
          type="button"
          className="no-print inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-accent-ink underline decoration-accent-line decoration-dotted underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
        >
          <CircleHelp aria-hidden="true" className="size-3.5" />
          {t('title')}
        </button>
      }
    >
      <dl className="space-y-2 text-sm">
        {WORDS.map((word) => (
          <div key={word}>
            <dt className="font-medium">{t(`words.${word}`)}</dt>
            <dd className="text-ink-2">{t(`means.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
