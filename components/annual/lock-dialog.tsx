'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { EntryAnswer, PlanDetail } from '@/lib/domain/annual/answers';
import { ActDialog, said } from './act-dialog';

type Props = { plan: Pick<PlanDetail, 'id' | 'version'>; entry: Pick<EntryAnswer, 'project' | 'lock' | 'lockReason'> };

/** 指定列入, 指定不列入, or neither. */
export function LockDialog({ plan, entry: { project, lock, lockReason } }: Props) {
  const t = useTranslations('annual.plans');
  const title = t('lockTitle', { name: project.name });
  return (
    <ActDialog<PlanDetail>
      title={title}
      trigger={
        <IconButton label={title} size="sm">
          <Lock aria-hidden="true" />
        </IconButton>
      }
      action={t('lock')}
      method="PUT"
      path={`/api/v1/annual-plans/${plan.id}/entries/${project.id}`}
      version={plan.version}
      fields={['lock', 'reason']}
      done={t('locksSaved')}
      bodyOf={(form) => ({ lock: said(form, 'lock') || null, reason: said(form, 'reason') || null })}
    >
      {(errors) => (
        <>
          <Field label={t('lock')} error={errors('lock')} group>
            <RadioGroup
              name="lock"
              layout="column"
              defaultValue={lock ?? 'in'}
              options={[
                { value: 'in', label: t('lockIn') },
                { value: 'out', label: t('lockOut') },
                { value: '', label: t('unlock') },
              ]}
            />
          </Field>
          <Field label={t('lockReason')} error={errors('reason')}>
            <Textarea name="reason" rows={2} maxLength={300} defaultValue={lockReason ?? ''} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}
