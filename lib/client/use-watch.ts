'use client';

import { useEffect, useRef, useState } from 'react';
import { api, type Problem } from './api';
import { pauseAfter } from './pauses';

export interface Watched {
  /** away: nobody answers, and it goes on asking; ended: one is signed out, or it is gone */
  state: 'steady' | 'away' | 'ended';
  /** when somebody answered last, by this device's clock */
  seenAt: Date;
}

interface Options<T> {
  active: boolean;
  path: () => string;
  onAnswer: (value: T) => void;
}

const BUSY = new Set([408, 429]);
const isOver = ({ status }: Problem): boolean => status >= 400 && status < 500 && !BUSY.has(status);

/** Asks now and then whether something happened, for as long as somebody looks; at once when somebody looks again. What was on its way for another topic is forgotten. */
export function useWatch<T>(topic: string, { active, path, onAnswer }: Options<T>): Watched {
  const [watched, setWatched] = useState<Watched>(() => ({ state: 'steady', seenAt: new Date() }));
  const latest = useRef({ path, onAnswer });
  latest.current = { path, onAnswer };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another topic is watched from the beginning
  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let failures = 0;
    const leaving = new AbortController();
    const { signal } = leaving;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(once, pauseAfter(failures, Math.random()));
    };

    async function once() {
      if (asking || document.hidden) return;
      asking = true;
      clearTimeout(timer);
      const answer = await api<T>('GET', latest.current.path(), { signal }).catch(() => null);
      asking = false;
      if (signal.aborted) return;
      if (answer && !answer.ok && isOver(answer.problem)) {
        setWatched(({ seenAt }) => ({ state: 'ended', seenAt }));
        return leave();
      }
      failures = answer?.ok ? 0 : failures + 1;
      setWatched(({ seenAt }) => (answer?.ok ? { state: 'steady', seenAt: new Date() } : { state: 'away', seenAt }));
      if (answer?.ok) latest.current.onAnswer(answer.value);
      wait();
    }

    const look = () => void once();
    function leave() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    }
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    wait();
    return () => {
      leaving.abort();
      leave();
    };
  }, [topic, active]);

  return watched;
}
