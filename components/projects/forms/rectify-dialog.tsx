'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PhotoField } from '@/components/ui/photo-field';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';
import type { FindingView } from '@/lib/domain/projects/answers';

type Props = {
  projectId: string;
  finding: Pick<FindingView, 'id' | 'version' | 'content'>;
  today: string;
  trigger: ReactElement;
};

export function RectifyDialog({ projectId, finding, today, trigger }: Props) {
  const t = useTranslations('projects.findings');
  const uploads = useUploads();
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
      fields={['rectifiedOn', 'rectification', 'fileId']}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{finding.content}</p>
          <Field label={t('rectifiedOn')} error={errors('rectifiedOn')} required>
            <Input name="rectifiedOn" type="date" defaultValue={today} />
          </Field>
          <Field label={t('rectification')} error={errors('rectification')} required>
            <Textarea name="rectification" rows={3} maxLength={500} />
          </Field>
          <PhotoField
            label={t('rectifiedPhoto')}
            file={uploads.chosen.fileId}
            onChange={(file) => uploads.choose('fileId', file)}
            errors={errors('fileId')}
          />
        </>
      )}
    </SendDialog>
  );
}
