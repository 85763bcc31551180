'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { said } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { CompoundChoice, EntityChoices, Worded } from '@/lib/domain/projects/choices';
import { CompoundPicker } from './compound-picker';
import { EntityFields, entityBody } from './entity-fields';

type Props = {
  compounds: readonly CompoundChoice[];
  years: readonly number[];
  year: number | null;
  types: readonly Worded[];
  entities: EntityChoices;
};

export function NewProjectForm({ compounds, years, year, types, entities }: Props) {
  const t = useTranslations('projects.create');
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { act, busy, problem } = useAct<ProjectHead>();
  const errors = (field: string) => fieldErrors(problem, field);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const renovationType = said(form, 'renovationType');
    const made = await act('POST', '/api/v1/projects', {
      body: {
        ...{ name: said(form, 'name'), year: Number(said(form, 'year')), compoundIds: [...chosen] },
        ...(renovationType ? { renovationType } : {}),
        ...entityBody(form),
      },
    });
    if (typeof made !== 'object') return;
    toast(t('done', { code: made.code }));
    router.push(`/projects/${made.id}`);
  }

  return (
    <form onSubmit={send} noValidate className="max-w-4xl space-y-6">
      <FormSection title={t('facts')}>
        <Field label={t('name')} hint={t('nameHint')} error={errors('name')} required className="sm:col-span-2">
          <Input name="name" maxLength={100} />
        </Field>
        <Field label={t('year')} error={errors('year')} required>
          <Select
            name="year"
            defaultValue={year === null ? '' : String(year)}
            options={years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
          />
        </Field>
        <Field label={t('type')} error={errors('renovationType')} optional>
          <Select
            name="renovationType"
            placeholder={t('typeLater')}
            options={types.map((one) => ({ value: one.code, label: locale === 'en' ? one.nameEn : one.name }))}
          />
        </Field>
        <EntityFields choices={entities} errors={errors} />
      </FormSection>
      <FormSection title={t('compounds')} description={t('compoundsHint')} columns={1}>
        <Field label={t('choose')} error={errors('compoundIds')} group required>
          <CompoundPicker compounds={compounds} chosen={chosen} onChange={setChosen} />
        </Field>
      </FormSection>
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <Button type="submit" variant="primary" busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
