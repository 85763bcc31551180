'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { said } from './act-dialog';

export const DOCUMENT_FIELDS = ['documentNo', 'documentOn'];
export const documentSaid = (form: FormData) => ({
  documentNo: said(form, 'documentNo'),
  documentOn: said(form, 'documentOn'),
});

/** Number and date of the paper that something rests on. */
export function DocumentFields({ errors }: { errors: (field: string) => string[] }) {
  const t = useTranslations('annual');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('documentNo')} error={errors('documentNo')} required>
        <Input name="documentNo" maxLength={80} />
      </Field>
      <Field label={t('documentOn')} error={errors('documentOn')} required>
        <Input name="documentOn" type="date" />
      </Field>
    </div>
  );
}
