'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem } from '@/lib/client/api';
import type { FormsAnswer } from '@/lib/domain/votes/forms';

/** Has a batch made, and goes to where it is printed. Sent again under its key when nobody answered: never two batches of one click. */
export function usePrint(roundId: string) {
  const t = useTranslations('papers');
  const router = useRouter();
  const key = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function print(body: { householdIds?: string[]; reason?: string }) {
    setBusy(true);
    key.current ??= newKey();
    const path = `/api/v1/rounds/${roundId}/forms`;
    const result = await api<FormsAnswer>('POST', path, { body, idempotencyKey: key.current });
    setBusy(false);
    if (result.ok || result.problem.status > 0) key.current = undefined;
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    const { batch, count } = result.value;
    toast(t('printed', { batch: String(batch), count }));
    router.push(`/votes/${roundId}/forms/${batch}`);
  }

  return { print, busy, problem };
}
