'use client';

import { type ReactNode, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { late, useLate } from '@/components/ui/use-late';
import { signOut } from '@/lib/client/sign-out';

/** Asked for by those few who have something waiting. */
const LEAVE_DIALOG = late(async () => (await import('./leave-dialog')).default);

/** Signing out as a button does it, with the question that may come between. */
export function useSignOut(): { busy: boolean; leave: () => Promise<void>; question: ReactNode } {
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const LeaveDialog = useLate(LEAVE_DIALOG, unsent > 0, () => setUnsent(0));

  async function leave(discard = false) {
    setBusy(true);
    const { problem, unsent: waiting = 0 } = await signOut({ discard });
    setBusy(false);
    setUnsent(waiting);
    if (problem) toast(problem.detail, 'red');
  }

  const question = LeaveDialog && (
    <LeaveDialog unsent={unsent} onDiscard={() => leave(true)} onStay={() => setUnsent(0)} />
  );
  return { busy, leave: () => leave(), question };
}
