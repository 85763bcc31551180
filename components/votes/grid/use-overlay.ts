'use client';

import { useMemo, useState } from 'react';
import type { BallotsAnswer } from '@/lib/domain/votes/answers';
import type { GridHome } from '@/lib/domain/votes/grid';
import type { Picture } from '@/lib/domain/votes/pulse';
import type { BallotInput } from '@/lib/domain/votes/schema';

type Change = Partial<Pick<GridHome, 'choice' | 'ballotId' | 'checked'>>;

/** A change that was accepted, and its link of the chain: a picture of that link or a later one knows it. */
interface Accepted {
  seq: number;
  change: Change;
}

/** What the server accepted stands in the picture before the page was read again; what is on its way is drawn as if it had arrived, until it is refused. */
export function useOverlay({ seq, homes: known }: Picture, sending: readonly BallotInput[]) {
  const [accepted, setAccepted] = useState<ReadonlyMap<string, Accepted>>(new Map());
  const homes = useMemo(() => {
    const changes = new Map<string, Change>();
    for (const [id, one] of accepted) if (one.seq > seq) changes.set(id, one.change);
    // kept beside another's it moves nothing
    for (const { householdId, choice, beside } of sending)
      if (!beside) changes.set(householdId, { choice, checked: false });
    return known.map((home) => (changes.has(home.id) ? { ...home, ...changes.get(home.id) } : home));
  }, [known, seq, accepted, sending]);

  function accept({ ballots }: BallotsAnswer, sent: readonly BallotInput[]) {
    const made = ballots.flatMap(({ id, householdId, seq: link }): [string, Accepted][] => {
      const input = sent.find((one) => one.householdId === householdId);
      const change = input && !input.beside && { choice: input.choice, ballotId: id, checked: false };
      return change ? [[householdId, { seq: link, change }]] : [];
    });
    setAccepted((before) => new Map([...before, ...made]));
  }

  return { homes, accept };
}
