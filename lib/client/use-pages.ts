'use client';

import { useEffect, useState } from 'react';
import { api, type Problem } from './api';

interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/** A long list, a page at a time: only what is shown is held, and every row can be reached. `path` carries the filters. */
export function usePages<T>(path: string, limit = 50) {
  const [cursors, setCursors] = useState<string[]>([]);
  const [page, setPage] = useState<PageOf<T>>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const [shownPath, setShownPath] = useState(path);
  if (shownPath !== path) {
    setShownPath(path);
    setCursors([]);
    setPage(undefined);
  }
  const cursor = cursors.at(-1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt asks for the same page once more
  useEffect(() => {
    const control = new AbortController();
    const query = `${path.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    api<PageOf<T>>('GET', path + query, { signal: control.signal })
      .then((answer) => {
        if (control.signal.aborted) return;
        setProblem(answer.ok ? undefined : answer.problem);
        if (answer.ok) setPage(answer.value);
      })
      .catch(() => {});
    return () => control.abort();
  }, [path, limit, cursor, attempt]);

  const from = cursors.length * limit + 1;
  return {
    page,
    problem,
    from,
    to: from - 1 + (page?.items.length ?? 0),
    next: page?.nextCursor ? () => setCursors([...cursors, page.nextCursor as string]) : undefined,
    previous: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined,
    again: () => setAttempt((count) => count + 1),
  };
}
