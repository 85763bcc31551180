'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { said, saidOrNull } from '@/components/forms/said';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { labelIn } from '@/lib/domain/kernel/label';
import type { EntityChoices } from '@/lib/domain/projects/choices';
import { ENTITY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { ENTITY_KINDS } from '@/lib/domain/projects/types';

type Props = {
  choices: EntityChoices;
  start?: { entityKind: string | null; entityUnitId: string | null; entityCompanyId: string | null };
  errors: (field: string) => string[];
};

/** Who implements (P四(三)1): the bureau, a town, or a company of the register. */
export function EntityFields({ choices, start, errors }: Props) {
  const t = useTranslations('projects.entity');
  const locale = useLocale();
  const [kind, setKind] = useState(start?.entityKind ?? '');
  const options = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field label={t('kind')} error={errors('entityKind')} optional>
        <Select
          name="entityKind"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          placeholder={t('later')}
          options={ENTITY_KINDS.map((value) => ({ value, label: labelIn(ENTITY_KIND_LABELS[value], locale) }))}
        />
      </Field>
      {kind === 'town' && (
        <Field label={t('town')} error={errors('entityUnitId')} required>
          <Select
            name="entityUnitId"
            defaultValue={start?.entityUnitId ?? ''}
            placeholder={t('chooseTown')}
            options={options(choices.towns)}
          />
        </Field>
      )}
      {kind === 'company' && (
        <Field label={t('company')} hint={t('companyHint')} error={errors('entityCompanyId')} required>
          <Combobox
            name="entityCompanyId"
            defaultValue={start?.entityCompanyId ?? ''}
            options={options(choices.companies)}
          />
        </Field>
      )}
    </>
  );
}

export const entityBody = (form: FormData) => ({
  entityKind: saidOrNull(form, 'entityKind'),
  ...(said(form, 'entityUnitId') ? { entityUnitId: said(form, 'entityUnitId') } : {}),
  ...(said(form, 'entityCompanyId') ? { entityCompanyId: said(form, 'entityCompanyId') } : {}),
});
