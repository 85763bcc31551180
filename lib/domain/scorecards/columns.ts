import { type Fraction, fraction, roundHalfUp, ZERO } from '../kernel/fraction';
import type { Rulebook } from '../rulebook/schema';
import { type Grade, gradeOf, totalOf } from './grades';
import { criteriaOf, indicatorValue } from './score';
import type { Points, ScoreSheet } from './sheet';

/** 自评、复核、审议: who says what a criterion gets. What the records say stands beside them, and all stay. */
export const SCORE_STAGES = ['self', 'review', 'deliberation'] as const;
export type ScoreStage = (typeof SCORE_STAGES)[number];

/** What one stage says of one criterion. A stage that says nothing of it leaves it as the stage before did. */
export interface ScoreLine {
  criterion: string;
  stage: ScoreStage;
  /** null: as the records give it, exactly */
  points: Points | null;
  reason: string | null;
}

export interface Column {
  /** by criterion, exact, for what is added up; and for the eye */
  exact: Map<string, Fraction>;
  values: Map<string, Points>;
  /** by indicator, rounded half up once */
  indicators: Map<string, Points>;
  base: Points;
  bonus: Points;
  total: Points;
  grade: Grade;
}

export interface BonusPoints {
  stage: ScoreStage;
  points: Points;
}

/** Where the stages begin: what the records give, which a county need not repeat; nothing where only people can say. */
const computed = (sheet: ScoreSheet): Map<string, Fraction> =>
  new Map(criteriaOf(sheet).map(({ id, exact }) => [id, exact]));

function columnOf(
  sheet: ScoreSheet,
  book: Rulebook,
  exact: Map<string, Fraction>,
  bonus: Points,
  vetoed: boolean,
): Column {
  const indicators = new Map(
    sheet.groups.flatMap((group) =>
      group.indicators.map(({ code, criteria }): [string, Points] => [
        code,
        indicatorValue(criteria.map(({ id }) => exact.get(id) ?? ZERO)),
      ]),
    ),
  );
  const base = [...indicators.values()].reduce((sum, value) => sum + value, 0);
  const total = totalOf(base, bonus, book.scorecard);
  const values = new Map([...exact].map(([id, value]) => [id, roundHalfUp(value)]));
  return { exact, values, indicators, base, bonus, total, grade: gradeOf(total, vetoed, book.scorecard) };
}

export interface Columns {
  computed: Column;
  self: Column;
  review: Column;
  deliberation: Column;
}

/**
 * The four columns of a scorecard, side by side: records, 自评, 复核, 审议. `sheet` is that of the frozen facts. Each stage begins with what the one before left
 * and changes what its lines say. Bonus: points claimed (self) and approved (review, deliberation); a stage without any has that of the one before.
 */
export function columnsOf(
  sheet: ScoreSheet,
  book: Rulebook,
  { lines, bonus, vetoed }: { lines: readonly ScoreLine[]; bonus: readonly BonusPoints[]; vetoed: boolean },
): Columns {
  const base = computed(sheet);
  const next = (before: Map<string, Fraction>, stage: ScoreStage): Map<string, Fraction> => {
    const own = lines.filter((line) => line.stage === stage);
    const changed = new Map(before);
    for (const { criterion, points } of own)
      changed.set(criterion, points === null ? (base.get(criterion) ?? ZERO) : fraction(points));
    return changed;
  };
  const bonusOf = (stage: ScoreStage, before: Points): Points => {
    const own = bonus.filter((one) => one.stage === stage);
    return own.length === 0 ? before : own.reduce((sum, { points }) => sum + points, 0);
  };
  const self = next(base, 'self');
  const review = next(self, 'review');
  const deliberation = next(review, 'deliberation');
  const claimed = bonusOf('self', 0);
  const approved = bonusOf('review', 0);
  return {
    computed: columnOf(sheet, book, base, 0, vetoed),
    self: columnOf(sheet, book, self, claimed, false),
    review: columnOf(sheet, book, review, approved, vetoed),
    deliberation: columnOf(sheet, book, deliberation, bonusOf('deliberation', approved), vetoed),
  };
}
