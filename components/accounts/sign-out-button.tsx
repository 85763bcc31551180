'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSignOut } from './use-sign-out';

export function SignOutButton() {
  const t = useTranslations('accounts.password');
  const { busy, leave, question } = useSignOut();
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={leave}>
        {t('signOut')}
      </Button>
      {question}
    </>
  );
}
