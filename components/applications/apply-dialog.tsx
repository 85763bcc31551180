'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog, said } from '@/components/annual/act-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';

type Props = { year: number; projects: readonly { id: string; code: string; name: string }[]; trigger: ReactElement };

/** 改造申请: of a project whose second vote is complete, with the application itself. */
export function ApplyDialog({ year, projects, trigger }: Props) {
  const t = useTranslations('annual.applications');
  const common = useTranslations('annual');
  return (
    <ActDialog
      title={t('create')}
      description={projects.length === 0 ? t('noneReady') : common('yearName', { year: String(year) })}
      trigger={trigger}
      action={t('create')}
      path="/api/v1/applications"
      fields={['projectId', 'applicant', 'appliedOn', 'reasons']}
      file={{ label: t('field.file') }}
      done={t('sent')}
      bodyOf={(form) => ({
        year,
        projectId: said(form, 'projectId'),
        applicant: said(form, 'applicant'),
        appliedOn: said(form, 'appliedOn'),
        reasons: said(form, 'reasons') || null,
      })}
    >
      {(errors) => (
        <>
          <Field label={t('field.project')} hint={t('field.projectHint')} error={errors('projectId')} required>
            <Select
              name="projectId"
              options={projects.map(({ id, code, name }) => ({ value: id, label: `${name}（${code}）` }))}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('field.applicant')} hint={t('field.applicantHint')} error={errors('applicant')} required>
              <Input name="applicant" maxLength={80} />
            </Field>
            <Field label={t('field.appliedOn')} error={errors('appliedOn')} required>
              <Input name="appliedOn" type="date" />
            </Field>
          </div>
          <Field label={t('field.reasons')} error={errors('reasons')} optional>
            <Textarea name="reasons" rows={3} maxLength={2_000} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}
