'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { said, saidOrNull, sumSaid, textOf } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { FundingView } from '@/lib/domain/projects/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { yuanText } from '@/lib/format/money-text';

export type Source = Worded & { kinds: readonly Worded[] };
type Props = { projectId: string; sources: readonly Source[]; line?: FundingView; trigger: ReactElement };

export function FundingDialog({ projectId, sources, line, trigger }: Props) {
  const t = useTranslations('projects.funding');
  const locale = useLocale();
  const [source, setSource] = useState(line?.source ?? sources[0]?.code ?? '');
  const kinds = sources.find(({ code }) => code === source)?.kinds ?? [];
  const options = (all: readonly Worded[]) =>
    all.map((one) => ({ value: one.code, label: locale === 'en' ? one.nameEn : one.name }));
  const named = options(sources.flatMap((one) => [one, ...one.kinds]));
  const say = (key: string, value: unknown) => {
    const text = textOf(value);
    return key === 'amount' ? yuanText(text, locale) : (named.find((one) => one.value === text)?.label ?? text ?? '');
  };
  const base = `/api/v1/projects/${projectId}/funding`;
  return (
    <SendDialog
      title={t(line ? 'editTitle' : 'add')}
      trigger={trigger}
      action={t(line ? 'save' : 'add')}
      method={line ? 'PATCH' : 'POST'}
      path={line ? `${base}/${line.id}` : base}
      version={line?.version}
      body={(form) => ({
        ...{ source: said(form, 'source'), kind: saidOrNull(form, 'kind'), amount: sumSaid(form, 'amount') },
        ...{ payer: saidOrNull(form, 'payer'), note: saidOrNull(form, 'note') },
      })}
      done={t('saved')}
      fields={['source', 'kind', 'amount', 'payer', 'note']}
      beside={line && { was: { ...line }, label: (key) => t(key as 'source'), say }}
    >
      {(errors) => (
        <>
          <Field label={t('source')} error={errors('source')} required>
            <Select
              name="source"
              value={source}
              onChange={(event) => setSource(event.target.value)}
              options={options(sources)}
            />
          </Field>
          {kinds.length > 0 && (
            <Field label={t('kind')} error={errors('kind')} required>
              <Select
                key={source}
                name="kind"
                defaultValue={line?.kind ?? ''}
                placeholder={t('chooseKind')}
                options={options(kinds)}
              />
            </Field>
          )}
          <Field label={t('amount')} error={errors('amount')} required>
            <Input name="amount" inputMode="decimal" suffix={t('yuan')} defaultValue={line?.amount} />
          </Field>
          <Field label={t('payer')} error={errors('payer')} optional>
            <Input name="payer" maxLength={100} defaultValue={line?.payer ?? ''} />
          </Field>
          <Field label={t('note')} error={errors('note')} optional>
            <Input name="note" maxLength={200} defaultValue={line?.note ?? ''} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
