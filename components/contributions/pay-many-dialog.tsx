'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { PAY_CHANNEL_LABELS } from '@/lib/domain/contributions/labels';
import { nextReceipt } from '@/lib/domain/contributions/receipts';
import { PAYMENTS_AT_ONCE } from '@/lib/domain/contributions/schema';
import { PAY_CHANNELS } from '@/lib/domain/contributions/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import { keepLast, lastChannel, lastReceipt } from './last-paid';
import { PayManyRows } from './pay-many-rows';
import { type Chosen, itemsOf, sumOf } from './pay-many-values';

type Props = { projectId: string; rows: readonly DueRow[]; today: string; trigger: ReactElement };

/** One day's transfers of a building in one go: what is due unless changed, receipts on from the first. */
export function PayManyDialog({ projectId, rows, today, trigger }: Props) {
  const t = useTranslations('contributions.payMany');
  const one = useTranslations('contributions.pay');
  const locale = useLocale();
  const [chosen, setChosen] = useState<Chosen>({});
  const [first, setFirst] = useState(() => nextReceipt(lastReceipt()));
  const items = itemsOf(rows, chosen, first);
  const count = items.length;
  const places = items.flatMap((_, at) => ['householdId', 'amount', 'receiptNo'].map((name) => `items.${at}.${name}`));

  function begin() {
    setChosen({});
    setFirst(nextReceipt(lastReceipt()));
  }

  return (
    <SendDialog
      wide
      title={t('title')}
      trigger={trigger}
      action={t('action', { count })}
      disabled={count === 0}
      method="POST"
      path={`/api/v1/projects/${projectId}/contributions/payments`}
      body={(form) => {
        const [channel, note] = [said(form, 'channel'), said(form, 'note')];
        return { paidOn: said(form, 'paidOn'), channel, ...(note ? { note } : {}), items };
      }}
      done={t('done', { count })}
      onDone={() => {
        keepLast({ receiptNo: items.at(-1)?.receiptNo ?? '', channel: lastChannel() });
        begin();
      }}
      fields={['paidOn', 'channel', 'note', ...places]}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('text', { most: PAYMENTS_AT_ONCE })}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={one('paidOn')} error={errors('paidOn')} required>
              <Input name="paidOn" type="date" max={today} defaultValue={today} />
            </Field>
            <Field label={one('channel')} error={errors('channel')} required>
              <Select
                name="channel"
                defaultValue="transfer"
                options={PAY_CHANNELS.map((value) => ({ value, label: labelIn(PAY_CHANNEL_LABELS[value], locale) }))}
              />
            </Field>
            <Field label={t('first')} required>
              <Input
                maxLength={40}
                autoComplete="off"
                value={first}
                onChange={(event) => setFirst(event.target.value)}
              />
            </Field>
            <Field label={one('note')} error={errors('note')} optional>
              <Input name="note" maxLength={200} />
            </Field>
          </div>
          <PayManyRows rows={rows} chosen={chosen} items={items} errors={errors} onChange={setChosen} />
          <p className="text-right text-sm font-medium tabular-nums" aria-live="polite">
            {t('chosen', { count, sum: yuanText(formatMoney(sumOf(items)), locale) })}
          </p>
        </>
      )}
    </SendDialog>
  );
}
