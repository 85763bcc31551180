'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { AcceptanceView } from '@/lib/domain/acceptance/answers';

type Props = { projectId: string; attempt: AcceptanceView; trigger: ReactElement };

/** Passed or not; with the answer to each condition that was set. */
export function ConcludeDialog({ projectId, attempt, trigger }: Props) {
  const t = useTranslations('acceptance');
  const router = useRouter();
  const [outcome, setOutcome] = useState('passed');
  const { open, show, busy, problem, send } = useSending(() => router.refresh());
  const conditions =
    outcome === 'passed'
      ? attempt.opinions.filter(({ opinion, retiredReason }) => opinion === 'conditions' && retiredReason === null)
      : [];

  async function conclude(form: FormData) {
    const answers = conditions.flatMap(({ id }) => {
      const answer = String(form.get(id) ?? '').trim();
      return answer ? [{ party: id, answer }] : [];
    });
    const body = { outcome, answers, ...typed(form, 'conclusion') };
    const path = `/api/v1/projects/${projectId}/acceptances/${attempt.id}/conclude`;
    if (!(await send('POST', path, { body, version: attempt.version }))) return;
    toast(t('concluded'));
    router.refresh();
  }

  const fields = ['conclusion', ...conditions.map(({ id }) => `answers.${id}`)];
  return (
    <FormDialog
      title={t('conclude')}
      description={t('concludeText')}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={t(outcome === 'passed' ? 'pass' : 'fail')}
      busy={busy}
      onSubmit={conclude}
    >
      <Field label={t('outcome')} group required>
        <RadioGroup
          name="outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={[
            { value: 'passed', label: t('passed') },
            { value: 'failed', label: t('failed') },
          ]}
        />
      </Field>
      {conditions.map(({ id, name, remarks }) => (
        <Field
          key={id}
          label={t('answerOf', { name })}
          hint={remarks}
          error={fieldErrors(problem, `answers.${id}`)}
          required
        >
          <Textarea name={id} rows={2} maxLength={500} />
        </Field>
      ))}
      <Field
        label={t('conclusion')}
        error={fieldErrors(problem, 'conclusion')}
        required={outcome === 'failed'}
        optional={outcome === 'passed'}
      >
        <Textarea name="conclusion" rows={4} maxLength={2_000} />
      </Field>
      <Refusal problem={problem} fields={fields} conflict={t('conflict')} />
    </FormDialog>
  );
}
