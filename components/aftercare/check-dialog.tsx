'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { CheckView } from '@/lib/domain/aftercare/answers';
import { CHECK_RESULT_LABELS } from '@/lib/domain/aftercare/labels';
import { labelIn } from '@/lib/domain/kernel/label';

/** What was found on site. */
export function CheckDialog({ projectId, check }: { projectId: string; check: CheckView }) {
  const t = useTranslations('aftercare.checks');
  const locale = useLocale();
  const router = useRouter();
  const [result, setResult] = useState('good');
  const { open, show, files, setFiles, busy, problem, send } = useSending(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, field);
  async function save(form: FormData) {
    const body = { result, ...typed(form, 'checkedOn', 'remarks') };
    const path = `/api/v1/projects/${projectId}/aftercare/${check.id}`;
    if (!(await send('PUT', path, { body, version: check.version }, 'photoFileId'))) return;
    toast(t('saved'));
    router.refresh();
  }
  return (
    <FormDialog
      title={t('recordTitle', { months: check.months })}
      trigger={
        <Button size="sm" aria-label={`${t('record')} ${t('after', { months: check.months })}`}>
          {t('record')}
        </Button>
      }
      open={open}
      onOpenChange={show}
      action={t('save')}
      busy={busy}
      onSubmit={save}
    >
      <Field label={t('checkedOn')} error={errors('checkedOn')} required>
        <Input name="checkedOn" type="date" />
      </Field>
      <Field label={t('result')} group required>
        <RadioGroup
          name="result"
          value={result}
          onChange={(event) => setResult(event.target.value)}
          options={(['good', 'problems'] as const).map((value) => ({
            value,
            label: labelIn(CHECK_RESULT_LABELS[value], locale),
          }))}
        />
      </Field>
      <Field
        label={t('remarks')}
        error={errors('remarks')}
        required={result === 'problems'}
        optional={result === 'good'}
      >
        <Textarea name="remarks" rows={3} maxLength={1_000} />
      </Field>
      <FileField
        label={t('photo')}
        hint={t('photoHint')}
        files={files}
        onChange={setFiles}
        errors={errors('photoFileId')}
        kind="picture"
      />
      <Refusal problem={problem} fields={['checkedOn', 'remarks', 'photoFileId']} conflict={t('conflict')} />
    </FormDialog>
  );
}
