'use client';

import { useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { StatusAct } from '@/lib/domain/projects/status';

type Props = { project: { id: string; name: string; version: number }; act: StatusAct };

/** By document: number, date, reason. */
export function StatusDialog({ project, act }: Props) {
  const t = useTranslations('projects.status');
  return (
    <SendDialog
      title={t(`${act}.title`, { name: project.name })}
      trigger={<Button size="sm">{t(`${act}.label`)}</Button>}
      action={t(`${act}.label`)}
      method="POST"
      path={`/api/v1/projects/${project.id}/status`}
      version={project.version}
      body={(form) => ({
        act,
        documentNo: said(form, 'documentNo'),
        documentOn: said(form, 'documentOn'),
        reason: said(form, 'reason'),
      })}
      done={t(`${act}.done`)}
      fields={['documentNo', 'documentOn', 'reason']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t(`${act}.text`)}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('documentNo')} error={errors('documentNo')} required>
              <Input name="documentNo" maxLength={80} />
            </Field>
            <Field label={t('documentOn')} error={errors('documentOn')} required>
              <Input name="documentOn" type="date" />
            </Field>
          </div>
          <Field label={t('reason')} error={errors('reason')} required>
            <Textarea name="reason" rows={3} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
