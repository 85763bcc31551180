'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PlanView } from '@/lib/domain/plans/answers';

/** From here on this version stays as it is. Refused, it says everything that is missing. */
export function FinalizePlan({ plan, onFinal }: { plan: PlanView; onFinal: (plan: PlanView) => void }) {
  const t = useTranslations('plans.finalize');
  const router = useRouter();
  const { act, problem } = useAct<PlanView>(() => router.refresh());
  async function finalize() {
    const answer = await act('POST', `/api/v1/plans/${plan.id}/finalize`, { version: plan.version });
    if (!answer || answer === true) return false;
    toast(t('done'));
    onFinal(answer);
    router.refresh();
  }
  return (
    <ConfirmDialog
      title={t('title', { no: plan.no })}
      description={t('text')}
      confirmLabel={t('action')}
      errors={problem && sentencesOf(problem)}
      onConfirm={finalize}
      trigger={<Button variant="primary">{t('action')}</Button>}
    />
  );
}
