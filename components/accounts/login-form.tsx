'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Problem } from '@/lib/client/api';
import { signIn } from '@/lib/client/sign-in';
import { PasswordInput } from './password-input';
import { useReady } from './use-ready';

type Props = { next: string; notice?: 'again' | 'signedOut' };

export function LoginForm({ next, notice }: Props) {
  const t = useTranslations('accounts.login');
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    setProblem(undefined);
    setMissing(!username || !password);
    if (!username || !password) return;
    setBusy(true);
    const result = await signIn({ username, password, next });
    // The whole page is fetched anew: nothing of another person's session stays in it.
    if (result.ok) return window.location.assign(result.value.next);
    setProblem(result.problem);
    setBusy(false);
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="space-y-4">
      {notice && !problem && <Banner tone="green" title={t(notice)} />}
      {missing && <Banner tone="amber" title={t('missing')} live />}
      {problem && <Banner tone={problem.status === 429 ? 'amber' : 'red'} title={problem.detail} live />}
      <Field label={t('username')}>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          maxLength={64}
        />
      </Field>
      <Field label={t('password')}>
        <PasswordInput name="password" autoComplete="current-password" maxLength={512} />
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!ready} className="w-full">
        {t('submit')}
      </Button>
    </form>
  );
}
