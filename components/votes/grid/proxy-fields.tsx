'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { BallotValues } from './ballot-values';
import { PhotoField } from './photo-field';

type Values = Pick<BallotValues, 'byProxy' | 'proxyName' | 'proxyFileId'>;
type Props = {
  values: Values;
  nameErrors: readonly string[];
  photoErrors: readonly string[];
  onChange: (change: Partial<Values>) => void;
};

/** Whether somebody else signed; then who, and the photo of the authorisation. */
export function ProxyFields({ values, nameErrors, photoErrors, onChange }: Props) {
  const t = useTranslations('voteGrid.form');
  return (
    <>
      <Checkbox
        label={t('proxy')}
        checked={values.byProxy}
        onChange={(event) => onChange({ byProxy: event.target.checked })}
      />
      {values.byProxy && (
        <>
          <Field label={t('proxyName')} required error={nameErrors}>
            <Input
              value={values.proxyName}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => onChange({ proxyName: event.target.value })}
            />
          </Field>
          <PhotoField
            label={t('proxyPhoto')}
            required
            errors={photoErrors}
            fileId={values.proxyFileId}
            onChange={(proxyFileId) => onChange({ proxyFileId })}
          />
        </>
      )}
    </>
  );
}
