'use client';

import { useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';

type Named = { id: string; name: string };
type Props = {
  projectId: string;
  compounds: readonly Named[];
  /** those that are not closed */
  findings: readonly { id: string; content: string }[];
  today: string;
};

/** 停工通知 for what was found before. */
export function StopWorkDialog({ projectId, compounds, findings, today }: Props) {
  const t = useTranslations('inspections');
  const uploads = useUploads();
  return (
    <SendDialog
      title={t('stop.issue')}
      trigger={<Button size="sm">{t('stop.issue')}</Button>}
      action={t('stop.issue')}
      method="POST"
      path={`/api/v1/projects/${projectId}/stop-works`}
      body={(form) => ({
        ...{ no: said(form, 'no'), issuedOn: said(form, 'issuedOn'), reason: said(form, 'reason') },
        ...filled({ compoundId: said(form, 'compoundId') }),
        findingIds: form.getAll('finding').map(String),
      })}
      done={t('stop.issued')}
      fields={['no', 'issuedOn', 'reason', 'compoundId', 'findingIds', 'fileId']}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('stop.no')} error={errors('no')} required>
              <Input name="no" maxLength={80} />
            </Field>
            <Field label={t('stop.issuedOn')} error={errors('issuedOn')} required>
              <Input name="issuedOn" type="date" defaultValue={today} />
            </Field>
          </div>
          <Field label={t('stop.reason')} error={errors('reason')} required>
            <Textarea name="reason" rows={2} maxLength={500} />
          </Field>
          <Field label={t('stop.scope')} error={errors('compoundId')}>
            <Select
              name="compoundId"
              placeholder={t('wholeProject')}
              options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field label={t('stop.findings')} error={errors('findingIds')} group required>
            <div className="flex max-h-48 flex-col overflow-y-auto">
              {findings.map(({ id, content }) => (
                <Checkbox key={id} name="finding" value={id} label={content} />
              ))}
            </div>
          </Field>
          <FileField
            label={t('stop.noteFile')}
            hint={t('stop.fileHint')}
            kind="scan"
            files={uploads.chosen.fileId ? [uploads.chosen.fileId] : []}
            onChange={([file]) => uploads.choose('fileId', file)}
            errors={errors('fileId')}
          />
        </>
      )}
    </SendDialog>
  );
}
