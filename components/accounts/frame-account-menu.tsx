'use client';

import { AccountMenu } from '@/components/frame/account-menu';
import type { FrameAccount } from '@/components/frame/types';
import { toast } from '@/components/ui/toast-store';
import { signOut } from '@/lib/client/sign-out';

/** The account's menu, knowing how to sign out. */
export function FrameAccountMenu({ account }: { account: FrameAccount }) {
  async function leave() {
    const { ended, problem } = await signOut();
    if (!ended && problem) toast(problem.detail, 'red');
  }
  return <AccountMenu account={account} onSignOut={leave} />;
}
