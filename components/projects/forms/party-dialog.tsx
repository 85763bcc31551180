'use client';

import { useLocale, useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { labelIn } from '@/lib/domain/kernel/label';
import { PARTY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { PARTY_KINDS } from '@/lib/domain/projects/types';

type Props = { projectId: string; companies: readonly { id: string; name: string }[] };

export function PartyDialog({ projectId, companies }: Props) {
  const t = useTranslations('projects.parties');
  const locale = useLocale();
  return (
    <SendDialog
      title={t('add')}
      trigger={<Button size="sm">{t('add')}</Button>}
      action={t('add')}
      method="POST"
      path={`/api/v1/projects/${projectId}/parties`}
      body={(form) => ({
        ...{ kind: said(form, 'kind'), companyId: said(form, 'companyId') },
        ...filled({ person: said(form, 'person') }),
      })}
      done={t('added')}
      fields={['kind', 'companyId', 'person']}
    >
      {(errors) => (
        <>
          <Field label={t('kind')} error={errors('kind')} required>
            <Select
              name="kind"
              defaultValue="construction"
              options={PARTY_KINDS.map((value) => ({ value, label: labelIn(PARTY_KIND_LABELS[value], locale) }))}
            />
          </Field>
          <Field label={t('company')} error={errors('companyId')} required>
            <Combobox name="companyId" options={companies.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <Field label={t('person')} error={errors('person')} optional>
            <Input name="person" maxLength={40} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
