'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { filled, said, sumSaid } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useUploads } from '@/lib/client/use-uploads';
import { type FundWords, inWords } from '../words';
import { type Available, potKey, potOptions } from './pot-options';
import { SumChoice } from './sum-choice';
import { VoucherFile } from './voucher-file';

type Props = {
  movement: 'allocated' | 'received' | 'assigned';
  projectId: string;
  words: FundWords;
  /** what is there; of an allocation nothing is asked */
  available: readonly Available[];
  today: string;
  trigger: ReactElement;
};

const ACTIONS = { allocated: 'allocate', received: 'receive', assigned: 'assign' } as const;
const FIELDS = ['source', 'kind', 'earmark', 'amount', 'entryOn', 'voucherNo', 'counterparty', 'note', 'fileId'];

/** 下达 names a pot anew; what is received or assigned is chosen among what is there. */
export function EntryDialog({ movement, projectId, words, available, today, trigger }: Props) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const uploads = useUploads();
  const action = t(ACTIONS[movement]);
  const potOf = (form: FormData) => {
    if (movement === 'allocated')
      return { source: said(form, 'source'), kind: said(form, 'kind'), earmark: said(form, 'earmark') };
    const chosen = available.find((one) => potKey(one) === said(form, 'pot'));
    return { source: chosen?.source ?? '', kind: chosen?.kind ?? '', earmark: chosen?.earmark ?? '' };
  };
  return (
    <SendDialog
      wide
      title={action}
      trigger={trigger}
      action={action}
      method="POST"
      path={`/api/v1/projects/${projectId}/ledger`}
      body={(form) => ({
        movement,
        ...potOf(form),
        ...{ amount: sumSaid(form, 'amount'), entryOn: said(form, 'entryOn'), voucherNo: said(form, 'voucherNo') },
        ...filled({ counterparty: said(form, 'counterparty'), note: said(form, 'note') }),
      })}
      done={t('saved')}
      fields={FIELDS}
      uploads={uploads}
    >
      {(errors) => (
        <div className="grid gap-4 sm:grid-cols-2">
          {movement === 'allocated' ? (
            <NewPot words={words} errors={errors} />
          ) : (
            <SumChoice
              name="pot"
              label={t('pot')}
              error={errors('source')}
              options={potOptions(words, available, locale)}
            />
          )}
          <Field label={t('amount')} error={errors('amount')} required>
            <Input name="amount" inputMode="decimal" autoComplete="off" suffix={t('yuan')} />
          </Field>
          <Field label={t('date')} error={errors('entryOn')} required>
            <Input type="date" name="entryOn" defaultValue={today} max={today} />
          </Field>
          <Field
            label={t(movement === 'allocated' ? 'documentNo' : 'voucher')}
            hint={t('voucherHint')}
            error={errors('voucherNo')}
            required
          >
            <Input name="voucherNo" maxLength={60} autoComplete="off" />
          </Field>
          <Field label={t('counterparty')} error={errors('counterparty')} optional>
            <Input name="counterparty" maxLength={100} />
          </Field>
          <Field label={t('note')} error={errors('note')} optional className="sm:col-span-2">
            <Input name="note" maxLength={300} />
          </Field>
          <VoucherFile uploads={uploads} errors={errors('fileId')} />
        </div>
      )}
    </SendDialog>
  );
}

function NewPot({ words, errors }: { words: FundWords; errors: (field: string) => string[] }) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const [source, setSource] = useState(words.sources[0]?.code ?? '');
  const kinds = words.sources.find(({ code }) => code === source)?.kinds ?? [];
  const options = (all: readonly { code: string; name: string; nameEn: string }[]) =>
    all.map((one) => ({ value: one.code, label: inWords(one, one.code, locale) }));
  return (
    <>
      <Field label={t('source')} error={errors('source')} required>
        <Select
          name="source"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          options={options(words.sources)}
        />
      </Field>
      {kinds.length > 0 && (
        <Field label={t('kind')} error={errors('kind')} required>
          <Select key={source} name="kind" placeholder={t('chooseKind')} options={options(kinds)} />
        </Field>
      )}
      <Field label={t('earmark')} hint={t('earmarkHint')} error={errors('earmark')} required>
        <Select name="earmark" defaultValue="general" options={options(words.earmarks)} />
      </Field>
    </>
  );
}
