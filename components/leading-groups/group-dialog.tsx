'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { ActDialog, said } from '@/components/annual/act-dialog';
import { DOCUMENT_FIELDS, DocumentFields, documentSaid } from '@/components/annual/document-fields';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';

const PARTS = ['name', 'post', 'unit', 'duty'] as const;

const membersSaid = (form: FormData) => {
  const columns = PARTS.map((part) => form.getAll(`member.${part}`).map((value) => String(value).trim()));
  return (columns[0] ?? []).map((_, at) => Object.fromEntries(PARTS.map((part, c) => [part, columns[c]?.[at] ?? ''])));
};

type Errors = (field: string) => string[];

function Members({ errors }: { errors: Errors }) {
  const t = useTranslations('annual.leading');
  const [rows, setRows] = useState([0]);
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-sm font-medium text-ink-2">{t('members')}</legend>
      {rows.map((key, at) => (
        <div key={key} className="flex items-end gap-2">
          <div className="grid grow grid-cols-2 gap-2 sm:grid-cols-4">
            {PARTS.map((part) => (
              <Field key={part} label={t(part)} error={errors(`members.${at}.${part}`)} required>
                <Input name={`member.${part}`} maxLength={part === 'name' ? 30 : 60} />
              </Field>
            ))}
          </div>
          <IconButton
            label={t('removeMember', { name: t('memberNo', { no: at + 1 }) })}
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter((one) => one !== key))}
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button size="sm" icon={<Plus aria-hidden="true" />} onClick={() => setRows([...rows, Math.max(...rows) + 1])}>
        {t('addMember')}
      </Button>
    </fieldset>
  );
}

/** A document that sets a leading group up; the former one ends with it. */
export function GroupDialog({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('annual.leading');
  const common = useTranslations('annual');
  return (
    <ActDialog
      wide
      title={t('record')}
      description={t('description')}
      trigger={trigger}
      action={t('record')}
      path="/api/v1/leading-groups"
      fields={[...DOCUMENT_FIELDS, 'head', 'headPost']}
      file={{ label: common('file') }}
      done={t('recorded')}
      bodyOf={(form) => ({
        ...documentSaid(form),
        head: said(form, 'head'),
        headPost: said(form, 'headPost'),
        members: membersSaid(form),
      })}
    >
      {(errors) => (
        <>
          <DocumentFields errors={errors} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('head')} error={errors('head')} required>
              <Input name="head" maxLength={30} />
            </Field>
            <Field label={t('headPost')} error={errors('headPost')} required>
              <Input name="headPost" maxLength={60} />
            </Field>
          </div>
          <Members errors={errors} />
        </>
      )}
    </ActDialog>
  );
}
