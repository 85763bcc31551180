'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem, sentencesOf } from '@/lib/client/api';
import { useReadAnew } from '@/lib/client/use-read-anew';

interface Wanted {
  body?: object;
  version?: number;
  /** said when it is done */
  done: string;
}

/** One thing a person does: sent again under the same key while nobody answered; then the page is read anew. */
export function useSend() {
  const router = useRouter();
  const { readAnew, reading } = useReadAnew();
  const key = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function send<T>(method: 'POST' | 'PATCH', path: string, { body, version, done }: Wanted): Promise<T | null> {
    setBusy(true);
    key.current ??= newKey();
    const answer = await api<T>(method, path, { body, version, idempotencyKey: key.current });
    setBusy(false);
    if (answer.ok || answer.problem.status > 0) key.current = undefined;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) {
      // what somebody else did meanwhile is shown, and the next try is made against it
      if (answer.problem.status === 409) router.refresh();
      return null;
    }
    await readAnew();
    toast(done);
    return answer.value;
  }

  return { send, busy: busy || reading, problem, lines: problem ? sentencesOf(problem) : [] };
}
