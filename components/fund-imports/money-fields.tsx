'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ItemRows } from '@/components/funds/forms/item-rows';
import type { itemRows } from '@/components/funds/forms/item-values';
import { type FundWords, potName } from '@/components/funds/words';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { Select } from '@/components/ui/select';
import type { ImportChoice } from '@/lib/domain/funds/imports/answers';
import { yuanText } from '@/lib/format/money-text';
import { chosenMoney, type MoneyTyped, NO_MONEY, potValue } from './money-values';

interface Props {
  typed: MoneyTyped;
  onChange: (typed: MoneyTyped) => void;
  choices: readonly ImportChoice[];
  words: FundWords;
  /** of a payment; null: money that comes in */
  items: ReturnType<typeof itemRows> | null;
  /** the refusals of each field */
  errors: (name: string) => string[];
}

/** The fields of MoneyFields that show their own refusals. */
export const MONEY_FIELDS = ['projectId', 'source', 'contractId', 'items', 'items.0.amount'];

/** Whose money it is: a project with what it expects or has, and of a payment the contract and the items. */
export function MoneyFields({ typed, onChange, choices, words, items, errors }: Props) {
  const t = useTranslations('fundImports.choose');
  const locale = useLocale();
  const isIn = items === null;
  const { project, pots, pot, contracts, contract } = chosenMoney(typed, choices, isIn);
  return (
    <>
      <Field label={t('project')} error={errors('projectId')} required>
        <Combobox
          value={typed.projectId}
          onChange={(projectId) => onChange({ ...NO_MONEY, projectId })}
          options={choices.map(({ id, name, code }) => ({ value: id, label: name, note: code, search: code }))}
        />
      </Field>
      {project && pots.length === 0 && <FieldErrors errors={[t('noPot')]} />}
      {pot && (
        <Field label={t('pot')} error={errors('source')} required>
          <Select
            value={potValue(pot)}
            onChange={({ target }) => onChange({ ...typed, pot: target.value })}
            options={pots.map((one) => ({
              value: potValue(one),
              label: t(isIn ? 'potOutstanding' : 'potCash', {
                name: potName(words, one, locale),
                sum: yuanText(isIn ? one.outstanding : one.cash, locale),
              }),
            }))}
          />
        </Field>
      )}
      {items && project && (
        <>
          <Field label={t('contract')} error={errors('contractId')} required>
            <Select
              value={contract?.id ?? ''}
              onChange={({ target }) => onChange({ ...typed, contractId: target.value })}
              options={contracts.map(({ id, no, company: name, left }) => ({
                value: id,
                label: t('contractLeft', { no, name, sum: yuanText(left, locale) }),
              }))}
            />
          </Field>
          {contracts.length === 0 && <FieldErrors errors={[t('noContract')]} />}
          <ItemRows
            rows={items}
            menu={words.menu.filter(({ code }) => project.items.includes(code))}
            errors={[...errors('items'), ...errors('items.0.amount')]}
          />
        </>
      )}
    </>
  );
}
