'use client';

import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { OpenPayerView, SharingSheet } from '@/lib/domain/sharing/answers';
import { type SharingWords, useSharingWords } from '../words';
import { PayerRows, type PayerTyped } from './payer-rows';
import { SettingsDialog } from './settings-dialog';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  /** pipeline companies of the county's register, offered where a name is typed */
  companies: readonly string[];
  trigger: ReactElement;
};
type Rows = Readonly<Record<string, PayerTyped[]>>;

const keyOf = (one: { rule: string; source: string }) => `${one.rule}/${one.source}`;
const EMPTY: PayerTyped = { key: 0, item: '', name: '', amount: '' };

function rowsOf({ payers, settings }: SharingSheet): Rows {
  return Object.fromEntries(
    payers.map((open) => {
      const said = settings.payers.filter((one) => keyOf(one) === keyOf(open));
      const rows = said.map(({ item, name, amount }, key) => ({ key, item: item ?? '', name, amount: amount ?? '' }));
      return [keyOf(open), rows.length > 0 ? rows : [EMPTY]];
    }),
  );
}

const sent = ({ rule, source }: OpenPayerView, rows: readonly PayerTyped[]) =>
  rows.flatMap(({ item, name, amount }) => {
    const sum = amount.replaceAll(/[,，\s]/g, '');
    return name.trim() === '' ? [] : [{ rule, source, name: name.trim(), item: item || null, amount: sum || null }];
  });

/** Who pays, by name, where a rule only says what kind of payer it is: of the row, of an item, or several of one. */
export function PayersDialog({ projectId, sheet, words, companies, trigger }: Props) {
  const t = useTranslations('sharing.given');
  const { money, rule, item, yuan } = useSharingWords(words);
  const [rows, setRows] = useState<Rows>(() => rowsOf(sheet));
  // a name for what is not in the plan now stays for the day it comes back; a sum for it would stand in the way
  const others = sheet.settings.payers.filter(
    (one) => !one.amount && !sheet.payers.some((open) => keyOf(open) === keyOf(one)),
  );
  return (
    <SettingsDialog
      wide
      title={t('payers')}
      trigger={trigger}
      projectId={projectId}
      sheet={sheet}
      settings={() => ({
        payers: [...others, ...sheet.payers.flatMap((open) => sent(open, rows[keyOf(open)] ?? []))],
      })}
    >
      {() => (
        <>
          <p className="text-sm text-ink-2">{t('payersHint')}</p>
          {sheet.payers.map((open) => (
            <PayerRows
              key={keyOf(open)}
              title={`${money(open.source, null)} · ${rule(open.rule)} · ${yuan(open.amount)}`}
              items={open.items.map((one) => ({ value: one.item, label: `${item(one.item)} ${yuan(one.amount)}` }))}
              rows={rows[keyOf(open)] ?? []}
              onChange={(next) => setRows({ ...rows, [keyOf(open)]: next })}
            />
          ))}
          <datalist id="sharing-companies">
            {companies.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </SettingsDialog>
  );
}
