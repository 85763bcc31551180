'use client';

import { useEffect, useRef, useState } from 'react';
import type { GridHome } from '@/lib/domain/votes/grid';
import { movedBallots } from '@/lib/domain/votes/pulse';
import type { Choosing } from './use-choosing';

interface Options {
  /** as the server knows them */
  homes: readonly GridHome[];
  choosing: Choosing;
  /** on their way from here */
  sending: ReadonlySet<string>;
}

/** Households that somebody else recorded while they were chosen here: no longer chosen, and said. */
export function useTakenAway({ homes, choosing, sending }: Options) {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const before = useRef(homes);
  const own = useRef(new Set<string | null>());
  const latest = useRef({ choosing, sending });
  latest.current = { choosing, sending };
  useEffect(() => {
    const { choosing, sending } = latest.current;
    const others = movedBallots(before.current, homes)
      .filter(({ id, ballotId }) => choosing.chosen.has(id) && !sending.has(id) && !own.current.has(ballotId))
      .map(({ id }) => id);
    before.current = homes;
    if (others.length === 0) return;
    choosing.takeAway(others);
    setTaken(others);
  }, [homes]);
  return {
    taken,
    forget: () => setTaken([]),
    /** ballots that were made here */
    made: (ids: readonly string[]) => {
      for (const id of ids) own.current.add(id);
    },
  };
}
