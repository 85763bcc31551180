'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { SchemeView } from '@/lib/domain/votes/answers';

/** From here on this version stays as it is. */
export function Finalize({ scheme }: { scheme: Pick<SchemeView, 'id' | 'no' | 'version' | 'missing'> }) {
  const t = useTranslations('voteDesk.schemes');
  const router = useRouter();
  const { act, problem } = useAct<SchemeView>(() => router.refresh());
  async function finalize() {
    if (!(await act('POST', `/api/v1/schemes/${scheme.id}/finalize`, { version: scheme.version }))) return false;
    toast(t('finalized'));
    router.refresh();
  }
  return (
    <ConfirmDialog
      title={t('finalizeTitle', { no: scheme.no })}
      description={t('finalizeText')}
      confirmLabel={t('finalize')}
      errors={problem && sentencesOf(problem)}
      onConfirm={finalize}
      trigger={
        <Button variant="primary" disabled={scheme.missing.length > 0}>
          {t('finalize')}
        </Button>
      }
    />
  );
}
