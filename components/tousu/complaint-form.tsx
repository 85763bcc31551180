'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { said } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { api, fieldErrors, newKey, type Problem } from '@/lib/client/api';
import { COMPLAINT_KIND_LABELS } from '@/lib/domain/complaints/labels';
import { COMPLAINT_KINDS } from '@/lib/domain/complaints/types';
import { labelIn } from '@/lib/domain/kernel/label';

type Props = {
  /** what it is about: the county's code, and perhaps a compound or a notice */
  about: { county: string; compoundId?: string; noticeId?: string };
  subjects: readonly { code: string; name: string; nameEn: string }[];
};

const FIELDS = ['subject', 'content', 'contact'];

/** What a resident has to say, and perhaps how to reach them. No account, nothing else is asked; the code is shown once. */
export function ComplaintForm({ about, subjects }: Props) {
  const t = useTranslations('tousu');
  const locale = useLocale();
  const key = useRef<string>(undefined);
  // of what was sent before: whoever has another thing to say chooses and writes the rest once
  const [kept, setKept] = useState({ kind: 'complaint', subject: '', contact: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [code, setCode] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // read from the form: what was written before this script was here is in it too
    const form = new FormData(event.currentTarget);
    const [kind, subject, contact] = [said(form, 'kind'), said(form, 'subject'), said(form, 'contact')];
    setBusy(true);
    key.current ??= newKey();
    const body = { ...about, kind, subject, content: said(form, 'content'), ...(contact ? { contact } : {}) };
    const answer = await api<{ code: string }>('POST', '/api/tousu', { body, idempotencyKey: key.current });
    setBusy(false);
    // only what nobody answered is sent again under its key
    if (answer.ok || answer.problem.status > 0) key.current = undefined;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setKept({ kind, subject, contact });
    setCode(answer.value.code);
  }

  if (code) {
    return (
      <Banner live tone="green" title={t('thanks')}>
        <p>{t('thanksText')}</p>
        <p className="my-3 font-mono text-xl font-semibold tracking-wider" data-testid="code">
          {code}
        </p>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/tousu/${code}`} variant="primary" prefetch={false}>
            {t('see')}
          </LinkButton>
          <Button onClick={() => setCode(undefined)}>{t('another')}</Button>
        </div>
      </Banner>
    );
  }
  const errors = (field: string) => fieldErrors(problem, field);
  const named = FIELDS.some((field) => errors(field).length > 0);
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {problem && !named && <Banner live tone="red" title={problem.detail} />}
      <Field label={t('kind')} group>
        <RadioGroup
          name="kind"
          defaultValue={kept.kind}
          options={COMPLAINT_KINDS.map((value) => ({ value, label: labelIn(COMPLAINT_KIND_LABELS[value], locale) }))}
        />
      </Field>
      <Field label={t('subject')} error={errors('subject')} required>
        <Select
          name="subject"
          defaultValue={kept.subject}
          placeholder={t('chooseSubject')}
          options={subjects.map((one) => ({
            value: one.code,
            label: labelIn({ zh: one.name, en: one.nameEn }, locale),
          }))}
        />
      </Field>
      <Field label={t('content')} hint={t('contentHint')} error={errors('content')} required>
        <Textarea name="content" rows={6} maxLength={2_000} />
      </Field>
      <Field label={t('contact')} hint={t('contactHint')} error={errors('contact')}>
        <Input name="contact" defaultValue={kept.contact} maxLength={60} autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
