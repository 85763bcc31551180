'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { FindingView } from '@/lib/domain/projects/answers';

type Props = {
  projectId: string;
  finding: Pick<FindingView, 'id' | 'version' | 'rectification'>;
  trigger: ReactElement;
};

export function RecheckDialog({ projectId, finding, trigger }: Props) {
  const t = useTranslations('projects.findings');
  return (
    <SendDialog
      title={t('recheck')}
      trigger={trigger}
      action={t('saveRecheck')}
      method="POST"
      path={`/api/v1/projects/${projectId}/findings/${finding.id}/recheck`}
      version={finding.version}
      body={(form) => ({
        passed: said(form, 'passed') === 'yes',
        recheckedOn: said(form, 'recheckedOn'),
        ...filled({ note: said(form, 'note') }),
      })}
      done={t('rechecked')}
      fields={['recheckedOn', 'note']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{finding.rectification}</p>
          <Field label={t('result')} group>
            <RadioGroup
              name="passed"
              defaultValue="yes"
              options={[
                { value: 'yes', label: t('passes') },
                { value: 'no', label: t('fails') },
              ]}
            />
          </Field>
          <Field label={t('recheckedOn')} error={errors('recheckedOn')} required>
            <Input name="recheckedOn" type="date" />
          </Field>
          <Field label={t('note')} hint={t('noteHint')} error={errors('note')} optional>
            <Textarea name="note" rows={3} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
