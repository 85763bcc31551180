'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Copyable } from '@/components/ui/copyable';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { CHANNEL_LABELS, COMPLAINT_KIND_LABELS } from '@/lib/domain/complaints/labels';
import { COMPLAINT_KINDS, ENTERED_CHANNELS } from '@/lib/domain/complaints/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { CompoundField, NoticeField, ProjectField } from './about-fields';
import { type Subjects, subjectName } from './words';

/** What it may be about; all of them may be left out. */
const ABOUT = ['compoundId', 'projectId', 'noticeId'] as const;
const FIELDS = ['subject', 'content', 'contact', 'receivedOn', ...ABOUT];

type Props = { subjects: Subjects; today: string };

/** One call in a minute: what is usual is chosen already, the keyboard goes from field to field. */
export function EntryForm({ subjects, today }: Props) {
  const t = useTranslations('complaints.form');
  const said = useTranslations('complaints.code');
  const detail = useTranslations('complaints.detail');
  const locale = useLocale();
  const router = useRouter();
  const { act, busy, problem } = useAct<{ id: string; no: string; code: string }>();
  const [values, setValues] = useState({
    ...{ kind: 'complaint', channel: 'phone', subject: '', content: '', contact: '' },
    ...{ compoundId: '', projectId: '', noticeId: '', receivedOn: today },
  });
  const [made, setMade] = useState<{ id: string; no: string; code: string }>();
  const set = (change: Partial<typeof values>) => setValues((now) => ({ ...now, ...change }));
  const errors = (field: string) => fieldErrors(problem, field);
  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>) =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const left = (['contact', ...ABOUT] as const).filter((field) => values[field].trim() === '');
    const body = Object.fromEntries(Object.entries(values).filter(([field]) => !left.some((one) => one === field)));
    const answer = await act('POST', '/api/v1/complaints', { body });
    if (typeof answer !== 'object') return;
    toast(t('saved'));
    setMade(answer);
    router.refresh();
  }

  if (made) {
    return (
      <Banner
        live
        tone="green"
        title={said('title')}
        action={
          <LinkButton href={`/complaints/${made.id}`} variant="primary">
            {detail('toLead', { no: made.no })}
          </LinkButton>
        }
      >
        <p>{said('text')}</p>
        <p className="mt-2 text-lg font-semibold">
          <Copyable text={made.code} />
        </p>
      </Banner>
    );
  }
  const others = problem && !FIELDS.some((field) => errors(field).length > 0);
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field label={t('channel')} group>
          <RadioGroup
            name="channel"
            value={values.channel}
            options={words(ENTERED_CHANNELS, CHANNEL_LABELS)}
            onChange={(event) => set({ channel: event.target.value })}
          />
        </Field>
        <Field label={t('kind')} group>
          <RadioGroup
            name="kind"
            value={values.kind}
            options={words(COMPLAINT_KINDS, COMPLAINT_KIND_LABELS)}
            onChange={(event) => set({ kind: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t('subject')} error={errors('subject')} group required>
        <RadioGroup
          name="subject"
          value={values.subject}
          options={subjects.map(({ code }) => ({ value: code, label: subjectName(subjects, code, locale) }))}
          onChange={(event) => set({ subject: event.target.value })}
        />
      </Field>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <CompoundField
          value={values.compoundId}
          error={errors('compoundId')}
          onChange={(compoundId) => set({ compoundId })}
        />
        <ProjectField
          value={values.projectId}
          error={errors('projectId')}
          onChange={(projectId) => set({ projectId })}
        />
      </div>
      <NoticeField value={values.noticeId} error={errors('noticeId')} onChange={(noticeId) => set({ noticeId })} />
      <Field label={t('content')} hint={t('contentHint')} error={errors('content')} required>
        <Textarea
          rows={5}
          value={values.content}
          maxLength={2_000}
          onChange={(event) => set({ content: event.target.value })}
        />
      </Field>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field label={t('contact')} hint={t('contactHint')} error={errors('contact')}>
          <Input
            value={values.contact}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => set({ contact: event.target.value })}
          />
        </Field>
        <Field label={t('receivedOn')} error={errors('receivedOn')} required>
          <Input
            type="date"
            value={values.receivedOn}
            max={today}
            onChange={(event) => set({ receivedOn: event.target.value })}
          />
        </Field>
      </div>
      {others && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <Button type="submit" variant="primary" busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}
