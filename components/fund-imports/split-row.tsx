'use client';

import { useTranslations } from 'next-intl';
import type { FundWords } from '@/components/funds/words';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { Input } from '@/components/ui/input';
import type { ImportChoice } from '@/lib/domain/funds/imports/answers';
import { MONEY_FIELDS, MoneyFields } from './money-fields';
import { itemsOf, OUTSIDE, PAYMENT, type PartTyped } from './split-values';

interface Props {
  part: PartTyped;
  options: readonly { value: string; label: string; note?: string; search?: string }[];
  choices: readonly ImportChoice[];
  words: FundWords;
  /** the refusals of each field: '' or '.amount' */
  errors: (name: string) => string[];
  onChange: (typed: Partial<PartTyped>) => void;
  onRemove?: () => void;
}

const ROW = ['', '.amount', '.reason', '.entryId', '.orderId'];
/** Shown by the fields of a payment; a receipt is one choice, so they stand below it. */
const CHOICE = MONEY_FIELDS.map((name) => `.${name}`);

export function SplitRow({ part, options, choices, words, errors, onChange, onRemove }: Props) {
  const { what, amount, reason, money } = part;
  const t = useTranslations('fundImports.split');
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-end gap-2 max-sm:grid-cols-1">
        <Field label={t('what')} required>
          <Combobox value={what} options={options} onChange={(value) => onChange({ what: value })} />
        </Field>
        <Field label={t('amount')} required>
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="text-right tabular-nums"
            value={amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        </Field>
        <Button size="sm" disabled={!onRemove} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      {what === OUTSIDE && (
        <Field label={t('reason')} required>
          <Input maxLength={200} value={reason} onChange={({ target }) => onChange({ reason: target.value })} />
        </Field>
      )}
      {what === PAYMENT && (
        <div className="space-y-4 border-l-2 border-line pl-4">
          <MoneyFields
            typed={money}
            onChange={(typed) => onChange({ money: typed })}
            choices={choices}
            words={words}
            items={itemsOf(part, (items) => onChange({ items }))}
            errors={(name) => errors(`.${name}`)}
          />
        </div>
      )}
      <FieldErrors errors={[...ROW, ...(what === PAYMENT ? [] : CHOICE)].flatMap(errors)} />
    </div>
  );
}
