import { useRef } from 'react';

/** Of questions asked while somebody types the last one counts: an answer to an earlier one comes too late, and is undefined. */
export function useLatest(): <T>(ask: () => Promise<T>) => Promise<T | undefined> {
  const asked = useRef(0);
  return async (ask) => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await ask();
    return turn === asked.current ? answer : undefined;
  };
}
