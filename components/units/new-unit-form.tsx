'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { UNIT_KINDS } from '@/lib/domain/units/types';
import type { UnitOption } from '@/lib/domain/units/views';
import { UnitForm } from './unit-form';

type Props = { parents: readonly UnitOption[]; under?: string; day: string };

/** What stands above says what is made: under a county a town, under a town a community. */
export function NewUnitForm({ parents, under, day }: Props) {
  const t = useTranslations('units');
  const [parentId, setParentId] = useState(under ?? '');
  const parent = parents.find(({ id }) => id === parentId);
  const kind = parent && UNIT_KINDS[UNIT_KINDS.indexOf(parent.kind) + 1];
  return (
    <UnitForm
      method="POST"
      path="/api/v1/units"
      submit={t('create')}
      opens
      fixed={{ parentId: parentId || null, kind: kind ?? 'county' }}
      note={
        <Field label={t('parent')} required>
          <Combobox
            value={parentId}
            onChange={setParentId}
            options={parents.map(({ id, name, path, search }) => ({ value: id, label: name, note: path, search }))}
          />
        </Field>
      }
      fields={[
        { name: 'name', label: t('name'), required: true },
        { name: 'code', label: t('code'), hint: t('codeHint'), required: true },
        { name: 'nameEn', label: t('nameEn') },
        { name: 'validFrom', label: t('validFrom'), value: day, type: 'date', required: true },
      ]}
    />
  );
}
