import type { Outcome } from './types';

export interface Difference {
  /** chosen by the second and not by the first, in the order of the second */
  comesIn: string[];
  fallsOut: string[];
}

/** What another budget, lock or minimum would change. */
export function differenceOf(now: Pick<Outcome, 'verdicts'>, then: Pick<Outcome, 'verdicts'>): Difference {
  const chosen = ({ verdicts }: Pick<Outcome, 'verdicts'>) => verdicts.filter((one) => one.chosen).map(({ id }) => id);
  const [before, after] = [chosen(now), chosen(then)];
  const [was, is] = [new Set(before), new Set(after)];
  return { comesIn: after.filter((id) => !was.has(id)), fallsOut: before.filter((id) => !is.has(id)) };
}
