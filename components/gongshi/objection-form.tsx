'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { said } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { api, fieldErrors, newKey, type Problem } from '@/lib/client/api';

/** `path` takes it; `more` goes along (a receipt code). */
type Props = { path: string; more?: Record<string, string> };

/** What a resident has to say, and perhaps how to reach them. No account, nothing else is asked. */
export function ObjectionForm({ path, more }: Props) {
  const t = useTranslations('gongshi.objection');
  const key = useRef<string>(undefined);
  // of what was sent before: whoever objects to more writes it once
  const [kept, setKept] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // read from the form: what was written before this script was here is in it too
    const form = new FormData(event.currentTarget);
    const contact = said(form, 'contact');
    setBusy(true);
    key.current ??= newKey();
    const body = { ...more, content: said(form, 'content'), ...(contact ? { contact } : {}) };
    const answer = await api('POST', path, { body, idempotencyKey: key.current });
    setBusy(false);
    // only what nobody answered is sent again under its key
    if (answer.ok || answer.problem.status > 0) key.current = undefined;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setKept(contact);
    setSent(true);
  }

  if (sent) {
    return (
      <Banner
        live
        tone="green"
        title={t('thanks')}
        action={<Button onClick={() => setSent(false)}>{t('another')}</Button>}
      >
        {t('thanksText')}
      </Banner>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {problem && <Banner live tone="red" title={problem.detail} />}
      <Field label={t('content')} error={fieldErrors(problem, 'content')} required>
        <Textarea name="content" rows={5} maxLength={2_000} />
      </Field>
      <Field label={t('contact')} hint={t('contactHint')} error={fieldErrors(problem, 'contact')}>
        <Input name="contact" defaultValue={kept} maxLength={60} autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
