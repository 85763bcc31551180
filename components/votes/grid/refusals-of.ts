import type { BallotInput } from '@/lib/domain/votes/schema';

const PLACE = /^ballots\.(\d+)\./;

/** What the server said of each household of a request that it refused. */
export function refusalsOf(
  sent: readonly Pick<BallotInput, 'householdId'>[],
  reasons: readonly { field?: string; message: string }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { field, message } of reasons) {
    const at = PLACE.exec(field ?? '')?.[1];
    const id = at === undefined ? undefined : sent[Number(at)]?.householdId;
    if (id) found.set(id, [...(found.get(id) ?? []), message]);
  }
  return found;
}
