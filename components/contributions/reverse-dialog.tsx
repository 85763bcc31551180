'use client';

import { useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

/** What takes a payment, or an entry of the fund, back: `day` is what the route calls its date. */
type Props = { path: string; day: 'reversedOn' | 'entryOn'; today: string; name: string };

export function ReverseDialog({ path, day, today, name }: Props) {
  const t = useTranslations('contributions.reverse');
  return (
    <SendDialog
      title={t('title', { name })}
      trigger={<Button size="sm">{t('action')}</Button>}
      action={t('action')}
      method="POST"
      path={path}
      body={(form) => ({ [day]: said(form, 'day'), reason: said(form, 'reason') })}
      done={t('done')}
      fields={[day, 'reason']}
    >
      {(errors) => (
        <>
          <Field label={t('day')} error={errors(day)} required>
            <Input name="day" type="date" max={today} defaultValue={today} />
          </Field>
          <Field label={t('reason')} error={errors('reason')} required>
            <Textarea name="reason" rows={3} maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
