'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { api, fieldErrors, type Problem } from '@/lib/client/api';
import { PasswordInput } from './password-input';
import { SignOutButton } from './sign-out-button';
import { useReady } from './use-ready';

type Props = { username: string; first: boolean };

export function PasswordForm({ username, first }: Props) {
  const t = useTranslations('accounts.password');
  const ready = useReady();
  const [busy, setBusy] = useState(false);
  const [differs, setDiffers] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const newPassword = String(form.get('next') ?? '');
    const same = newPassword === form.get('repeat');
    setDiffers(!same);
    setProblem(undefined);
    if (!same) return;
    setBusy(true);
    const body = { currentPassword: String(form.get('current') ?? ''), newPassword };
    const result = await api<undefined>('POST', '/api/v1/password', { body });
    if (result.ok) return window.location.assign('/login?notice=again');
    setProblem(result.problem);
    setBusy(false);
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="space-y-4">
      {problem && <Banner tone={problem.status === 429 ? 'amber' : 'red'} title={problem.detail} live />}
      {/* Lets a password manager keep the new password under the right name. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Field label={t(first ? 'currentFirst' : 'current')} error={fieldErrors(problem, 'currentPassword')} required>
        <PasswordInput name="current" autoComplete="current-password" maxLength={512} autoFocus />
      </Field>
      <Field label={t('next')} hint={t('nextHint')} error={fieldErrors(problem, 'newPassword')} required>
        <PasswordInput name="next" autoComplete="new-password" maxLength={512} />
      </Field>
      <Field label={t('repeat')} error={differs ? t('differs') : undefined} required>
        <PasswordInput name="repeat" autoComplete="new-password" maxLength={512} />
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!ready} className="w-full">
        {t('submit')}
      </Button>
      <p className="text-center">
        {first ? (
          <SignOutButton />
        ) : (
          <LinkButton href="/" variant="quiet">
            {t('back')}
          </LinkButton>
        )}
      </p>
    </form>
  );
}
