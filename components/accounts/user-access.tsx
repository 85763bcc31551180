'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { api, sentencesOf } from '@/lib/client/api';
import type { UserView } from '@/lib/domain/accounts/list-query';
import { freshPassword } from './fresh-password';
import { HandOver } from './hand-over';

/** Reset, disable, enable: each says what it will do before it does it. */
export function UserAccess({ user }: { user: UserView }) {
  const t = useTranslations('accounts.users');
  const router = useRouter();
  const [password, setPassword] = useState<string>();
  const [errors, setErrors] = useState<string[]>([]);
  const name = user.displayName;

  async function send(method: 'PUT' | 'PATCH', path: string, body: unknown): Promise<boolean> {
    const result = await api<UserView>(method, `/api/v1/users/${user.id}${path}`, { body, version: user.version });
    const outdated = !result.ok && result.problem.conflict !== undefined;
    setErrors(result.ok ? [] : outdated ? [t('changedSince')] : sentencesOf(result.problem));
    if (result.ok || outdated) router.refresh();
    return result.ok;
  }

  async function reset() {
    const fresh = freshPassword();
    const done = await send('PUT', '/password', { password: fresh });
    if (done) setPassword(fresh);
    return done;
  }

  const forget = (open: boolean) => {
    if (open) setErrors([]);
  };
  return (
    <div className="space-y-4">
      {password && <HandOver title={t('resetDone')} username={user.username} password={password} />}
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          title={t('resetTitle', { name })}
          description={t('resetText')}
          confirmLabel={t('reset')}
          errors={errors}
          onConfirm={reset}
          onOpenChange={forget}
          trigger={<Button>{t('reset')}</Button>}
        />
        {user.disabledAt ? (
          <ConfirmDialog
            title={t('enableTitle', { name })}
            description={t('enableText')}
            confirmLabel={t('enable')}
            errors={errors}
            onConfirm={() => send('PATCH', '', { disabled: false })}
            onOpenChange={forget}
            trigger={<Button>{t('enable')}</Button>}
          />
        ) : (
          <ConfirmDialog
            title={t('disableTitle', { name })}
            description={t('disableText')}
            confirmLabel={t('disable')}
            danger
            reason={{}}
            errors={errors}
            onConfirm={(reason) => send('PATCH', '', { disabled: true, disabledReason: reason })}
            onOpenChange={forget}
            trigger={<Button variant="danger">{t('disable')}</Button>}
          />
        )}
      </div>
    </div>
  );
}
