'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { AcceptanceView, PartyKindView } from '@/lib/domain/acceptance/answers';
import { OPINION_LABELS } from '@/lib/domain/acceptance/labels';
import { OPINIONS } from '@/lib/domain/acceptance/types';
import { labelIn } from '@/lib/domain/kernel/label';

type Props = { projectId: string; attempt: AcceptanceView; party: PartyKindView; trigger: ReactElement };

const FIELDS = ['name', 'person', 'remarks', 'fileId'];

/** What one party says, with its signed paper. */
export function OpinionDialog({ projectId, attempt, party, trigger }: Props) {
  const t = useTranslations('acceptance');
  const locale = useLocale();
  const router = useRouter();
  const [opinion, setOpinion] = useState('agree');
  const { open, show, files, setFiles, busy, problem, send } = useSending(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, field);
  const kind = locale === 'en' ? party.nameEn : party.name;

  async function save(form: FormData) {
    const body = { party: party.code, opinion, ...typed(form, 'name', 'person', 'remarks') };
    const path = `/api/v1/projects/${projectId}/acceptances/${attempt.id}/opinions`;
    if (!(await send('POST', path, { body, version: attempt.version }, 'fileId'))) return;
    toast(t('opinionSaved'));
    router.refresh();
  }

  return (
    <FormDialog
      title={t('opinionTitle', { party: kind })}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={t('opinionAction')}
      busy={busy}
      disabled={files.length === 0}
      onSubmit={save}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('partyName')} error={errors('name')} required>
          <Input name="name" maxLength={100} defaultValue={party.many ? '' : party.name} />
        </Field>
        <Field label={t('person')} error={errors('person')} optional>
          <Input name="person" maxLength={40} />
        </Field>
      </div>
      <Field label={t('opinion')} group required>
        <RadioGroup
          name="opinion"
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
          options={OPINIONS.map((value) => ({ value, label: labelIn(OPINION_LABELS[value], locale) }))}
        />
      </Field>
      <Field
        label={t('remarks')}
        error={errors('remarks')}
        required={opinion !== 'agree'}
        optional={opinion === 'agree'}
      >
        <Textarea name="remarks" rows={3} maxLength={1_000} />
      </Field>
      <FileField
        label={t('signature')}
        hint={t('signatureHint')}
        files={files}
        onChange={setFiles}
        errors={errors('fileId')}
      />
      <Refusal problem={problem} fields={FIELDS} conflict={t('conflict')} />
    </FormDialog>
  );
}
