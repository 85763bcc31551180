'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { filled, said, sumSaid } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { labelIn } from '@/lib/domain/kernel/label';
import { MAINTENANCE_KIND_LABELS } from '@/lib/domain/maintenance/labels';
import { yuanText } from '@/lib/format/money-text';

type Props = { compoundId: string; balance: string; today: string };

/** Money that goes into the fund, or is spent of it, for what. */
export function EntryDialog({ compoundId, balance, today }: Props) {
  const t = useTranslations('maintenance.entry');
  const locale = useLocale();
  const [kind, setKind] = useState('deposit');
  const isOut = kind === 'withdrawal';
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button variant="primary">{t('title')}</Button>}
      action={t('action')}
      method="POST"
      path={`/api/v1/compounds/${compoundId}/maintenance-fund/entries`}
      body={(form) => ({
        ...{
          kind,
          amount: sumSaid(form, 'amount'),
          entryOn: said(form, 'entryOn'),
          voucherNo: said(form, 'voucherNo'),
        },
        ...filled({ counterparty: said(form, 'counterparty'), note: said(form, 'note') }),
      })}
      done={t('done')}
      fields={['amount', 'entryOn', 'voucherNo', 'counterparty', 'note']}
    >
      {(errors) => (
        <>
          <Field label={t('kind')} group required>
            <RadioGroup
              name="kind"
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              options={(['deposit', 'withdrawal'] as const).map((value) => ({
                value,
                label: labelIn(MAINTENANCE_KIND_LABELS[value], locale),
              }))}
            />
          </Field>
          <Field
            label={t('amount')}
            hint={isOut ? t('balance', { sum: yuanText(balance, locale) }) : undefined}
            error={errors('amount')}
            required
          >
            <Input name="amount" inputMode="decimal" suffix={t('yuan')} />
          </Field>
          <Field label={t('entryOn')} error={errors('entryOn')} required>
            <Input name="entryOn" type="date" max={today} defaultValue={today} />
          </Field>
          <Field label={t('voucherNo')} error={errors('voucherNo')} required>
            <Input name="voucherNo" maxLength={40} autoComplete="off" />
          </Field>
          <Field label={t('counterparty')} hint={t('counterpartyHint')} error={errors('counterparty')} optional>
            <Input name="counterparty" maxLength={100} />
          </Field>
          <Field label={t(isOut ? 'purpose' : 'note')} error={errors('note')} required={isOut} optional={!isOut}>
            <Input name="note" maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
