'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { api, fieldErrors, type Problem } from '@/lib/client/api';

/** Not content: what is not solved; once. Sent twice, the second is told that it is too late. */
export function ReopenForm({ code }: { code: string }) {
  const t = useTranslations('tousu');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // read from the form: what was typed before this script was here is in it too
    const words = String(new FormData(event.currentTarget).get('words') ?? '');
    setBusy(true);
    const answer = await api('POST', '/api/tousu/reopen', { body: { code, words } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) router.refresh();
  }

  const errors = fieldErrors(problem, 'words');
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {problem && errors.length === 0 && <Banner live tone="red" title={problem.detail} />}
      <Field label={t('reopenWords')} error={errors} required>
        <Textarea name="words" rows={4} maxLength={1_000} />
      </Field>
      <Button type="submit" busy={busy}>
        {t('reopenSend')}
      </Button>
    </form>
  );
}
