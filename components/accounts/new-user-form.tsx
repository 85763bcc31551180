'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { api, fieldErrors, newKey, type Problem } from '@/lib/client/api';
import type { UserView } from '@/lib/domain/accounts/list-query';
import type { Role } from '@/lib/domain/accounts/roles';
import type { UnitOption } from '@/lib/domain/units/views';
import { freshPassword } from './fresh-password';
import { HandOver } from './hand-over';
import { ProblemBanner } from './problem-banner';
import { UserFields } from './user-fields';

const FIELDS = ['username', 'displayName', 'role', 'unitId'];

export function NewUserForm({ roles, units }: { roles: readonly Role[]; units: readonly UnitOption[] }) {
  const t = useTranslations('accounts.users');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [made, setMade] = useState<{ username: string; password: string }>();
  const [round, setRound] = useState(0);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string) => String(form.get(name) ?? '');
    const password = freshPassword();
    const given = { username: of('username'), displayName: of('displayName'), role: of('role'), unitId: of('unitId') };
    setBusy(true);
    const result = await api<UserView>('POST', '/api/v1/users', {
      body: { ...given, password },
      idempotencyKey: newKey(),
    });
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) setMade({ username: result.value.username, password });
  }

  if (made) {
    return (
      <div className="space-y-4">
        <HandOver title={t('created')} {...made} />
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              setMade(undefined);
              setRound(round + 1);
            }}
          >
            {t('another')}
          </Button>
          <LinkButton href="/users" variant="quiet">
            {t('backToList')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <Card>
      <form key={round} onSubmit={submit} noValidate className="max-w-xl space-y-4">
        <ProblemBanner problem={problem} fields={FIELDS} />
        <Field label={t('username')} hint={t('usernameHint')} error={fieldErrors(problem, 'username')} required>
          <Input name="username" maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
        </Field>
        <UserFields roles={roles} units={units} problem={problem} />
        <FormActions>
          <Button type="submit" variant="primary" busy={busy}>
            {t('create')}
          </Button>
          <LinkButton href="/users" variant="quiet">
            {t('backToList')}
          </LinkButton>
        </FormActions>
      </form>
    </Card>
  );
}
