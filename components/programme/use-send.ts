'use client';

import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem } from '@/lib/client/api';
import { useReadAnew } from '@/lib/client/use-read-anew';

/** One thing a person does: sent once under one key, also when it is sent again because nobody answered. */
export function useSend<T>() {
  const { readAnew, reading } = useReadAnew();
  const key = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function send(
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    { version, done }: { version?: number; done: string },
  ): Promise<T | undefined> {
    setBusy(true);
    key.current ??= newKey();
    const result = await api<T>(method, path, { body, version, idempotencyKey: key.current });
    setBusy(false);
    // An answered try is over; only the unanswered one is sent again under its key.
    if (result.ok || result.problem.status > 0) key.current = undefined;
    if (!result.ok) {
      setProblem(result.problem);
      return undefined;
    }
    setProblem(undefined);
    await readAnew();
    toast(done);
    return result.value;
  }

  return { send, busy: busy || reading, problem, forget: () => setProblem(undefined) };
}
