'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

type Props = { path: string; title: string; description: string; action: string; done: string; version?: number };

/** Taken back with its reason; what was there stays readable. */
export function WithReason({ path, title, description, action, done, version }: Props) {
  const t = useTranslations('archive');
  const router = useRouter();
  const { act, problem } = useAct<unknown>(() => router.refresh());
  async function take(reason: string) {
    if (!(await act('POST', path, { body: { reason }, version }))) return false;
    toast(done);
    router.refresh();
  }
  return (
    <ConfirmDialog
      title={title}
      description={description}
      confirmLabel={action}
      danger
      reason={{}}
      errors={problem && (problem.conflict ? [t('file.conflict')] : sentencesOf(problem))}
      onConfirm={take}
      trigger={
        <Button size="sm" variant="quiet" aria-label={title}>
          {action}
        </Button>
      }
    />
  );
}
