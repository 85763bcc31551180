'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import { ActDialog, said } from './act-dialog';
import { DOCUMENT_FIELDS, DocumentFields, documentSaid } from './document-fields';

/** From here on the plan stays as it is; an adjustment says why. */
export function ConfirmPlan({ plan }: { plan: Pick<PlanDetail, 'id' | 'version' | 'no' | 'title'> }) {
  const t = useTranslations('annual.plans');
  const common = useTranslations('annual');
  return (
    <ActDialog<PlanDetail>
      title={t('confirmTitle')}
      description={t('confirmText')}
      trigger={<Button variant="primary">{t('confirm')}</Button>}
      action={t('confirm')}
      path={`/api/v1/annual-plans/${plan.id}/confirm`}
      version={plan.version}
      fields={[...DOCUMENT_FIELDS, 'title', 'reason']}
      file={{ label: common('file') }}
      done={t('confirmed')}
      bodyOf={(form) => ({
        ...documentSaid(form),
        title: said(form, 'title') || undefined,
        reason: said(form, 'reason') || null,
      })}
    >
      {(errors) => (
        <>
          <Field label={t('planTitle')} error={errors('title')} required>
            <Input name="title" maxLength={120} defaultValue={plan.title} />
          </Field>
          <DocumentFields errors={errors} />
          {plan.no > 1 && (
            <Field label={t('reason')} error={errors('reason')} required>
              <Textarea name="reason" rows={3} maxLength={500} />
            </Field>
          )}
        </>
      )}
    </ActDialog>
  );
}
