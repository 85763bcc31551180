'use client';

import { useMessages, useTranslations } from 'next-intl';
import type { Problem } from '@/lib/client/api';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatReason } from '@/lib/format/reason';

/** What the rules say on the device, as the server would answer it. */
export function useFaults(): (reasons: readonly Reason[]) => Problem {
  const t = useTranslations('field.site');
  const { reasons: sentences } = useMessages();
  return (reasons) => ({
    ...{ status: 422, code: 'refused', title: t('faults'), detail: t('faults') },
    reasons: reasons.map((one) => ({ ...one, message: formatReason(one, sentences) })),
  });
}
