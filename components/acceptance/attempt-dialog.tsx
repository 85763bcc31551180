'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { AcceptanceView } from '@/lib/domain/acceptance/answers';

type Props = { projectId: string; attempt?: AcceptanceView; trigger: ReactElement };

/** When and where the parties come together. */
export function AttemptDialog({ projectId, attempt, trigger }: Props) {
  const t = useTranslations('acceptance');
  const router = useRouter();
  const { open, show, busy, problem, send } = useSending(() => router.refresh());
  async function save(form: FormData) {
    const body = typed(form, 'heldOn', 'place');
    const base = `/api/v1/projects/${projectId}/acceptances`;
    const saved = attempt
      ? await send('PATCH', `${base}/${attempt.id}`, { body, version: attempt.version })
      : await send('POST', base, { body });
    if (!saved) return;
    toast(t('saved'));
    router.refresh();
  }
  return (
    <FormDialog
      title={attempt ? t('editTitle', { no: attempt.no }) : t('start')}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={attempt ? t('save') : t('start')}
      busy={busy}
      onSubmit={save}
    >
      <Field label={t('heldOn')} error={fieldErrors(problem, 'heldOn')} required>
        <Input name="heldOn" type="date" defaultValue={attempt?.heldOn} />
      </Field>
      <Field label={t('place')} error={fieldErrors(problem, 'place')} required>
        <Input name="place" maxLength={100} defaultValue={attempt?.place} />
      </Field>
      <Refusal problem={problem} fields={['heldOn', 'place']} conflict={t('conflict')} />
    </FormDialog>
  );
}
