import type { Scorecard } from '../rulebook/schema-scorecard';
import { hundredthsOf } from './score';
import type { Points } from './sheet';

export type Grade = Scorecard['grades'][number];

/** Base and bonus, the bonus capped (附件/加分; 决定/加分): at most 110. */
export function totalOf(base: Points, bonus: Points, { bonus: { cap } }: Scorecard): Points {
  return base + Math.min(bonus, hundredthsOf(cap));
}

/** The grade of a total, by the bands of the template; a veto makes it the lowest whatever the points (P四(四)3). */
export function gradeOf(total: Points, vetoed: boolean, { grades }: Scorecard): Grade {
  const falling = [...grades].sort((a, b) => b.from - a.from);
  const lowest = falling.at(-1) as Grade;
  if (vetoed) return lowest;
  return falling.find(({ from }) => total >= hundredthsOf(from)) ?? lowest;
}
