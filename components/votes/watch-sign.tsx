'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Watched } from '@/lib/client/use-watch';

/** Says so, quietly, where what is shown is no longer what is. */
export function WatchSign({ state, seenAt }: Watched) {
  const t = useTranslations('votes.watch');
  const format = useFormatter();
  return (
    <p role="status" className="no-print text-sm text-amber-ink not-empty:mb-3">
      {state !== 'steady' && t(state, { time: format.dateTime(seenAt, { hour: '2-digit', minute: '2-digit' }) })}
    </p>
  );
}
