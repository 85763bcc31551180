'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Problem } from './api';

interface Options<T> {
  /** Whether there is nothing more to come. */
  settled: (value: T) => boolean;
  every?: number;
}

const HIDDEN_FACTOR = 5;

/**
 * Asks again and again until the work is over: less often while nobody looks, at once when somebody looks again.
 * A cut connection keeps what was last known and goes on asking.
 */
export function usePolled<T>(path: string, { settled, every = 2_000 }: Options<T>) {
  const [value, setValue] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const isSettled = useRef(settled);
  isSettled.current = settled;
  const ask = useRef<() => void>(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let asking = false;
    const control = new AbortController();

    async function once() {
      if (asking || stopped) return;
      asking = true;
      clearTimeout(timer);
      const answer = await api<T>('GET', path, { signal: control.signal }).catch(() => null);
      asking = false;
      if (stopped || !answer) return;
      if (answer.ok) setValue(answer.value);
      setProblem(answer.ok ? undefined : answer.problem);
      const over = answer.ok
        ? isSettled.current(answer.value)
        : answer.problem.status >= 400 && answer.problem.status < 500;
      if (!over) timer = setTimeout(once, document.hidden ? every * HIDDEN_FACTOR : every);
    }
    const look = () => !document.hidden && void once();
    ask.current = () => void once();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    void once();
    return () => {
      stopped = true;
      clearTimeout(timer);
      control.abort();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [path, every]);

  const refresh = useCallback(() => ask.current(), []);
  return { value, problem, refresh };
}
