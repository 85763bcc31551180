'use client';

import { useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';
import type { StopWorkView } from '@/lib/domain/inspections/answers';

type Props = { projectId: string; note: Pick<StopWorkView, 'id' | 'no' | 'version'>; today: string };

/** 复工: when, why, and the paper. */
export function LiftDialog({ projectId, note, today }: Props) {
  const t = useTranslations('inspections.stop');
  const uploads = useUploads();
  return (
    <SendDialog
      title={`${t('lift')} ${note.no}`}
      trigger={<Button size="sm">{t('lift')}</Button>}
      action={t('lift')}
      method="POST"
      path={`/api/v1/projects/${projectId}/stop-works/${note.id}/lift`}
      version={note.version}
      body={(form) => ({ liftedOn: said(form, 'liftedOn'), reason: said(form, 'reason') })}
      done={t('liftDone')}
      fields={['liftedOn', 'reason', 'fileId']}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <Field label={t('liftedOn')} error={errors('liftedOn')} required>
            <Input name="liftedOn" type="date" defaultValue={today} />
          </Field>
          <Field label={t('liftReason')} error={errors('reason')} required>
            <Textarea name="reason" rows={3} maxLength={500} />
          </Field>
          <FileField
            label={t('file')}
            hint={t('fileHint')}
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
