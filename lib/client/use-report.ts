'use client';

import { useCallback, useRef, useState } from 'react';
import type { ReportAnswer, SavedReport } from '@/lib/domain/progress/answers';
import { api, newKey, type Problem } from './api';
import { timeOfDay } from './clock';
import type { DraftStatus } from './use-draft';
import { useUnsent } from './use-unsent';

const IDLE_MS = 1_500;
/**
 * A report that is being filled in: kept 1.5 s after the last key for everybody who fills in for the project, one save after the other.
 * Where somebody else saved in between, saving stops until one of both is chosen.
 */
export function useReport<B extends object>(path: string, version: number) {
  const [status, setStatus] = useState<DraftStatus | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<ReportAnswer>();
  const held = useRef(version);
  const waiting = useRef<B | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  const take = useCallback((answered: Problem) => {
    setProblem(answered);
    if (answered.conflict) setTheirs(answered.conflict.theirs as ReportAnswer);
    setStatus({ kind: answered.status === 0 ? 'offline' : answered.conflict ? 'unsaved' : 'failed' });
  }, []);

  const save = useCallback(async () => {
    const body = waiting.current;
    if (!body) return;
    setStatus({ kind: 'saving' });
    const answer = await api<SavedReport>('PUT', path, { body, version: held.current });
    if (!answer.ok) return take(answer.problem);
    held.current = answer.value.version;
    if (waiting.current === body) waiting.current = null;
    setProblem(undefined);
    setStatus(waiting.current ? { kind: 'unsaved' } : { kind: 'saved', time: timeOfDay(new Date()) });
  }, [path, take]);

  const queue = useCallback(() => {
    saving.current = saving.current.then(save);
  }, [save]);

  const touch = useCallback(
    (body: B) => {
      waiting.current = body;
      setStatus({ kind: 'unsaved' });
      clearTimeout(timer.current);
      timer.current = setTimeout(queue, IDLE_MS);
    },
    [queue],
  );

  /** After the saves that are under way; answers whether it was received. */
  async function send(body: B): Promise<boolean> {
    clearTimeout(timer.current);
    waiting.current = null;
    await saving.current;
    const answer = await api('POST', `${path}/submit`, { body, version: held.current, idempotencyKey: newKey() });
    if (answer.ok) setStatus(null);
    else take(answer.problem);
    return answer.ok;
  }

  /** Mine are kept: they are saved on top of what the other one saved. */
  function keepMine(body: B) {
    if (theirs) held.current = theirs.version;
    setTheirs(undefined);
    setProblem(undefined);
    touch(body);
  }

  useUnsent(
    path,
    () => (waiting.current ? { body: waiting.current, version: held.current } : null),
    () => clearTimeout(timer.current),
  );

  return { status, problem, theirs, touch, send, keepMine };
}
