'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { ProjectDetail } from '@/lib/domain/projects/answers';
import type { CompoundChoice } from '@/lib/domain/projects/choices';
import { CompoundPicker } from './compound-picker';

type Props = {
  project: Pick<ProjectDetail, 'id' | 'version' | 'members'>;
  compounds: readonly CompoundChoice[];
};

/** Ticked is in the project; what is no longer ticked leaves it, with the reason. */
export function MembersDialog({ project, compounds }: Props) {
  const t = useTranslations('projects.members');
  const there = project.members.filter(({ live }) => live).map(({ id }) => id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(there));
  const first = compounds.filter(({ id }) => there.includes(id));
  const rest = compounds.filter(({ id }) => !there.includes(id));
  return (
    <SendDialog
      wide
      title={t('change')}
      trigger={<Button size="sm">{t('change')}</Button>}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${project.id}/compounds`}
      version={project.version}
      body={(form) => ({
        add: [...chosen].filter((id) => !there.includes(id)),
        remove: there.filter((id) => !chosen.has(id)),
        ...filled({ reason: said(form, 'reason') }),
      })}
      done={t('changed')}
      fields={['add', 'remove', 'compoundIds', 'reason']}
    >
      {(errors) => (
        <>
          <Field label={t('choose')} error={['add', 'remove', 'compoundIds'].flatMap(errors)} group>
            <CompoundPicker compounds={[...first, ...rest]} chosen={chosen} onChange={setChosen} />
          </Field>
          <Field label={t('reason')} hint={t('reasonHint')} error={errors('reason')} optional>
            <Textarea name="reason" rows={2} maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
