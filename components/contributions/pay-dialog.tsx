'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, sumSaid } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { PAY_CHANNEL_LABELS } from '@/lib/domain/contributions/labels';
import { nextReceipt } from '@/lib/domain/contributions/receipts';
import { PAY_CHANNELS } from '@/lib/domain/contributions/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';
import { keepLast, lastChannel, lastReceipt } from './last-paid';

type Props = {
  projectId: string;
  householdId: string;
  home: string;
  left: string;
  today: string;
  trigger: ReactElement;
};

/** What is left is filled in, with the next receipt of the book and the way the last one paid: at a doorstep two taps are enough. */
export function PayDialog({ projectId, householdId, home, left, today, trigger }: Props) {
  const t = useTranslations('contributions.pay');
  const locale = useLocale();
  return (
    <SendDialog
      title={t('title', { home })}
      trigger={trigger}
      action={t('action')}
      method="POST"
      path={`/api/v1/projects/${projectId}/contributions/payments`}
      body={(form) => {
        const [receiptNo, channel, note] = [said(form, 'receiptNo'), said(form, 'channel'), said(form, 'note')];
        keepLast({ receiptNo, channel });
        const items = [{ householdId, amount: sumSaid(form, 'amount'), receiptNo }];
        return { paidOn: said(form, 'paidOn'), channel, ...(note ? { note } : {}), items };
      }}
      done={t('done')}
      fields={['items.0.amount', 'items.0.receiptNo', 'paidOn', 'channel', 'note']}
    >
      {(errors) => (
        <>
          <Field
            label={t('amount')}
            hint={t('left', { sum: yuanText(left, locale) })}
            error={errors('items.0.amount')}
            required
          >
            <Input name="amount" inputMode="decimal" suffix={t('yuan')} defaultValue={left} />
          </Field>
          <Field label={t('receiptNo')} error={errors('items.0.receiptNo')} required>
            <Input name="receiptNo" maxLength={40} defaultValue={nextReceipt(lastReceipt())} autoComplete="off" />
          </Field>
          <Field label={t('channel')} error={errors('channel')} required>
            <Select
              name="channel"
              defaultValue={lastChannel()}
              options={PAY_CHANNELS.map((value) => ({ value, label: labelIn(PAY_CHANNEL_LABELS[value], locale) }))}
            />
          </Field>
          <Field label={t('paidOn')} error={errors('paidOn')} required>
            <Input name="paidOn" type="date" max={today} defaultValue={today} />
          </Field>
          <Field label={t('note')} error={errors('note')} optional>
            <Input name="note" maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
