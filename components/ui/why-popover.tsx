'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from './popover';

export type Clause = { clause: string; sentence: string };

type Props = {
  /** What was decided, in one sentence. */
  finding?: string;
  /** The clauses it rests on, with their wording. */
  clauses: readonly Clause[];
  label?: string;
};

export function WhyPopover({ finding, clauses, label }: Props) {
  const t = useTranslations('ui');
  return (
    <Popover
      label={label ?? t('why')}
      trigger={
        <button
          type="button"
          className="no-print inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-accent-ink underline decoration-accent-line decoration-dotted underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
        >
          <CircleHelp aria-hidden="true" className="size-3.5" />
          {label ?? t('why')}
        </button>
      }
    >
      {finding && <p className="mb-3 text-sm font-medium">{finding}</p>}
      <p className="mb-1 text-xs font-medium text-ink-3">{t('whyClause')}</p>
      <ul className="space-y-2.5">
        {clauses.map(({ clause, sentence }) => (
          <li key={`${clause}${sentence}`} className="border-l-2 border-accent-line pl-3 text-sm">
            <p className="font-medium text-accent-ink">{clause}</p>
            <p className="text-ink-2">{sentence}</p>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
