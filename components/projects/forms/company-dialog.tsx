'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { filled, said, saidOrNull, textOf } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CompanyView } from '@/lib/domain/projects/company-answers';
import { COMPANY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { COMPANY_KINDS } from '@/lib/domain/projects/types';

type Props = { company?: CompanyView; trigger: ReactElement };

export function CompanyDialog({ company, trigger }: Props) {
  const t = useTranslations('projects.companies');
  const common = useTranslations('common');
  const locale = useLocale();
  const say = (_key: string, value: unknown) =>
    Array.isArray(value)
      ? COMPANY_KINDS.filter((kind) => value.includes(kind))
          .map((kind) => labelIn(COMPANY_KIND_LABELS[kind], locale))
          .join(common('listSeparator'))
      : (textOf(value) ?? '');
  return (
    <SendDialog
      title={t(company ? 'editTitle' : 'add')}
      trigger={trigger}
      action={t(company ? 'save' : 'add')}
      method={company ? 'PATCH' : 'POST'}
      path={company ? `/api/v1/companies/${company.id}` : '/api/v1/companies'}
      version={company?.version}
      body={(form) => ({
        ...{ name: said(form, 'name'), kinds: form.getAll('kinds') },
        ...(company
          ? { creditCode: saidOrNull(form, 'creditCode'), note: saidOrNull(form, 'note') }
          : filled({ creditCode: said(form, 'creditCode'), note: said(form, 'note') })),
      })}
      done={t('saved')}
      fields={['name', 'creditCode', 'kinds', 'note']}
      beside={company && { was: { ...company }, label: (key) => t(key as 'name'), say }}
    >
      {(errors) => (
        <>
          <Field label={t('name')} hint={t('nameHint')} error={errors('name')} required>
            <Input name="name" maxLength={100} defaultValue={company?.name} />
          </Field>
          <Field label={t('creditCode')} error={errors('creditCode')} optional>
            <Input name="creditCode" maxLength={40} defaultValue={company?.creditCode ?? ''} />
          </Field>
          <Field label={t('kinds')} error={errors('kinds')} group required>
            <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
              {COMPANY_KINDS.map((kind) => (
                <Checkbox
                  key={kind}
                  name="kinds"
                  value={kind}
                  label={labelIn(COMPANY_KIND_LABELS[kind], locale)}
                  defaultChecked={company?.kinds.includes(kind)}
                />
              ))}
            </div>
          </Field>
          <Field label={t('note')} error={errors('note')} optional>
            <Input name="note" maxLength={200} defaultValue={company?.note ?? ''} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
