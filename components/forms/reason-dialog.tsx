'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { said } from './said';
import { SendDialog } from './send-dialog';

type Props = { title: string; action: string; path: string; version?: number; done: string; trigger: ReactElement };

/** What is ended or taken back is so with a reason. */
export function ReasonDialog(props: Props) {
  const t = useTranslations('ui.form');
  return (
    <SendDialog {...props} method="POST" fields={['reason']} body={(form) => ({ reason: said(form, 'reason') })}>
      {(errors) => (
        <Field label={t('reason')} error={errors('reason')} required>
          <Textarea name="reason" rows={3} maxLength={200} />
        </Field>
      )}
    </SendDialog>
  );
}
