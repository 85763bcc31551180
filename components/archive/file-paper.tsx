'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { PaperKindView } from '@/lib/domain/archive/answers';
import { Refusal } from './refusal';

type Props = {
  projectId: string;
  kind: Pick<PaperKindView, 'code' | 'name' | 'nameEn' | 'numbered'>;
  compounds: readonly { id: string; name: string }[];
  /** a current one is there: this will be its next version */
  isLater: boolean;
  completed: boolean;
  trigger: ReactElement;
};

const FIELDS = ['title', 'documentNo', 'issuedOn', 'issuer', 'compoundId', 'note', 'fileId'];

export function FilePaper({ projectId, kind, compounds, isLater, completed, trigger }: Props) {
  const t = useTranslations('archive.file');
  const name = useLocale() === 'en' ? kind.nameEn : kind.name;
  const router = useRouter();
  const { open, show, files, setFiles, busy, problem, send } = useSending(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, field);

  async function file(form: FormData) {
    const body = { kind: kind.code, ...typed(form, 'title', 'documentNo', 'issuedOn', 'issuer', 'compoundId', 'note') };
    if (!(await send('POST', `/api/v1/projects/${projectId}/papers`, { body }, 'fileId'))) return;
    toast(t('done', { name }));
    router.refresh();
  }

  return (
    <FormDialog
      title={isLater ? t('titleLater', { name }) : t('title', { name })}
      description={isLater ? t('laterText') : undefined}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={t('action')}
      busy={busy}
      disabled={files.length === 0}
      onSubmit={file}
    >
      <FileField label={t('paper')} hint={t('hint')} files={files} onChange={setFiles} errors={errors('fileId')} />
      {kind.numbered && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('documentNo')} error={errors('documentNo')} required>
            <Input name="documentNo" maxLength={80} />
          </Field>
          <Field label={t('issuedOn')} error={errors('issuedOn')} required>
            <Input name="issuedOn" type="date" />
          </Field>
        </div>
      )}
      {kind.numbered && (
        <Field label={t('issuer')} error={errors('issuer')} required>
          <Input name="issuer" maxLength={100} />
        </Field>
      )}
      <Field label={t('name')} hint={t('nameHint')} error={errors('title')} optional>
        <Input name="title" maxLength={200} />
      </Field>
      {compounds.length > 1 && (
        <Field label={t('compound')} error={errors('compoundId')} optional>
          <Select
            name="compoundId"
            placeholder={t('whole')}
            options={compounds.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Field>
      )}
      <Field
        label={t('note')}
        hint={isLater && completed ? t('whyLater') : undefined}
        error={errors('note')}
        required={isLater && completed}
        optional={!(isLater && completed)}
      >
        <Textarea name="note" rows={2} maxLength={500} />
      </Field>
      <Refusal problem={problem} fields={FIELDS} conflict={t('conflict')} />
    </FormDialog>
  );
}
