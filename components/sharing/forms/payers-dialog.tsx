'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said } from '@/components/projects/forms/said';
import { SendDialog } from '@/components/projects/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { type SharingWords, useSharingWords } from '../words';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  /** pipeline companies of the county's register, offered where a name is typed */
  companies: readonly string[];
  trigger: ReactElement;
};

/** Who pays, by name, where a rule only says what kind of payer it is. */
export function PayersDialog({ projectId, sheet, words, companies, trigger }: Props) {
  const t = useTranslations('sharing.given');
  const { money, rule, yuan } = useSharingWords(words);
  const keyOf = (one: { rule: string; source: string }) => `${one.rule}/${one.source}`;
  const others = sheet.settings.payers.filter((one) => !sheet.payers.some((open) => keyOf(open) === keyOf(one)));
  return (
    <SendDialog
      title={t('payers')}
      trigger={trigger}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${projectId}/sharing`}
      version={sheet.version}
      body={(form) => ({
        payers: [
          ...others,
          ...sheet.payers.flatMap((one) => {
            const name = said(form, keyOf(one));
            return name === '' ? [] : [{ rule: one.rule, source: one.source, name }];
          }),
        ],
      })}
      done={t('saved')}
      fields={[]}
    >
      {() => (
        <>
          <p className="text-sm text-ink-2">{t('payersHint')}</p>
          {sheet.payers.map((one) => (
            <Field
              key={keyOf(one)}
              label={`${money(one.source, null)} · ${rule(one.rule)}`}
              hint={yuan(one.amount)}
              required
            >
              <Input name={keyOf(one)} maxLength={100} list="sharing-companies" defaultValue={one.name ?? ''} />
            </Field>
          ))}
          <datalist id="sharing-companies">
            {companies.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </SendDialog>
  );
}
