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
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
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
        <Textarea rows={4} value={words} maxLength={1_000} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Button type="submit" busy={busy}>
        {t('reopenSend')}
      </Button>
    </form>
  );
}
