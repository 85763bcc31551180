'use client';

import { useMessages, useTranslations } from 'next-intl';
import type { Problem } from '@/lib/client/api';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatReason } from '@/lib/format/reason';

/** Brings the first thing that is wrong into sight: the form is longer than the screen. */
export function showFirstFault(): void {
  requestAnimationFrame(() =>
    document.querySelector('main [aria-invalid="true"], main [role="alert"]')?.scrollIntoView({ block: 'center' }),
  );
}

/** What the rules say on the device, as the server would answer it; nothing where nothing is wrong. */
export function useFaults(): (reasons: readonly Reason[]) => Problem | undefined {
  const t = useTranslations('field.site');
  const { reasons: sentences } = useMessages();
  return (reasons) =>
    reasons.length === 0
      ? undefined
      : {
          ...{ status: 422, code: 'refused', title: t('faults'), detail: t('faults') },
          reasons: reasons.map((one) => ({ ...one, message: formatReason(one, sentences) })),
        };
}
