'use client';

import { useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

type Props = { title: string; action: string; done: string; label: string; path: string; version: number };

/** Given back with the reason; only a material correction gives up the first time of receipt. */
export function DecideDialog({ label, ...dialog }: Props) {
  const t = useTranslations('progress.review');
  return (
    <SendDialog
      {...dialog}
      trigger={<Button size="sm">{dialog.action}</Button>}
      method="POST"
      fields={['remark']}
      body={(form) => ({ accept: false, material: form.get('material') === 'on', remark: said(form, 'remark') })}
    >
      {(errors) => (
        <>
          <Field label={label} error={errors('remark')} required>
            <Textarea name="remark" rows={3} maxLength={300} />
          </Field>
          <Checkbox name="material" label={t('material')} />
          <p className="text-sm text-ink-3">{t('materialHint')}</p>
        </>
      )}
    </SendDialog>
  );
}
