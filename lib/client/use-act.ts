'use client';

import { useRef, useState } from 'react';
import { api, newKey, type Problem } from './api';

interface Act {
  body?: object;
  version?: number;
}

/**
 * One thing a person does: sent again under the same key while nobody answered, so that it happens once.
 * `onClash`: somebody else was first, and what is shown is no longer so.
 */
export function useAct<T>(onClash?: (problem: Problem) => void) {
  const key = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function act(method: 'POST' | 'PUT', path: string, { body, version }: Act = {}): Promise<T | true | undefined> {
    setBusy(true);
    key.current ??= newKey();
    const answer = await api<T>(method, path, { body, version, idempotencyKey: key.current });
    setBusy(false);
    if (answer.ok || answer.problem.status > 0) key.current = undefined;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok && answer.problem.status === 409) onClash?.(answer.problem);
    return answer.ok ? (answer.value ?? true) : undefined;
  }

  return { act, busy, problem, forget: () => setProblem(undefined) };
}
