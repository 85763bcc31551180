/** Satisfied households of all households, answered or not: the numerator never holds one that was not asked. */
export interface Share {
  satisfied: number;
  households: number;
}

/** At least so many per cent, in integers: 100·satisfied ≥ percent·households. Of nobody, nothing is reached. */
export function reachesPercent({ satisfied, households }: Share, percent: number): boolean {
  return households > 0 && 100 * satisfied >= percent * households;
}

/** Of a year's compounds: all satisfied households by all households, never a mean of ratios (domain.md §8). */
export function sumOf(shares: readonly Share[]): Share {
  return shares.reduce(
    (sum, { satisfied, households }) => ({
      satisfied: sum.satisfied + satisfied,
      households: sum.households + households,
    }),
    { satisfied: 0, households: 0 },
  );
}
