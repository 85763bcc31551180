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
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import { fenOf, type Word } from '../words';

interface ItemRow {
  key: number;
  item: string;
  amount: string;
}

const plain = (text: string) => text.replaceAll(/[,，\s]/g, '');

/** Parts of a payment as they are typed. One alone is the whole: its sum need not be typed twice. */
export function useItemRows(initial = '') {
  const [amount, setAmount] = useState(initial);
  const [rows, setRows] = useState<ItemRow[]>([{ key: 0, item: '-', amount: '' }]);
  const alone = rows.length === 1;
  const sums = rows.map((row) => plain(alone && row.amount === '' ? amount : row.amount));
  return {
    ...{ amount, setAmount, rows },
    // a line without an item is no part yet: what is lacking shows in the sum
    sent: rows.map(({ item }, at) => ({ item, amount: sums[at] ?? '' })).filter(({ item }) => item !== '-'),
    sum: sumMoney(sums.map(fenOf)),
    difference: fenOf(plain(amount)) - sumMoney(sums.map(fenOf)),
    add: () => setRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, item: '-', amount: '' }]),
    remove: (key: number) => setRows(rows.filter((row) => row.key !== key)),
    change: (key: number, to: Partial<ItemRow>) =>
      setRows(rows.map((row) => (row.key === key ? { ...row, ...to } : row))),
    clear: () => {
      setAmount(initial);
      setRows([{ key: 0, item: '-', amount: '' }]);
    },
  };
}

type Props = { rows: ReturnType<typeof useItemRows>; menu: readonly Word[]; errors: string[] };

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
