'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { itemLabel } from '@/lib/domain/funds/labels';
import { FEES } from '@/lib/domain/funds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import type { Word } from '../words';
import { itemRows, noItems } from './item-values';

/** The parts of one payment, kept by the form that it is typed in. */
export function useItemRows(initial = '') {
  const [typed, put] = useState(noItems(initial));
  return { ...itemRows(typed, put), clear: () => put(noItems(initial)) };
}

type Props = { rows: ReturnType<typeof itemRows>; menu: readonly Word[]; errors: string[] };

/** Which items a payment is for, and how much of it each: to the fen the amount. */
export function ItemRows({ rows, menu, errors }: Props) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const options = [
    ...menu.map(({ code }) => ({ value: code, label: `${code} ${labelIn(itemLabel(menu, code), locale)}` })),
    { value: FEES, label: labelIn(itemLabel(menu, FEES), locale) },
  ];
  const alone = rows.rows.length === 1;
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">{t('items')}</legend>
      <p className="text-sm text-ink-3">{t('itemsHint')}</p>
      {rows.rows.map(({ key, item, amount }) => (
        <div key={key} className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-end gap-2 max-sm:grid-cols-1">
          <Field label={t('item')}>
            <Select
              value={item}
              onChange={(event) => rows.change(key, { item: event.target.value })}
              options={[{ value: '-', label: '—' }, ...options]}
            />
          </Field>
          <Field label={t('itemAmount')}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={amount}
              placeholder={alone ? rows.amount : ''}
              onChange={(event) => rows.change(key, { amount: event.target.value })}
            />
          </Field>
          <Button size="sm" disabled={alone} onClick={() => rows.remove(key)}>
            {t('removeItem')}
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Button size="sm" onClick={rows.add}>
          {t('addItem')}
        </Button>
        <span className="text-ink-2">
          {t('sumOfItems', { sum: yuanText(formatMoney(rows.sum), locale) })}
          {rows.difference !== 0n && (
            <span className="text-red-ink">
              {' '}
              · {t('differs', { sum: yuanText(formatMoney(rows.difference), locale) })}
            </span>
          )}
        </span>
      </div>
      <FieldErrors errors={errors} />
    </fieldset>
  );
}
