'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { said, saidOrNull, sumSaid, textOf } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FileLink } from '@/components/ui/file-link';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useUploads } from '@/lib/client/use-uploads';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ContractView } from '@/lib/domain/projects/answers';
import { CONTRACT_KIND_LABELS, TENDER_METHOD_LABELS } from '@/lib/domain/projects/labels';
import { CONTRACT_KINDS, TENDER_METHODS } from '@/lib/domain/projects/types';
import { yuanText } from '@/lib/format/money-text';

type Props = {
  projectId: string;
  companies: readonly { id: string; name: string }[];
  contract?: ContractView;
  trigger: ReactElement;
};

const FIELDS = [
  'kind',
  'no',
  'name',
  'companyId',
  'amount',
  'tenderMethod',
  'awardedOn',
  'signedOn',
  'startOn',
  'endOn',
  'fileId',
];

const bodyOf = (form: FormData) => ({
  ...{ kind: said(form, 'kind'), no: said(form, 'no'), name: said(form, 'name'), companyId: said(form, 'companyId') },
  ...{ amount: sumSaid(form, 'amount'), signedOn: said(form, 'signedOn') },
  tenderMethod: saidOrNull(form, 'tenderMethod'),
  awardedOn: saidOrNull(form, 'awardedOn'),
  startOn: saidOrNull(form, 'startOn'),
  endOn: saidOrNull(form, 'endOn'),
});

const LABELS: Record<string, 'company' | 'scan'> = { companyId: 'company', fileId: 'scan' };

/** What a contract holds, under the names that the form sends. */
const valuesOf = ({ company, file, ...plain }: ContractView) => ({
  ...plain,
  companyId: company.id,
  fileId: file?.id ?? null,
});

export function ContractDialog({ projectId, companies, contract, trigger }: Props) {
  const t = useTranslations('projects.contracts');
  const locale = useLocale();
  const uploads = useUploads();
  const { fileId: scan } = uploads.chosen;
  const names = new Map<string, string>([
    ...CONTRACT_KINDS.map((kind) => [kind, labelIn(CONTRACT_KIND_LABELS[kind], locale)] as const),
    ...TENDER_METHODS.map((method) => [method, labelIn(TENDER_METHOD_LABELS[method], locale)] as const),
    ...companies.map(({ id, name }) => [id, name] as const),
  ]);
  const say = (key: string, value: unknown) => {
    const text = textOf(value);
    if (key === 'amount') return yuanText(text, locale);
    return key === 'fileId'
      ? contract?.file?.id === text
        ? (contract?.file?.name ?? '')
        : (scan?.name ?? t('scan'))
      : (names.get(text ?? '') ?? text ?? '');
  };
  const base = `/api/v1/projects/${projectId}/contracts`;
  const days = [
    ['awardedOn', contract?.awardedOn],
    ['signedOn', contract?.signedOn],
    ['startOn', contract?.startOn],
    ['endOn', contract?.endOn],
  ] as const;
  return (
    <SendDialog
      wide
      title={t(contract ? 'editTitle' : 'addTitle')}
      trigger={trigger}
      action={t(contract ? 'save' : 'add')}
      method={contract ? 'PATCH' : 'POST'}
      path={contract ? `${base}/${contract.id}` : base}
      version={contract?.version}
      body={bodyOf}
      done={t('saved')}
      fields={FIELDS}
      beside={
        contract && {
          was: valuesOf(contract),
          valuesOf: (record) => valuesOf(record as unknown as ContractView),
          label: (key) => t(LABELS[key] ?? (key as 'name')),
          say,
        }
      }
      uploads={uploads}
    >
      {(errors) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} error={errors('name')} required>
            <Input name="name" maxLength={100} defaultValue={contract?.name} />
          </Field>
          <Field label={t('no')} error={errors('no')} required>
            <Input name="no" maxLength={80} defaultValue={contract?.no} />
          </Field>
          <Field label={t('kind')} error={errors('kind')} required>
            <Select
              name="kind"
              defaultValue={contract?.kind ?? 'construction'}
              options={CONTRACT_KINDS.map((value) => ({ value, label: labelIn(CONTRACT_KIND_LABELS[value], locale) }))}
            />
          </Field>
          <Field label={t('company')} hint={t('companyHint')} error={errors('companyId')} required>
            <Combobox
              name="companyId"
              defaultValue={contract?.company.id ?? ''}
              options={companies.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field label={t('amount')} error={errors('amount')} required>
            <Input name="amount" inputMode="decimal" suffix={t('yuan')} defaultValue={contract?.amount} />
          </Field>
          <Field label={t('tenderMethod')} error={errors('tenderMethod')} optional>
            <Select
              name="tenderMethod"
              defaultValue={contract?.tenderMethod ?? ''}
              placeholder={t('noTender')}
              options={TENDER_METHODS.map((value) => ({ value, label: labelIn(TENDER_METHOD_LABELS[value], locale) }))}
            />
          </Field>
          {days.map(([name, value]) => (
            <Field
              key={name}
              label={t(name)}
              error={errors(name)}
              required={name === 'signedOn'}
              optional={name !== 'signedOn'}
            >
              <Input type="date" name={name} defaultValue={value ?? ''} />
            </Field>
          ))}
          <div className="sm:col-span-2">
            <FileField
              label={t('scan')}
              hint={t('scanHint')}
              files={scan ? [scan] : []}
              onChange={([file]) => uploads.choose('fileId', file)}
              errors={errors('fileId')}
              kind="scan"
            />
            {contract?.file && (
              <p className="mt-1 text-sm text-ink-3">
                {t('scanNow')} <FileLink file={contract.file} />
              </p>
            )}
          </div>
        </div>
      )}
    </SendDialog>
  );
}
