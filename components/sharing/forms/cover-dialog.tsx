'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, sumSaid } from '@/components/forms/said';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { type SharingWords, useSharingWords } from '../words';
import { SettingsDialog } from './settings-dialog';

export type Money = { source: string; kind: string | null; payer: boolean };
type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  /** moneys that may cover the government's part */
  moneys: readonly Money[];
  trigger: ReactElement;
};

/** Which moneys cover the government's part, and what pipeline companies are given. */
export function CoverDialog({ projectId, sheet, words, moneys, trigger }: Props) {
  const t = useTranslations('sharing.given');
  const { money, yuan } = useSharingWords(words);
  const { settings } = sheet;
  const keyOf = ({ source, kind }: { source: string; kind?: string | null }) => `${source}/${kind ?? ''}`;
  const lineOf = (one: Money) => settings.cover.find((line) => keyOf(line) === keyOf(one));
  return (
    <SettingsDialog
      title={t('cover')}
      trigger={trigger}
      projectId={projectId}
      sheet={sheet}
      settings={(form) => ({
        cover: moneys.flatMap((one) => {
          const amount = sumSaid(form, keyOf(one));
          const payer = said(form, `payer ${keyOf(one)}`) || null;
          return amount === '' ? [] : [{ source: one.source, kind: one.kind, payer, amount }];
        }),
        subsidy: sumSaid(form, 'subsidy') || '0',
      })}
      fields={['subsidy']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('coverHint', { sum: yuan(sheet.government) })}</p>
          {moneys.map((one) => (
            <div key={keyOf(one)} className={one.payer ? 'grid gap-2 sm:grid-cols-2' : undefined}>
              <Field label={money(one.source, one.kind)} optional>
                <Input name={keyOf(one)} inputMode="decimal" suffix={t('yuan')} defaultValue={lineOf(one)?.amount} />
              </Field>
              {one.payer && (
                <Field label={t('kept')} optional>
                  <Input name={`payer ${keyOf(one)}`} maxLength={100} defaultValue={lineOf(one)?.payer ?? ''} />
                </Field>
              )}
            </div>
          ))}
          <Field label={t('subsidy')} hint={t('subsidyHint')} error={errors('subsidy')} optional>
            <Input
              name="subsidy"
              inputMode="decimal"
              suffix={t('yuan')}
              defaultValue={settings.subsidy === '0.00' ? '' : settings.subsidy}
            />
          </Field>
        </>
      )}
    </SettingsDialog>
  );
}
