'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/client/sign-out';

export function SignOutButton() {
  const t = useTranslations('accounts.password');
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    await signOut();
    setBusy(false);
  }

  return (
    <Button variant="quiet" busy={busy} onClick={leave}>
      {t('signOut')}
    </Button>
  );
}
