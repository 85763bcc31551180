'use client';

import { useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';

export interface Account {
  id: string;
  name: string;
  role: string;
}

export function PersonDialog({ projectId, accounts }: { projectId: string; accounts: readonly Account[] }) {
  const t = useTranslations('projects.people');
  return (
    <SendDialog
      title={t('add')}
      trigger={<Button size="sm">{t('add')}</Button>}
      action={t('add')}
      method="POST"
      path={`/api/v1/projects/${projectId}/people`}
      body={(form) => ({ accountId: said(form, 'accountId') })}
      done={t('added')}
      fields={['accountId']}
    >
      {(errors) => (
        <Field label={t('account')} hint={t('accountHint')} error={errors('accountId')} required>
          <Combobox
            name="accountId"
            options={accounts.map(({ id, name, role }) => ({ value: id, label: name, note: role }))}
          />
        </Field>
      )}
    </SendDialog>
  );
}
