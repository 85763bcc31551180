/** While all is well; then ever longer, for whoever cannot be reached is not helped by being asked. */
const PAUSES = [15_000, 30_000, 60_000, 120_000];

/** How long to wait before asking again, after so many times without an answer. `spread` (0 to 1) keeps fifty pages from asking in one breath. */
export function pauseAfter(failures: number, spread: number): number {
  const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
  return Math.round(pause * (0.9 + 0.2 * spread));
}
