'use client';

import { useTranslations } from 'next-intl';
import { ActDialog } from '@/components/annual/act-dialog';
import { DOCUMENT_FIELDS, DocumentFields, documentSaid } from '@/components/annual/document-fields';
import { Button } from '@/components/ui/button';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';

type Props = { report: Pick<FeasibilityDetail, 'id' | 'version' | 'approver' | 'title'>; step: 'consent' | 'approve' };

/** Consent of the government, or the approval: number, date and file. */
export function StepDialog({ report, step }: Props) {
  const t = useTranslations('annual.feasibility');
  const common = useTranslations('annual');
  const name = t(step === 'consent' ? 'consentRecord' : 'approvalRecord');
  // the 发改局 approves itself; where there is none, the bureau records what the body named for it approved
  const door = step === 'approve' && report.approver.recordedBy === 'county_bureau' ? 'record-approval' : step;
  return (
    <ActDialog<FeasibilityDetail>
      title={name}
      description={step === 'approve' ? t('approver', { body: report.approver.body }) : report.title}
      trigger={<Button variant="primary">{name}</Button>}
      action={name}
      path={`/api/v1/feasibility-reports/${report.id}/${door}`}
      version={report.version}
      fields={DOCUMENT_FIELDS}
      file={{ label: common('file') }}
      done={t(`done.${step}`)}
      bodyOf={documentSaid}
    >
      {(errors) => <DocumentFields errors={errors} />}
    </ActDialog>
  );
}
