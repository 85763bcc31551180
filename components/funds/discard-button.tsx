'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { BatchDetail } from '@/lib/domain/funds/batch-answers';

/** 作废 a draft, asked once more; nothing of it came into the books. */
export function DiscardButton({ batch }: { batch: Pick<BatchDetail, 'id' | 'version' | 'documentNo'> }) {
  const t = useTranslations('allocation.discard');
  const common = useTranslations('allocation');
  const router = useRouter();
  const { act, problem } = useAct<{ id: string }>(() => router.refresh());

  async function discard() {
    if (!(await act('POST', `/api/v1/funds/batches/${batch.id}/discard`, { version: batch.version }))) return false;
    toast(t('done'));
    router.push('/funds/batches');
    router.refresh();
  }

  return (
    <ConfirmDialog
      danger
      title={t('title', { no: batch.documentNo })}
      description={t('text')}
      confirmLabel={t('action')}
      errors={problem && (problem.conflict ? [common('conflict')] : sentencesOf(problem))}
      onConfirm={discard}
      trigger={<Button>{t('action')}</Button>}
    />
  );
}
