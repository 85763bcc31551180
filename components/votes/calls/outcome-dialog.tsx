'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CallBackRow } from '@/lib/domain/votes/answers';
import { CALL_LABELS } from '@/lib/domain/votes/labels';
import { CALL_OUTCOMES } from '@/lib/domain/votes/types';

type Props = { roundId: string; call: CallBackRow; trigger: ReactElement };

/** What the household said on the telephone. */
export function OutcomeDialog({ roundId, call, trigger }: Props) {
  const t = useTranslations('voteDesk.callBacks');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<string>(call.outcome ?? 'confirmed');
  const [note, setNote] = useState(call.note ?? '');
  const { act, busy, problem, forget } = useAct<CallBackRow>(() => router.refresh());

  async function send() {
    const said = note.trim();
    const path = `/api/v1/rounds/${roundId}/call-backs/${call.householdId}`;
    const body = { outcome, ...(said ? { note: said } : {}) };
    if (!(await act('PUT', path, { body, version: call.version }))) return;
    setOpen(false);
    toast(t('saved'));
    router.refresh();
  }

  return (
    <FormDialog
      title={t('dialogTitle', { where: call.where })}
      trigger={trigger}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      action={t('save')}
      busy={busy}
      onSubmit={send}
    >
      <Field label={t('outcome')} group>
        <RadioGroup
          name="outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={CALL_OUTCOMES.map((value) => ({ value, label: labelIn(CALL_LABELS[value], locale) }))}
        />
      </Field>
      <Field
        label={t('note')}
        hint={t('noteHint')}
        required={outcome !== 'confirmed'}
        error={fieldErrors(problem, 'note')}
      >
        <Textarea value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {problem && fieldErrors(problem, 'note').length === 0 && (
        <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />
      )}
    </FormDialog>
  );
}
