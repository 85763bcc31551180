'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from './api';
import { timeOfDay } from './clock';
import { useUnsent } from './use-unsent';

export type DraftStatus =
  | { kind: 'saved'; time: string }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed' }
  | { kind: 'offline' };

type Content = Record<string, unknown>;

interface Options {
  form: string;
  subject: string;
  /** Called once, when an unfinished form is found. */
  onRestore: (content: Content, savedAt: Date) => void;
}

const IDLE_MS = 1_500;

/**
 * Keeps a form that is being filled in on the server, 1.5 s after the last key: it survives a reload, a crash and another computer.
 * What was typed in the last second goes along when the page is left; the browser asks only while something is not kept yet.
 */
export function useDraft({ form, subject, onRestore }: Options) {
  const path = `/api/v1/drafts/${form}/${subject}`;
  const [status, setStatus] = useState<DraftStatus | null>(null);
  const waiting = useRef<Content | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restore = useRef(onRestore);
  restore.current = onRestore;

  useEffect(() => {
    let gone = false;
    void api<{ draft: { content: Content; savedAt: string } | null }>('GET', path).then((answer) => {
      if (gone || !answer.ok || !answer.value.draft || waiting.current) return;
      restore.current(answer.value.draft.content, new Date(answer.value.draft.savedAt));
    });
    return () => {
      gone = true;
    };
  }, [path]);

  const send = useCallback(async () => {
    const content = waiting.current;
    if (!content) return;
    setStatus({ kind: 'saving' });
    const answer = await api<{ savedAt: string }>('PUT', path, { body: { content } });
    if (answer.ok) {
      if (waiting.current === content) waiting.current = null;
      setStatus(
        waiting.current ? { kind: 'unsaved' } : { kind: 'saved', time: timeOfDay(new Date(answer.value.savedAt)) },
      );
    } else setStatus({ kind: answer.problem.code === 'offline' ? 'offline' : 'failed' });
  }, [path]);

  /** Something was typed. */
  const touch = useCallback(
    (content: Content) => {
      waiting.current = content;
      setStatus({ kind: 'unsaved' });
      clearTimeout(timer.current);
      timer.current = setTimeout(send, IDLE_MS);
    },
    [send],
  );

  /** Saved for good, or given up. */
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    waiting.current = null;
    setStatus(null);
    await api('DELETE', path);
  }, [path]);

  useUnsent(
    path,
    () => (waiting.current ? { body: { content: waiting.current } } : null),
    () => clearTimeout(timer.current),
  );

  return { status, touch, drop };
}
