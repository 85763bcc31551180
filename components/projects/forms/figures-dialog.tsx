'use client';

import { useLocale, useTranslations } from 'next-intl';
import { sumSaid, textOf } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import { yuanText } from '@/lib/format/money-text';

const SUMS = ['estimate', 'budget'] as const;

/** The figures that are stated; the contract sum is that of the contracts, final account and audit come with their papers (/acceptance#account). */
export function FiguresDialog({ project }: { project: ProjectHead }) {
  const t = useTranslations('projects.figures');
  const locale = useLocale();
  return (
    <SendDialog
      title={t('edit')}
      trigger={<Button size="sm">{t('edit')}</Button>}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${project.id}`}
      version={project.version}
      body={(form) => Object.fromEntries(SUMS.map((name) => [name, sumSaid(form, name) || null]))}
      done={t('saved')}
      fields={SUMS}
      beside={{
        was: { ...project },
        label: (key) => t(key as 'budget'),
        say: (_key, sum) => yuanText(textOf(sum), locale),
      }}
    >
      {(errors) =>
        SUMS.map((name) => (
          <Field key={name} label={t(name)} error={errors(name)} optional>
            <Input name={name} inputMode="decimal" suffix={t('yuan')} defaultValue={project[name] ?? ''} />
          </Field>
        ))
      }
    </SendDialog>
  );
}
