'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

export interface PayerTyped {
  key: number;
  /** '': all items of the row */
  item: string;
  name: string;
  /** '': what is left */
  amount: string;
}

type Props = {
  title: string;
  items: readonly { value: string; label: string }[];
  rows: readonly PayerTyped[];
  onChange: (rows: PayerTyped[]) => void;
};

/** The payers of one row of the rules. */
export function PayerRows({ title, items, rows, onChange }: Props) {
  const t = useTranslations('sharing.given');
  const put = (key: number, typed: Partial<PayerTyped>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...typed } : row)));
  const next = Math.max(0, ...rows.map(({ key }) => key)) + 1;
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">{title}</legend>
      {rows.map(({ key, item, name, amount }) => (
        <div
          key={key}
          className="grid gap-2 max-sm:border-b max-sm:border-line max-sm:pb-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9rem_auto]"
        >
          <Input
            aria-label={t('payerName')}
            placeholder={t('payerName')}
            maxLength={100}
            list="sharing-companies"
            value={name}
            onChange={({ target }) => put(key, { name: target.value })}
          />
          <Select
            aria-label={t('payerItem')}
            value={item}
            onChange={({ target }) => put(key, { item: target.value })}
            options={[{ value: '', label: t('payerAll') }, ...items]}
          />
          <Input
            aria-label={t('payerSum')}
            placeholder={t('payerRest')}
            inputMode="decimal"
            className="text-right tabular-nums"
            value={amount}
            onChange={({ target }) => put(key, { amount: target.value })}
          />
          <Button
            size="sm"
            disabled={rows.length === 1}
            onClick={() => onChange(rows.filter((row) => row.key !== key))}
          >
            {t('payerRemove')}
          </Button>
        </div>
      ))}
      <Button size="sm" onClick={() => onChange([...rows, { key: next, item: '', name: '', amount: '' }])}>
        {t('payerAdd')}
      </Button>
    </fieldset>
  );
}
