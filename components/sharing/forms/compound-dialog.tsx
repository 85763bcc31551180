'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, saidOrNull, sumSaid } from '@/components/forms/said';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { SharingCompoundView, SharingSheet } from '@/lib/domain/sharing/answers';
import { type SharingWords, useSharingWords } from '../words';
import { SettingsDialog } from './settings-dialog';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  compound: SharingCompoundView;
  /** money that owners have together: kinds of the source residents */
  ownKinds: readonly string[];
  trigger: ReactElement;
};

/** How a compound's households share, whether it is former 三供一业 housing, and what its owners have together. */
export function CompoundDialog({ projectId, sheet, words, compound, ownKinds, trigger }: Props) {
  const t = useTranslations('sharing.compounds');
  const g = useTranslations('sharing.given');
  const { money } = useSharingWords(words);
  const others = sheet.settings.compounds.filter(({ compoundId }) => compoundId !== compound.id);
  return (
    <SettingsDialog
      title={t('editTitle', { name: compound.name })}
      trigger={trigger}
      projectId={projectId}
      sheet={sheet}
      settings={(form) => ({
        compounds: [
          ...others,
          {
            ...{ compoundId: compound.id, rule: said(form, 'rule'), formerUnit: form.get('formerUnit') === 'on' },
            unit: saidOrNull(form, 'unit'),
            ownMoney: ownKinds.flatMap((kind) => {
              const amount = sumSaid(form, kind);
              return amount === '' ? [] : [{ kind, amount }];
            }),
          },
        ],
      })}
    >
      {() => (
        <>
          <Field label={t('rule')} required>
            <Select
              name="rule"
              defaultValue={compound.rule}
              options={(['area', 'household'] as const).map((value) => ({ value, label: t(value) }))}
            />
          </Field>
          <Checkbox name="formerUnit" label={t('former')} hint={t('formerHint')} defaultChecked={compound.formerUnit} />
          <Field label={t('unit')} hint={compound.originalUnit ?? undefined} optional>
            <Input name="unit" maxLength={100} defaultValue={compound.unit ?? ''} />
          </Field>
          <p className="text-sm text-ink-2">{t('ownHint')}</p>
          {ownKinds.map((kind) => (
            <Field key={kind} label={money('residents', kind)} optional>
              <Input
                name={kind}
                inputMode="decimal"
                suffix={g('yuan')}
                defaultValue={compound.ownMoney.find((one) => one.kind === kind)?.amount}
              />
            </Field>
          ))}
        </>
      )}
    </SettingsDialog>
  );
}
