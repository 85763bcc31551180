'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { api, sentencesOf } from '@/lib/client/api';
import type { TokenView } from '@/lib/domain/accounts/tokens';

/** For good, at once: the dialog says so, and asks why. */
export function RevokeToken({ token }: { token: Pick<TokenView, 'id' | 'name'> }) {
  const t = useTranslations('accounts.tokens');
  const router = useRouter();
  const [errors, setErrors] = useState<string[]>([]);

  async function revoke(reason: string): Promise<boolean> {
    const result = await api<TokenView>('POST', `/api/v1/tokens/${token.id}/revoke`, { body: { reason } });
    setErrors(result.ok ? [] : sentencesOf(result.problem));
    if (result.ok) toast(t('revoked', { name: token.name }));
    router.refresh();
    return result.ok;
  }

  return (
    <ConfirmDialog
      title={t('revokeTitle', { name: token.name })}
      description={t('revokeText')}
      confirmLabel={t('revoke')}
      danger
      reason={{ hint: t('revokeHint') }}
      errors={errors}
      onConfirm={revoke}
      onOpenChange={() => setErrors([])}
      trigger={
        <Button size="sm" variant="danger" aria-label={t('revokeOf', { name: token.name })}>
          {t('revoke')}
        </Button>
      }
    />
  );
}
