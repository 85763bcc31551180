'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { EntryView } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';

type Props = { entry: EntryView; today: string; trigger: ReactElement };

/** The whole sum goes back by an entry of its own; of a payment this is asked for, and somebody else decides. */
export function ReverseDialog({ entry, today, trigger }: Props) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const isPayment = entry.kind === 'paid';
  const names = isPayment ? { on: 'payOn', why: 'purpose' } : { on: 'entryOn', why: 'note' };
  return (
    <SendDialog
      title={t('reverseTitle', { voucher: entry.voucherNo })}
      trigger={trigger}
      action={t(isPayment ? 'askReversal' : 'reverse')}
      method="POST"
      path={`/api/v1/funds/entries/${entry.id}/${isPayment ? 'ask-reversal' : 'reverse'}`}
      body={(form) => ({
        [names.on]: said(form, 'on'),
        voucherNo: said(form, 'voucherNo'),
        [names.why]: said(form, 'why'),
      })}
      done={t(isPayment ? 'asked' : 'saved')}
      fields={[names.on, 'voucherNo', names.why]}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('reverseText', { sum: yuanText(entry.amount, locale) })}</p>
          <Field label={t('date')} error={errors(names.on)} required>
            <Input type="date" name="on" defaultValue={today} min={entry.entryOn} max={today} />
          </Field>
          <Field label={t('voucher')} hint={t('voucherHint')} error={errors('voucherNo')} required>
            <Input name="voucherNo" maxLength={60} autoComplete="off" />
          </Field>
          <Field label={t('reason')} error={errors(names.why)} required>
            <Textarea name="why" rows={3} maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
