'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { said, saidOrNull } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';
import { AskedFields } from './asked-fields';
import { type NewsWords, optionsOf } from './words';

type Props = { words: NewsWords; years: readonly number[]; year: number; today: string; trigger: ReactElement };

const FIELDS = ['year', 'kind', 'level', 'title', 'happenedOn', 'medium', 'outlet', 'documentNo', 'issuer', 'place'];
const ALL = [...FIELDS, 'participants', 'link', 'fileId', 'summary'];

const bodyOf = (form: FormData) => ({
  year: Number(said(form, 'year')),
  ...{ kind: said(form, 'kind'), level: said(form, 'level'), title: said(form, 'title') },
  ...{ happenedOn: said(form, 'happenedOn'), medium: saidOrNull(form, 'medium'), outlet: saidOrNull(form, 'outlet') },
  ...{
    documentNo: saidOrNull(form, 'documentNo'),
    issuer: saidOrNull(form, 'issuer'),
    place: saidOrNull(form, 'place'),
  },
  participants: said(form, 'participants') ? Number(said(form, 'participants')) : null,
  ...{ link: saidOrNull(form, 'link'), summary: saidOrNull(form, 'summary') },
});

/** 报送新闻信息: the kind says what else is asked. */
export function NewsDialog({ words, years, year, today, trigger }: Props) {
  const t = useTranslations('news.form');
  const list = useTranslations('news');
  const locale = useLocale();
  const uploads = useUploads();
  const [kind, setKind] = useState(words.kinds[0]?.code ?? '');
  const chosen = words.kinds.find(({ code }) => code === kind);
  const levels = words.levels.filter(({ code }) => chosen?.levels.includes(code) ?? true);
  return (
    <SendDialog
      wide
      title={t('title')}
      trigger={trigger}
      action={list('create')}
      method="POST"
      path="/api/v1/news"
      body={bodyOf}
      done={list('filed')}
      fields={ALL}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('description')}</p>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field label={t('kind')} error={errors('kind')} required>
              <Select
                name="kind"
                value={kind}
                onChange={(event) => setKind(event.target.value)}
                options={optionsOf(words.kinds, locale)}
              />
            </Field>
            <Field label={t('level')} error={errors('level')} required>
              <Select key={kind} name="level" options={optionsOf(levels, locale)} />
            </Field>
            <Field label={t('year')} error={errors('year')} required>
              <Select
                name="year"
                defaultValue={String(year)}
                options={years.map((one) => ({ value: String(one), label: list('yearName', { year: String(one) }) }))}
              />
            </Field>
          </div>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field label={t('titleField')} error={errors('title')} required className="sm:col-span-2">
              <Input name="title" maxLength={200} />
            </Field>
            <Field label={t('date')} hint={t('dateHint')} error={errors('happenedOn')} required>
              <Input name="happenedOn" type="date" defaultValue={today} />
            </Field>
          </div>
          <AskedFields asks={chosen?.asks ?? []} media={words.media} errors={errors} />
          <Field label={t('link')} hint={t('linkHint')} error={errors('link')}>
            <Input name="link" type="url" inputMode="url" maxLength={500} />
          </Field>
          <FileField
            label={t('file')}
            hint={t('fileHint')}
            files={uploads.chosen.fileId ? [uploads.chosen.fileId] : []}
            onChange={([file]) => uploads.choose('fileId', file)}
            errors={errors('fileId')}
          />
          <Field label={t('summary')} error={errors('summary')} optional>
            <Textarea name="summary" rows={2} maxLength={1_000} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
