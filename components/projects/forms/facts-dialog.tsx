'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { EntityChoices, Worded } from '@/lib/domain/projects/choices';
import { EntityFields, entityBody } from './entity-fields';
import { said, saidOrNull } from './said';
import { SendDialog } from './send-dialog';

type Props = { project: ProjectHead; types: readonly Worded[]; entities: EntityChoices };

export function FactsDialog({ project, types, entities }: Props) {
  const t = useTranslations('projects');
  const locale = useLocale();
  return (
    <SendDialog
      title={t('facts.edit')}
      trigger={<Button size="sm">{t('facts.edit')}</Button>}
      action={t('facts.save')}
      method="PATCH"
      path={`/api/v1/projects/${project.id}`}
      version={project.version}
      body={(form) => ({
        name: said(form, 'name'),
        renovationType: saidOrNull(form, 'renovationType'),
        ...entityBody(form),
      })}
      done={t('facts.saved')}
      fields={['name', 'renovationType', 'entityKind', 'entityUnitId', 'entityCompanyId']}
    >
      {(errors) => (
        <>
          <Field label={t('create.name')} error={errors('name')} required>
            <Input name="name" maxLength={100} defaultValue={project.name} />
          </Field>
          <Field label={t('facts.type')} error={errors('renovationType')} optional>
            <Select
              name="renovationType"
              defaultValue={project.renovationType ?? ''}
              placeholder={t('create.typeLater')}
              options={types.map((one) => ({ value: one.code, label: locale === 'en' ? one.nameEn : one.name }))}
            />
          </Field>
          <EntityFields choices={entities} start={project} errors={errors} />
        </>
      )}
    </SendDialog>
  );
}
