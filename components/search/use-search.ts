import { useEffect, useState } from 'react';
import { api, type Problem } from '@/lib/client/api';
import type { SearchAnswer, SearchFound } from '@/lib/domain/search/answers';

const PAUSE_MS = 150;
const LEAST = 2;

export type Searched =
  | { state: 'waiting' }
  | { state: 'found'; q: string; groups: SearchFound[] }
  | { state: 'failed'; problem: Problem };

interface Search {
  searched: Searched;
  /** Something is being asked; what was found before still stands. */
  busy: boolean;
  again: () => void;
}

/** Asked at a pause in typing; an answer to an earlier question is broken off. */
export function useSearch(text: string): Search {
  const q = text.trim();
  const [searched, setSearched] = useState<Searched>({ state: 'waiting' });
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same once more
  useEffect(() => {
    if (q.length < LEAST) {
      setSearched({ state: 'waiting' });
      setBusy(false);
      return;
    }
    const asking = new AbortController();
    setBusy(true);
    const timer = setTimeout(() => void ask(q, asking.signal), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };

    async function ask(words: string, signal: AbortSignal) {
      const path = `/api/v1/search?${new URLSearchParams({ q: words })}`;
      const answer = await api<SearchAnswer>('GET', path, { signal }).catch(() => null);
      if (signal.aborted || !answer) return;
      setBusy(false);
      setSearched(
        answer.ok
          ? { state: 'found', q: words, groups: answer.value.groups }
          : { state: 'failed', problem: answer.problem },
      );
    }
  }, [q, turn]);
  return { searched, busy, again: () => setTurn((one) => one + 1) };
}
