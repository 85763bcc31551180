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

type Props = { notice: { id: string; version: number; title: string }; today: string };

/** 答复: what was done, by the county bureau. */
export function AnswerDialog({ notice, today }: Props) {
  const t = useTranslations('supervision');
  const uploads = useUploads();
  return (
    <SendDialog
      wide
      title={t('act.answerTitle')}
      trigger={<Button variant="primary">{t('act.answer')}</Button>}
      action={t('act.answer')}
      method="POST"
      path={`/api/v1/supervision/${notice.id}/answer`}
      version={notice.version}
      body={(form) => ({ done: said(form, 'done'), statedOn: said(form, 'statedOn') })}
      done={t('said.answered')}
      fields={['done', 'statedOn', 'fileId']}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{notice.title}</p>
          <Field label={t('form.doneText')} error={errors('done')} required>
            <Textarea name="done" rows={6} maxLength={4_000} />
          </Field>
          <Field label={t('form.statedOn')} error={errors('statedOn')} required>
            <Input name="statedOn" type="date" defaultValue={today} />
          </Field>
          <FileField
            label={t('form.file')}
            hint={t('form.fileHint')}
            files={uploads.chosen.fileId ? [uploads.chosen.fileId] : []}
            onChange={([file]) => uploads.choose('fileId', file)}
            errors={errors('fileId')}
          />
        </>
      )}
    </SendDialog>
  );
}
