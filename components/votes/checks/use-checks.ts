'use client';

import { useState } from 'react';
import { useAct } from '@/lib/client/use-act';
import type { CheckItem } from '@/lib/domain/votes/check-list';

export type Verdict = 'right' | 'wrong';

export const waits = ({ mine, ballot }: CheckItem): boolean => !mine && ballot.check === null;

/** Going through the ballots of a page one after the other; what was said here is shown at once, and read anew with the next page. */
export function useChecks(roundId: string, items: readonly CheckItem[], onClash: () => void) {
  const [said, setSaid] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const [at, setAt] = useState(0);
  const { act, busy, problem, forget } = useAct<{ checked: number }>(onClash);
  const open = (item: CheckItem) => waits(item) && !said.has(item.ballot.id);

  function go(to: number) {
    forget();
    setAt(Math.min(Math.max(to, 0), Math.max(items.length - 1, 0)));
  }

  /** To the next one that waits, behind this one or before it; none: stays. */
  function forth(done: ReadonlyMap<string, Verdict>) {
    const order = [...items.keys()].map((step) => (at + 1 + step) % items.length);
    const next = order.find((one) => {
      const item = items[one];
      return item && waits(item) && !done.has(item.ballot.id);
    });
    if (next !== undefined) setAt(next);
  }

  async function say(ids: readonly string[], verdict: Verdict, note?: string): Promise<boolean> {
    const checks = ids.map((ballotId) => ({ ballotId, verdict, ...(note ? { note } : {}) }));
    const answer = await act('POST', `/api/v1/rounds/${roundId}/checks`, { body: { checks } });
    if (!answer) return false;
    const done = new Map([...said, ...ids.map((id): [string, Verdict] => [id, verdict])]);
    setSaid(done);
    forth(done);
    return true;
  }

  const verdictOf = ({ ballot }: CheckItem): Verdict | null => said.get(ballot.id) ?? ballot.check?.verdict ?? null;
  return { at, go, say, open, verdictOf, busy, problem, left: items.filter(open).length, said: said.size };
}
