'use client';

import { AccountMenu } from '@/components/frame/account-menu';
import type { FrameAccount } from '@/components/frame/types';
import { useSignOut } from './use-sign-out';

/** The account's menu, knowing how to sign out. */
export function FrameAccountMenu({ account }: { account: FrameAccount }) {
  const { leave, question } = useSignOut();
  return (
    <>
      <AccountMenu account={account} onSignOut={leave} />
      {question}
    </>
  );
}
