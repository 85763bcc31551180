/** A dwelling with its owners as the register holds them. */
export interface OwnedDwelling {
  id: string;
  ownerIds: readonly string[];
}

/**
 * Who votes for which dwelling (民法典 278 and its interpretation): joint owners of a dwelling are one voter; the same owner, or the same
 * owners together, of several dwellings are one voter; a dwelling whose owner nobody recorded is a voter of its own. Numbers from 1, in
 * the order of the dwellings.
 */
export function numberVoters(dwellings: readonly OwnedDwelling[]): Map<string, { voter: number; dwellings: number }> {
  const numbers = new Map<string, number>();
  const counts = new Map<number, number>();
  const keyed = dwellings.map(({ id, ownerIds }) => {
    const key = ownerIds.length > 0 ? [...new Set(ownerIds)].sort().join('+') : `dwelling:${id}`;
    const voter = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, voter);
    counts.set(voter, (counts.get(voter) ?? 0) + 1);
    return { id, voter };
  });
  return new Map(keyed.map(({ id, voter }) => [id, { voter, dwellings: counts.get(voter) ?? 1 }]));
}
