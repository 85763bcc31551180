'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem, type Send, sentencesOf } from '@/lib/client/api';

type Method = 'POST' | 'PUT' | 'PATCH';

/** One thing a person does from a dialog: sent once (the key is kept for a retry), the page read again, the refusal shown where it was asked. */
export function useSave() {
  const router = useRouter();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function save<T>(method: Method, path: string, send: Send, done?: string): Promise<T | null> {
    setBusy(true);
    const answer = await api<T>(method, path, { ...send, idempotencyKey: key.current });
    setBusy(false);
    if (!answer.ok) {
      if (answer.problem.code !== 'offline') key.current = newKey();
      setProblem(answer.problem);
      // the page behind shows what the other saved, and the next try is made against it
      if (answer.problem.conflict) router.refresh();
      return null;
    }
    key.current = newKey();
    setProblem(undefined);
    if (done) toast(done);
    router.refresh();
    return answer.value;
  }

  return { save, busy, problem, lines: problem ? sentencesOf(problem) : [], clear: () => setProblem(undefined) };
}
