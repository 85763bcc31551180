'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { signOut } from '@/lib/client/sign-out';

/** Asked for by those few who have something waiting: every page would carry it else. */
const LeaveDialog = lazy(() => import('./leave-dialog'));

/** Signing out as a button does it, with the question that may come between. */
export function useSignOut(): { busy: boolean; leave: () => Promise<void>; question: ReactNode } {
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState(0);

  async function leave(discard = false) {
    setBusy(true);
    const { problem, unsent: waiting = 0 } = await signOut({ discard });
    setBusy(false);
    setUnsent(waiting);
    if (problem) toast(problem.detail, 'red');
  }

  const question = unsent > 0 && (
    <Suspense>
      <LeaveDialog unsent={unsent} onDiscard={() => leave(true)} onStay={() => setUnsent(0)} />
    </Suspense>
  );
  return { busy, leave: () => leave(), question };
}
