'use client';

import { useCallback, useEffect, useState } from 'react';
import { api, type Problem } from '@/lib/client/api';
import type { BallotView } from '@/lib/domain/votes/answers';

/** The ballots of a household, read when it is opened and whenever something was done about it. */
export function useBallots(roundId: string, householdId: string) {
  const [ballots, setBallots] = useState<readonly BallotView[]>();
  const [problem, setProblem] = useState<Problem>();
  const [reads, setReads] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reads` is how it is asked again
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/v1/rounds/${roundId}/households/${householdId}/ballots`;
    api<{ items: BallotView[] }>('GET', path, { signal: leaving.signal })
      .then((answer) => {
        if (leaving.signal.aborted) return;
        if (answer.ok) setBallots(answer.value.items);
        setProblem(answer.ok ? undefined : answer.problem);
      })
      .catch((thrown) => {
        if (!leaving.signal.aborted) throw thrown;
      });
    return () => leaving.abort();
  }, [roundId, householdId, reads]);
  return { ballots, problem, again: useCallback(() => setReads((count) => count + 1), []) };
}
