'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors } from '@/lib/client/api';
import type { NoticeSubjects, NoticeView } from '@/lib/domain/notices/answers';
import { CompoundsPicker, listedOf } from './compounds-picker';
import { useSend } from './use-send';

const valuesOf = (notice: NoticeView) => ({
  title: notice.title,
  documentNo: notice.documentNo ?? '',
  issuer: notice.issuer,
  days: String(notice.days),
  body: notice.body,
  compounds: new Map(notice.facts.compounds.map(({ id, note }) => [id, note ?? ''])) as ReadonlyMap<string, string>,
});
type Values = ReturnType<typeof valuesOf>;

const FIELDS = ['title', 'documentNo', 'issuer', 'days', 'body', 'compounds'];

type Props = { notice: NoticeView; compounds: NoticeSubjects['compounds'] | null };

/** While it is a draft: what it says, and the button that makes it everybody's. */
export function DraftForm({ notice, compounds }: Props) {
  const t = useTranslations('notices.draft');
  const [values, setValues] = useState(valuesOf(notice));
  const [dirty, setDirty] = useState(false);
  const { send, busy, problem, lines } = useSend();
  const publishing = useSend();
  const path = `/api/v1/notices/${notice.id}`;

  function put(changes: Partial<Values>) {
    setValues({ ...values, ...changes });
    setDirty(true);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const { compounds: chosen, days, documentNo, ...texts } = values;
    const body = {
      ...texts,
      days: Number(days),
      documentNo: documentNo.trim() || null,
      ...(compounds ? { compounds: listedOf(chosen) } : {}),
    };
    if (await send('PATCH', path, { body, version: notice.version, done: t('saved') })) setDirty(false);
  }

  const text = (field: 'title' | 'documentNo' | 'issuer' | 'days', maxLength: number) => (
    <Input
      value={values[field]}
      maxLength={maxLength}
      inputMode={field === 'days' ? 'numeric' : undefined}
      onChange={(event) => put({ [field]: event.target.value })}
    />
  );
  const errors = (field: string) => fieldErrors(problem, field);
  const general = (problem?.reasons ?? []).every(({ field }) => field && FIELDS.includes(field.split('.')[0] ?? ''))
    ? []
    : lines;
  return (
    <Card title={t('title')} description={t('text')} className="no-print">
      <form onSubmit={save} noValidate className="space-y-4">
        {problem && <Banner tone="red" live title={problem.detail} list={general} />}
        <Field label={t('heading')} error={errors('title')} required>
          {text('title', 100)}
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t('issuer')} error={errors('issuer')} required>
            {text('issuer', 60)}
          </Field>
          <Field label={t('documentNo')} error={errors('documentNo')}>
            {text('documentNo', 60)}
          </Field>
          <Field label={t('days')} hint={t('daysHint')} error={errors('days')} required>
            {text('days', 2)}
          </Field>
        </div>
        <Field label={t('body')} hint={t('bodyHint')} error={errors('body')} required>
          <Textarea
            rows={8}
            value={values.body}
            maxLength={8_000}
            onChange={(event) => put({ body: event.target.value })}
          />
        </Field>
        {compounds && (
          <Field label={t('compounds')} error={errors('compounds')} group required>
            <CompoundsPicker
              compounds={compounds}
              chosen={values.compounds}
              onChange={(chosen) => put({ compounds: chosen })}
            />
          </Field>
        )}
        <FormActions status={dirty ? t('unsaved') : undefined}>
          <ConfirmDialog
            title={t('publishTitle', { title: notice.title })}
            description={t('publishText', { days: String(notice.days) })}
            confirmLabel={t('publish')}
            errors={publishing.lines}
            trigger={
              <Button variant="primary" disabled={dirty}>
                {t('publish')}
              </Button>
            }
            onConfirm={async () =>
              (await publishing.send('POST', `${path}/publish`, { version: notice.version, done: t('published') })) !==
              null
            }
          />
          <Button type="submit" variant={dirty ? 'primary' : 'secondary'} busy={busy}>
            {t('save')}
          </Button>
        </FormActions>
      </form>
    </Card>
  );
}
