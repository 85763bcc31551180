'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, sumSaid } from '@/components/projects/forms/said';
import { SendDialog } from '@/components/projects/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { SharedItemView } from '@/lib/domain/sharing/answers';
import { type SharingWords, useSharingWords } from '../words';

type Props = { projectId: string; one: SharedItemView; words: SharingWords; trigger: ReactElement };

const PARTS = [0, 1, 2, 3];

/** The county's own split of an item, from the one there is, with its reason. */
export function ChangeDialog({ projectId, one, words, trigger }: Props) {
  const t = useTranslations('sharing.items');
  const g = useTranslations('sharing.given');
  const { item, money, yuan } = useSharingWords(words);
  const moneys = words.sources.flatMap(({ code, kinds }) =>
    kinds.length === 0 ? [`${code}/`] : kinds.map((kind) => `${code}/${kind.code}`),
  );
  const nameOf = (key: string) => {
    const [source = '', kind = ''] = key.split('/');
    return money(source, kind || null);
  };
  return (
    <SendDialog
      title={t('changeTitle', { item: item(one.item) })}
      trigger={trigger}
      action={t('save')}
      method="POST"
      path={`/api/v1/projects/${projectId}/sharing/changes`}
      body={(form) => ({
        ...{ compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item },
        parts: PARTS.flatMap((at) => {
          const [source = '', kind = ''] = said(form, `money${at}`).split('/');
          const payer = said(form, `payer${at}`) || null;
          return source === '' ? [] : [{ source, kind: kind || null, payer, amount: sumSaid(form, `amount${at}`) }];
        }),
        reason: said(form, 'reason'),
      })}
      done={t('saved')}
      fields={['reason']}
      wide
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('changeText', { cost: yuan(one.cost) })}</p>
          {PARTS.map((at) => {
            const part = one.parts[at];
            return (
              <fieldset key={at} className="grid gap-2 sm:grid-cols-3">
                <legend className="mb-1 text-sm font-medium">{t('part', { no: at + 1 })}</legend>
                <Select
                  name={`money${at}`}
                  aria-label={t('parts')}
                  placeholder={t('none')}
                  defaultValue={part ? `${part.source}/${part.kind ?? ''}` : ''}
                  options={moneys.map((value) => ({ value, label: nameOf(value) }))}
                />
                <Input
                  name={`payer${at}`}
                  aria-label={t('payerOf')}
                  placeholder={t('payerOf')}
                  maxLength={100}
                  defaultValue={part?.payer ?? ''}
                />
                <Input
                  name={`amount${at}`}
                  aria-label={t('cost')}
                  inputMode="decimal"
                  suffix={g('yuan')}
                  defaultValue={part?.amount}
                />
              </fieldset>
            );
          })}
          <Field label={t('reason')} error={errors('reason')} required>
            <Textarea name="reason" rows={3} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
