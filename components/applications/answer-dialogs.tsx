'use client';

import { useTranslations } from 'next-intl';
import { ActDialog, said } from '@/components/annual/act-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { ApplicationAnswer } from '@/lib/domain/applications/schema';

type Props = { application: Pick<ApplicationAnswer, 'id' | 'version' | 'project'> };

/** 受理或退回, by the county bureau. */
export function AnswerDialog({ application: { id, version, project } }: Props) {
  const t = useTranslations('annual.applications');
  return (
    <ActDialog
      title={t('answerTitle', { name: project.name })}
      trigger={
        <Button size="sm" variant="primary" aria-label={`${t('answer')} ${t('answerTitle', { name: project.name })}`}>
          {t('answer')}
        </Button>
      }
      action={t('answer')}
      path={`/api/v1/applications/${id}/answer`}
      version={version}
      fields={['verdict', 'reply']}
      done={t('answered')}
      bodyOf={(form) => ({ verdict: said(form, 'verdict'), reply: said(form, 'reply') || null })}
    >
      {(errors) => (
        <>
          <Field label={t('verdict')} error={errors('verdict')} group>
            <RadioGroup
              name="verdict"
              defaultValue="accepted"
              options={[
                { value: 'accepted', label: t('accept') },
                { value: 'returned', label: t('return') },
              ]}
            />
          </Field>
          <Field label={t('reply')} hint={t('replyHint')} error={errors('reply')}>
            <Textarea name="reply" rows={3} maxLength={500} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}

export function WithdrawDialog({ application: { id, version, project } }: Props) {
  const t = useTranslations('annual.applications');
  return (
    <ActDialog
      title={t('withdrawTitle')}
      description={project.name}
      trigger={
        <Button size="sm" aria-label={`${t('withdrawTitle')} ${project.name}`}>
          {t('withdraw')}
        </Button>
      }
      action={t('withdrawTitle')}
      path={`/api/v1/applications/${id}/withdraw`}
      version={version}
      fields={['reason']}
      done={t('withdrawn')}
      bodyOf={(form) => ({ reason: said(form, 'reason') })}
    >
      {(errors) => (
        <Field label={t('withdrawReason')} error={errors('reason')} required>
          <Textarea name="reason" rows={3} maxLength={500} />
        </Field>
      )}
    </ActDialog>
  );
}
