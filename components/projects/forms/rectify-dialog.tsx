'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { FindingView } from '@/lib/domain/projects/answers';
import { said } from './said';
import { SendDialog } from './send-dialog';

type Props = { projectId: string; finding: Pick<FindingView, 'id' | 'version' | 'content'>; trigger: ReactElement };

export function RectifyDialog({ projectId, finding, trigger }: Props) {
  const t = useTranslations('projects.findings');
  return (
    <SendDialog
      title={t('rectify')}
      trigger={trigger}
      action={t('rectify')}
      method="POST"
      path={`/api/v1/projects/${projectId}/findings/${finding.id}/rectify`}
      version={finding.version}
      body={(form) => ({ rectifiedOn: said(form, 'rectifiedOn'), rectification: said(form, 'rectification') })}
      done={t('rectified')}
      fields={['rectifiedOn', 'rectification']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{finding.content}</p>
          <Field label={t('rectifiedOn')} error={errors('rectifiedOn')} required>
            <Input name="rectifiedOn" type="date" />
          </Field>
          <Field label={t('rectification')} error={errors('rectification')} required>
            <Textarea name="rectification" rows={3} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
