'use client';

import { useLocale, useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PhotoField } from '@/components/ui/photo-field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useUploads } from '@/lib/client/use-uploads';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Worded } from '@/lib/domain/projects/choices';
import { FINDING_GRADE_LABELS } from '@/lib/domain/projects/labels';
import { FINDING_GRADES } from '@/lib/domain/projects/types';

type Props = {
  projectId: string;
  compounds: readonly { id: string; name: string }[];
  kinds: readonly Worded[];
  today: string;
};

const FIELDS = [
  'compoundId',
  'kind',
  'grade',
  'place',
  'content',
  'responsible',
  'inspectedOn',
  'limitOn',
  'photoFileId',
];

export function FindingDialog({ projectId, compounds, kinds, today }: Props) {
  const t = useTranslations('projects.findings');
  const locale = useLocale();
  const uploads = useUploads();
  return (
    <SendDialog
      wide
      title={t('add')}
      trigger={<Button size="sm">{t('add')}</Button>}
      action={t('add')}
      method="POST"
      path={`/api/v1/projects/${projectId}/findings`}
      body={(form) => ({
        ...{ kind: said(form, 'kind'), grade: said(form, 'grade'), place: said(form, 'place') },
        ...{ content: said(form, 'content'), inspectedOn: said(form, 'inspectedOn'), limitOn: said(form, 'limitOn') },
        ...filled({ compoundId: said(form, 'compoundId'), responsible: said(form, 'responsible') }),
      })}
      done={t('added')}
      fields={FIELDS}
      uploads={uploads}
    >
      {(errors) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('kind')} error={errors('kind')} required>
              <Select
                name="kind"
                options={kinds.map((one) => ({ value: one.code, label: locale === 'en' ? one.nameEn : one.name }))}
              />
            </Field>
            <Field label={t('grade')} error={errors('grade')} required>
              <Select
                name="grade"
                options={FINDING_GRADES.map((value) => ({
                  value,
                  label: labelIn(FINDING_GRADE_LABELS[value], locale),
                }))}
              />
            </Field>
            <Field label={t('compound')} error={errors('compoundId')} optional>
              <Select
                name="compoundId"
                placeholder={t('wholeProject')}
                options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            <Field label={t('place')} error={errors('place')} required>
              <Input name="place" maxLength={100} />
            </Field>
          </div>
          <Field label={t('content')} error={errors('content')} required>
            <Textarea name="content" rows={3} maxLength={500} />
          </Field>
          <PhotoField
            label={t('photo')}
            file={uploads.chosen.photoFileId}
            onChange={(file) => uploads.choose('photoFileId', file)}
            errors={errors('photoFileId')}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('inspectedOn')} error={errors('inspectedOn')} required>
              <Input name="inspectedOn" type="date" defaultValue={today} />
            </Field>
            <Field label={t('limitOn')} error={errors('limitOn')} required>
              <Input name="limitOn" type="date" />
            </Field>
            <Field label={t('responsible')} error={errors('responsible')} optional>
              <Input name="responsible" maxLength={100} />
            </Field>
          </div>
        </>
      )}
    </SendDialog>
  );
}
