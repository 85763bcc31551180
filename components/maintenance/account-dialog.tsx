'use client';

import { useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { useUploads } from '@/lib/client/use-uploads';
import type { MaintenanceAccountView } from '@/lib/domain/maintenance/answers';

type Props = { compoundId: string; account: MaintenanceAccountView | null; today: string };

/** Opens the account, or puts right what was written wrong about it. */
export function AccountDialog({ compoundId, account, today }: Props) {
  const t = useTranslations('maintenance.account');
  const uploads = useUploads();
  const { fileId: paper } = uploads.chosen;
  return (
    <SendDialog
      title={t(account ? 'correct' : 'open')}
      trigger={<Button variant={account ? 'secondary' : 'primary'}>{t(account ? 'correct' : 'open')}</Button>}
      action={t(account ? 'correct' : 'open')}
      method={account ? 'PATCH' : 'POST'}
      path={`/api/v1/compounds/${compoundId}/maintenance-fund/account`}
      version={account?.version}
      body={(form) => {
        const fields = { bank: said(form, 'bank'), number: said(form, 'number'), openedOn: said(form, 'openedOn') };
        return account ? filled(fields) : fields;
      }}
      done={t('done')}
      uploads={uploads}
      fields={['bank', 'number', 'openedOn', 'fileId']}
    >
      {(errors) => (
        <>
          <Field label={t('bank')} error={errors('bank')} required>
            <Input name="bank" maxLength={100} defaultValue={account?.bank} />
          </Field>
          <Field
            label={t('number')}
            hint={t(account ? 'numberAgain' : 'numberHint', { number: account?.number ?? '' })}
            error={errors('number')}
            required={!account}
            optional={account !== null}
          >
            <Input name="number" inputMode="numeric" maxLength={40} autoComplete="off" />
          </Field>
          <Field label={t('openedOn')} error={errors('openedOn')} required>
            <Input name="openedOn" type="date" max={today} defaultValue={account?.openedOn} />
          </Field>
          {!account && (
            <FileField
              label={t('file')}
              hint={t('fileHint')}
              files={paper ? [paper] : []}
              onChange={([file]) => uploads.choose('fileId', file)}
              errors={errors('fileId')}
            />
          )}
        </>
      )}
    </SendDialog>
  );
}
