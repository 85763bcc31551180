'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { said, saidOrNull } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { type ProjectChoice, ProjectPicker } from './project-picker';

type Props = {
  countyId: string;
  projects: readonly ProjectChoice[];
  /** what the address brought along */
  chosen: readonly string[];
  why: string;
  today: string;
};

const FIELDS = ['documentNo', 'issuedOn', 'title', 'why', 'demand', 'limitOn', 'projectIds'];

/** 发出督办 to the county that was chosen. */
export function NewNoticeForm({ countyId, projects, chosen: begun, why, today }: Props) {
  const t = useTranslations('supervision.form');
  const notices = useTranslations('supervision');
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(begun));
  const { act, busy, problem } = useAct<{ id: string }>();
  const errors = (field: string) => fieldErrors(problem, field);
  const only = begun.length === 1 ? projects.find(({ id }) => id === begun[0]) : undefined;
  const others = problem?.reasons?.filter(({ field }) => !field || !FIELDS.includes(field));

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await act('POST', '/api/v1/supervision', {
      body: {
        ...{ countyId, documentNo: said(form, 'documentNo'), issuedOn: said(form, 'issuedOn') },
        ...{ title: said(form, 'title'), why: saidOrNull(form, 'why'), demand: said(form, 'demand') },
        ...{ limitOn: said(form, 'limitOn'), projectIds: [...chosen] },
      },
    });
    if (typeof made !== 'object') return;
    toast(notices('said.issued'));
    router.push(`/supervision/${made.id}`);
  }

  return (
    <form onSubmit={send} noValidate className="max-w-4xl">
      <FormSection title={t('basis')}>
        <Field label={t('documentNo')} hint={t('documentNoHint')} error={errors('documentNo')} required>
          <Input name="documentNo" maxLength={50} />
        </Field>
        <Field label={t('issuedOn')} error={errors('issuedOn')} required>
          <Input name="issuedOn" type="date" defaultValue={today} />
        </Field>
        <Field
          label={t('noticeTitle')}
          hint={t('noticeTitleHint')}
          error={errors('title')}
          required
          className="sm:col-span-2"
        >
          <Input name="title" maxLength={120} defaultValue={only ? t('noticeOf', { name: only.name }) : ''} />
        </Field>
      </FormSection>
      <FormSection title={t('matter')} columns={1}>
        <Field label={t('why')} error={errors('why')} optional>
          <Textarea name="why" rows={3} maxLength={1_000} defaultValue={why} />
        </Field>
        <Field label={t('demand')} hint={t('demandHint')} error={errors('demand')} required>
          <Textarea name="demand" rows={5} maxLength={2_000} />
        </Field>
        <Field label={t('limitOn')} hint={t('limitHint')} error={errors('limitOn')} required className="sm:max-w-60">
          <Input name="limitOn" type="date" />
        </Field>
      </FormSection>
      <FormSection title={t('projects')} description={t('projectsHint')} columns={1}>
        <Field label={t('projects')} error={errors('projectIds')} group optional>
          <ProjectPicker projects={projects} chosen={chosen} onChange={setChosen} />
        </Field>
      </FormSection>
      {problem && (!problem.reasons || (others && others.length > 0)) && (
        <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />
      )}
      <FormActions onPage>
        <Button type="submit" variant="primary" busy={busy}>
          {notices('create')}
        </Button>
      </FormActions>
    </form>
  );
}
