'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

/** A round that was begun wrongly: stays on record with its reason. */
export function CancelRound({ id, version }: { id: string; version: number }) {
  const t = useTranslations('votes');
  const router = useRouter();
  const { act, problem } = useAct(() => router.refresh());
  async function cancel(reason: string) {
    const done = await act('POST', `/api/v1/rounds/${id}/cancel`, { body: { reason }, version });
    if (!done) return false;
    router.refresh();
  }
  return (
    <ConfirmDialog
      danger
      title={t('cancel')}
      description={t('cancelText')}
      confirmLabel={t('cancel')}
      reason={{}}
      errors={problem && sentencesOf(problem)}
      onConfirm={cancel}
      trigger={<Button variant="secondary">{t('cancel')}</Button>}
    />
  );
}
