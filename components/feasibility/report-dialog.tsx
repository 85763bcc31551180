'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog, said, sumSaid } from '@/components/annual/act-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';

type Props = {
  year: number;
  /** the report to change; without it a new one is written */
  report?: Pick<FeasibilityDetail, 'id' | 'title' | 'summary' | 'investment' | 'file' | 'status' | 'version'>;
  trigger: ReactElement;
};

export function ReportDialog({ year, report, trigger }: Props) {
  const t = useTranslations('annual.feasibility');
  const common = useTranslations('annual');
  return (
    <ActDialog<FeasibilityDetail>
      title={report ? t('edit') : t('create')}
      description={report?.status === 'consented' ? t('changeTakesBack') : common('yearName', { year: String(year) })}
      trigger={trigger}
      action={report ? common('save') : t('create')}
      method={report ? 'PATCH' : 'POST'}
      path={report ? `/api/v1/feasibility-reports/${report.id}` : '/api/v1/feasibility-reports'}
      version={report?.version}
      fields={['title', 'summary', 'investment']}
      file={{ label: t('field.file'), kept: report?.file?.name }}
      done={common('saved')}
      onSaved={(saved) => (report ? undefined : `/feasibility/${saved.id}`)}
      bodyOf={(form) => ({
        ...(report ? {} : { year }),
        title: said(form, 'title'),
        summary: said(form, 'summary') || null,
        investment: sumSaid(form, 'investment'),
      })}
    >
      {(errors) => (
        <>
          <Field label={t('field.title')} error={errors('title')} required>
            <Input name="title" maxLength={120} defaultValue={report?.title ?? t('titleOf', { year: String(year) })} />
          </Field>
          <Field label={t('field.investment')} error={errors('investment')} required>
            <Input name="investment" inputMode="decimal" defaultValue={report?.investment} />
          </Field>
          <Field label={t('field.summary')} error={errors('summary')} optional>
            <Textarea name="summary" rows={4} maxLength={2_000} defaultValue={report?.summary ?? ''} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}
