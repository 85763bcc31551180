'use client';

import { useRef, useState } from 'react';
import { api, newKey, type Problem } from './api';

interface Act {
  body?: object;
  version?: number;
}

/**
 * One thing a person does: sent again under the same key while nobody answered, so that it happens once; something else gets a key of its own.
 * `onClash`: somebody else was first, and what is shown is no longer so.
 */
export function useAct<T>(onClash?: (problem: Problem) => void) {
  const open = useRef<{ key: string; what: string }>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function act(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    { body, version }: Act = {},
  ): Promise<T | true | undefined> {
    setBusy(true);
    const what = JSON.stringify([method, path, body]);
    if (open.current?.what !== what) open.current = { key: newKey(), what };
    const answer = await api<T>(method, path, { body, version, idempotencyKey: open.current.key });
    setBusy(false);
    if (answer.ok || answer.problem.status > 0) open.current = undefined;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok && answer.problem.status === 409) onClash?.(answer.problem);
    return answer.ok ? (answer.value ?? true) : undefined;
  }

  return { act, busy, problem, forget: () => setProblem(undefined) };
}
