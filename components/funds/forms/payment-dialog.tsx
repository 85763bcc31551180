'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, sumSaid } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useUploads } from '@/lib/client/use-uploads';
import type { ContractLine } from '@/lib/domain/funds/answers';
import type { FundWords } from '../words';
import { ItemRows, useItemRows } from './item-rows';
import { type Available, potKey, potOptions } from './pot-options';
import { SumChoice } from './sum-choice';
import { VoucherFile } from './voucher-file';

type Props = {
  projectId: string;
  words: FundWords;
  /** received and not paid, nor asked for */
  available: readonly Available[];
  /** `left`: not paid, nor asked for */
  contracts: readonly Pick<ContractLine, 'id' | 'no' | 'name' | 'left'>[];
  today: string;
  trigger: ReactElement;
};

const FIELDS = ['contractId', 'source', 'amount', 'items', 'purpose', 'payOn', 'voucherNo', 'fileId'];

/** A payment is asked for with its contract, its items and the money that pays; somebody else decides. */
export function PaymentDialog({ projectId, words, available, contracts, today, trigger }: Props) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const uploads = useUploads();
  const items = useItemRows();
  const body = (form: FormData) => {
    const chosen = available.find((one) => potKey(one) === said(form, 'pot'));
    return {
      contractId: said(form, 'contractId'),
      ...{ source: chosen?.source ?? '', kind: chosen?.kind ?? '', earmark: chosen?.earmark ?? '' },
      ...{ amount: sumSaid(form, 'amount'), items: items.sent },
      ...{ purpose: said(form, 'purpose'), payOn: said(form, 'payOn'), voucherNo: said(form, 'voucherNo') },
    };
  };
  return (
    <SendDialog
      wide
      title={t('ask')}
      trigger={trigger}
      action={t('ask')}
      method="POST"
      path={`/api/v1/projects/${projectId}/payments`}
      body={body}
      done={t('asked')}
      fields={FIELDS}
      uploads={uploads}
      onDone={items.clear}
    >
      {(errors) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <SumChoice
            name="contractId"
            label={t('contract')}
            error={errors('contractId')}
            options={contracts.map(({ id, name, no, left }) => ({ value: id, label: `${name} ${no}`, sum: left }))}
          />
          <SumChoice
            name="pot"
            label={t('pot')}
            error={errors('source')}
            options={potOptions(words, available, locale)}
          />
          <Field label={t('amount')} error={errors('amount')} required>
            <Input
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              suffix={t('yuan')}
              value={items.amount}
              onChange={(event) => items.setAmount(event.target.value)}
            />
          </Field>
          <Field label={t('payOn')} error={errors('payOn')} required>
            <Input type="date" name="payOn" defaultValue={today} max={today} />
          </Field>
          <div className="sm:col-span-2">
            <ItemRows rows={items} menu={words.menu} errors={errors('items')} />
          </div>
          <Field label={t('voucher')} hint={t('voucherHint')} error={errors('voucherNo')} required>
            <Input name="voucherNo" maxLength={60} autoComplete="off" />
          </Field>
          <Field label={t('purpose')} error={errors('purpose')} required>
            <Input name="purpose" maxLength={200} />
          </Field>
          <VoucherFile uploads={uploads} errors={errors('fileId')} />
        </div>
      )}
    </SendDialog>
  );
}
