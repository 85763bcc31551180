'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { homeName } from '@/lib/domain/contributions/reminders';
import { yuanText } from '@/lib/format/money-text';
import type { Chosen, Item, Typed } from './pay-many-values';

type Props = {
  rows: readonly DueRow[];
  chosen: Chosen;
  items: readonly Item[];
  errors: (field: string) => string[];
  onChange: (chosen: Chosen) => void;
};

/** A tick per household, and what it paid where that is not what was left. */
export function PayManyRows({ rows, chosen, items, errors, onChange }: Props) {
  const t = useTranslations('contributions.payMany');
  const locale = useLocale();
  const tick = (id: string, on: boolean) =>
    onChange(on ? { ...chosen, [id]: {} } : Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== id)));
  const type = (id: string, typed: Typed) => onChange({ ...chosen, [id]: { ...chosen[id], ...typed } });
  return (
    <Table caption={t('title')}>
      <thead>
        <Row>
          <HeadCell>
            <Checkbox
              label={t('all')}
              checked={rows.length > 0 && items.length === rows.length}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? Object.fromEntries(rows.map((row) => [row.householdId, chosen[row.householdId] ?? {}]))
                    : {},
                )
              }
            />
          </HeadCell>
          <HeadCell align="right">{t('left')}</HeadCell>
          <HeadCell align="right">{t('amount')}</HeadCell>
          <HeadCell>{t('receiptNo')}</HeadCell>
        </Row>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { householdId: id, left } = row;
          const home = homeName(row);
          const at = items.findIndex(({ householdId }) => householdId === id);
          const item = items[at];
          const wrong = (name: string) => (item ? errors(`items.${at}.${name}`) : []);
          const refused = ['householdId', 'amount', 'receiptNo'].flatMap(wrong);
          return (
            <Row key={id}>
              <Cell primary>
                <Checkbox
                  label={home}
                  checked={item !== undefined}
                  onChange={({ target }) => tick(id, target.checked)}
                />
                {refused.map((line) => (
                  <span key={line} className="mt-0.5 block text-xs font-normal text-red-ink">
                    {line}
                  </span>
                ))}
              </Cell>
              <Cell label={t('left')} align="right" className="whitespace-nowrap tabular-nums">
                {yuanText(left, locale)}
              </Cell>
              <Cell label={t('amount')} align="right">
                {item && (
                  <Input
                    aria-label={t('amountOf', { home })}
                    aria-invalid={wrong('amount').length > 0 || undefined}
                    inputMode="decimal"
                    className="w-32 max-w-full text-right tabular-nums"
                    value={chosen[id]?.amount ?? left}
                    onChange={({ target }) => type(id, { amount: target.value })}
                  />
                )}
              </Cell>
              <Cell label={t('receiptNo')}>
                {item && (
                  <Input
                    aria-label={t('receiptOf', { home })}
                    aria-invalid={wrong('receiptNo').length > 0 || undefined}
                    maxLength={40}
                    autoComplete="off"
                    className="w-40 max-w-full"
                    value={chosen[id]?.receiptNo ?? item.receiptNo}
                    onChange={({ target }) => type(id, { receiptNo: target.value })}
                  />
                )}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
