'use client';

import { useLocale, useTranslations } from 'next-intl';
import { said, saidOrNull, textOf } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { EntityChoices, Worded } from '@/lib/domain/projects/choices';
import { ENTITY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { ENTITY_KINDS } from '@/lib/domain/projects/types';
import { EntityFields, entityBody } from './entity-fields';

type Props = { project: ProjectHead; types: readonly Worded[]; entities: EntityChoices };

export function FactsDialog({ project, types, entities }: Props) {
  const t = useTranslations('projects');
  const locale = useLocale();
  const labels = {
    name: t('create.name'),
    renovationType: t('facts.type'),
    entityKind: t('entity.kind'),
    entityUnitId: t('entity.town'),
    entityCompanyId: t('entity.company'),
  };
  const names = new Map<string, string>([
    ...types.map((one) => [one.code, locale === 'en' ? one.nameEn : one.name] as const),
    ...ENTITY_KINDS.map((kind) => [kind, labelIn(ENTITY_KIND_LABELS[kind], locale)] as const),
    ...[...entities.towns, ...entities.companies].map(({ id, name }) => [id, name] as const),
  ]);
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
      beside={{
        was: { ...project },
        label: (key) => labels[key as 'name'] ?? key,
        say: (_key, value) => names.get(textOf(value) ?? '') ?? textOf(value) ?? '',
      }}
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
