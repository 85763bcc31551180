'use client';

import { useTranslations } from 'next-intl';
import { factSaid } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import type { ProjectHead } from '@/lib/domain/projects/answers';

const TOUCHES = ['newLand', 'newPipelines', 'structuralWork'] as const;

export function PermitsDialog({ project }: { project: ProjectHead }) {
  const t = useTranslations('projects.permits');
  return (
    <SendDialog
      title={t('edit')}
      trigger={<Button size="sm">{t('edit')}</Button>}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${project.id}`}
      version={project.version}
      body={(form) => Object.fromEntries(TOUCHES.map((name) => [name, factSaid(form, name)]))}
      done={t('saved')}
      fields={TOUCHES}
      beside={{
        was: { ...project },
        label: (key) => t(key as 'newLand'),
        say: (_key, touched) => t(touched === null ? 'notSaid' : touched ? 'yes' : 'no'),
      }}
    >
      {(errors) =>
        TOUCHES.map((name) => (
          <Field key={name} label={t(name)} error={errors(name)} group>
            <RadioGroup
              name={name}
              defaultValue={project[name] === null ? '' : project[name] ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
                { value: '', label: t('notSaid') },
              ]}
            />
          </Field>
        ))
      }
    </SendDialog>
  );
}
