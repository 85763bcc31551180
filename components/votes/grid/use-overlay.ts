'use client';

import { useMemo, useState } from 'react';
import type { BallotsAnswer } from '@/lib/domain/votes/answers';
import type { GridHome } from '@/lib/domain/votes/grid';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { DeskBuilding } from './desk-round';

type Change = Partial<Pick<GridHome, 'choice' | 'ballotId' | 'checked'>>;
type Changes = ReadonlyMap<string, Change>;

/** What the server accepted stands in the picture before the page was read again; what is on its way is drawn as if it had arrived, until it is refused. */
export function useOverlay(rows: string, sending: readonly BallotInput[]) {
  const building = useMemo(() => JSON.parse(rows) as DeskBuilding, [rows]);
  const [accepted, setAccepted] = useState<{ before: string; changes: Changes }>();
  const homes = useMemo(() => {
    const changes = new Map<string, Change>(accepted?.before === rows ? accepted.changes : []);
    // kept beside another's it moves nothing
    for (const { householdId, choice, beside } of sending)
      if (!beside) changes.set(householdId, { choice, checked: false });
    return building.homes.map((home) => (changes.has(home.id) ? { ...home, ...changes.get(home.id) } : home));
  }, [building, rows, accepted, sending]);

  function accept({ ballots }: BallotsAnswer, sent: readonly BallotInput[]) {
    const before = accepted?.before === rows ? accepted.changes : [];
    const made = ballots.flatMap(({ id, householdId }): [string, Change][] => {
      const input = sent.find((one) => one.householdId === householdId);
      return input && !input.beside ? [[householdId, { choice: input.choice, ballotId: id, checked: false }]] : [];
    });
    setAccepted({ before: rows, changes: new Map([...before, ...made]) });
  }

  return { building, homes, accept };
}
