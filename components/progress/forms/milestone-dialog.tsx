'use client';

import { useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';
import type { MilestoneKind } from '@/lib/domain/progress/milestones';

type Props = {
  projectId: string;
  kind: MilestoneKind;
  /** null: the whole project */
  compound: { id: string; name: string } | null;
  today: string;
  again: boolean;
};

/** 报告开工, 报告竣工: the day it really was, the day that is stated, and a paper where there is one. */
export function MilestoneDialog({ projectId, kind, compound, today, again }: Props) {
  const t = useTranslations('progress.milestones');
  const uploads = useUploads();
  const what = `${compound?.name ?? t('project')} ${t('report', { kind: t(kind) })}`;
  return (
    <SendDialog
      title={what}
      trigger={
        <Button size="sm" aria-label={what}>
          {again ? t('again') : t('report', { kind: t(kind) })}
        </Button>
      }
      action={t('report', { kind: t(kind) })}
      method="POST"
      path={`/api/v1/projects/${projectId}/milestones`}
      fields={['actualOn', 'statedOn', 'note', 'fileId']}
      done={t('sent')}
      uploads={uploads}
      body={(form) => ({
        ...{ kind, compoundId: compound?.id ?? null },
        ...{ actualOn: said(form, 'actualOn'), statedOn: said(form, 'statedOn') },
        ...filled({ note: said(form, 'note') }),
      })}
    >
      {(errors) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('actual')} error={errors('actualOn')} required>
              <Input type="date" name="actualOn" max={today} />
            </Field>
            <Field label={t('stated')} error={errors('statedOn')} required>
              <Input type="date" name="statedOn" max={today} defaultValue={today} />
            </Field>
          </div>
          <Field label={t('note')} error={errors('note')} optional>
            <Textarea name="note" rows={2} maxLength={300} />
          </Field>
          <FileField
            label={t('file')}
            errors={errors('fileId')}
            hint={t('fileHint')}
            files={uploads.chosen.fileId ? [uploads.chosen.fileId] : []}
            onChange={([file]) => uploads.choose('fileId', file)}
          />
        </>
      )}
    </SendDialog>
  );
}
