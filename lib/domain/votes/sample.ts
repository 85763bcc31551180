import type { Rulebook } from '../rulebook/schema';

/** How many of `returned` ballots are called back (决定/回访): the percentage, rounded up, at least the minimum, at most all of them. */
export function sampleSize(
  returned: number,
  { percent, minimum }: Pick<Rulebook['callBack'], 'percent' | 'minimum'>,
): number {
  const share = Math.ceil((returned * percent) / 100);
  return Math.min(returned, Math.max(share, minimum));
}
