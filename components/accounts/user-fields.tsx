'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { fieldErrors, type Problem } from '@/lib/client/api';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole, type Role, unitKindsOf } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { UnitOption } from '@/lib/domain/units/views';

export type UserValues = { displayName: string; role: string; unitId: string };
type Props = { values?: UserValues; roles: readonly Role[]; units: readonly UnitOption[]; problem?: Problem };

/** Name, role, unit: the role says which kinds of unit there are to choose from. */
export function UserFields({ values, roles, units, problem }: Props) {
  const t = useTranslations('accounts.users');
  const locale = useLocale();
  const [role, setRole] = useState<Role | ''>(values && isRole(values.role) ? values.role : '');
  const fitting = role ? units.filter(({ kind }) => unitKindsOf(role).includes(kind)) : [];
  const only = fitting.length === 1 ? fitting[0]?.id : undefined;
  const kept = fitting.some(({ id }) => id === values?.unitId) ? values?.unitId : only;
  return (
    <>
      <Field label={t('displayName')} hint={t('displayNameHint')} error={fieldErrors(problem, 'displayName')} required>
        <Input name="displayName" defaultValue={values?.displayName} maxLength={40} autoComplete="off" />
      </Field>
      <Field label={t('role')} error={fieldErrors(problem, 'role')} required>
        <Select
          name="role"
          value={role}
          placeholder={t('chooseRole')}
          options={roles.map((value) => ({ value, label: labelIn(ROLE_LABELS[value], locale) }))}
          onChange={(event) => setRole(event.target.value as Role | '')}
        />
      </Field>
      <Field label={t('unit')} hint={role ? undefined : t('roleFirst')} error={fieldErrors(problem, 'unitId')} required>
        <Combobox
          key={role}
          name="unitId"
          defaultValue={kept}
          disabled={!role}
          options={fitting.map(({ id, name, path, search }) => ({ value: id, label: name, note: path, search }))}
        />
      </Field>
    </>
  );
}
