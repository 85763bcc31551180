import { type Fraction, fraction, roundHalfUp, sumOfFractions, ZERO } from '../kernel/fraction';
import { scoringOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { ScorecardCriterion } from '../rulebook/schema-scorecard';
import type { Measure, ScoreTest, Scoring } from '../rulebook/schema-scoring';
import type { ScoreFacts } from './facts';
import { aboutOf } from './measures/about';
import { rowsOf } from './measures/catalogue';
import type { Row } from './measures/row';
import type { CriterionScore, Formula, GroupScore, IndicatorScore, ScoreSheet, TestResult } from './sheet';

/** The template speaks of whole points. */
export const hundredthsOf = (points: number): number => points * 100;

type Valued = Pick<CriterionScore, 'exact' | 'formula' | 'tests'>;
const foundIn = (rows: readonly Row[]): number => rows.filter(({ met }) => met).length;
const sumOf = (rows: readonly Row[], of: 'part' | 'whole'): number => rows.reduce((sum, row) => sum + row[of], 0);

/** 100·part ≥ percent·whole, in integers; of nothing, nothing is reached. */
const reaches = (part: number, whole: number, percent: number): boolean => whole > 0 && 100 * part >= percent * whole;

function holds(rows: readonly Row[], rule: ScoreTest['holds']): boolean {
  if (rule.rule === 'some') return foundIn(rows) >= rule.atLeast;
  if (rule.rule === 'percent') return reaches(sumOf(rows, 'part'), sumOf(rows, 'whole'), rule.atLeast);
  return rows.length === 0 ? rule.orNone : rows.every(({ met }) => met);
}

function tested(facts: ScoreFacts, { of, holds: rule }: ScoreTest, book: Rulebook): TestResult {
  const rows = rowsOf(facts, of);
  const met = holds(rows, rule);
  const about = aboutOf(of, book);
  return { measure: of.measure, about, holds: rule, met, found: foundIn(rows), of: rows.length, rows };
}

/** 完成数 ÷ 目标数 × 分值, capped at the points; a target of 0 gives none and says so. */
function ratio(facts: ScoreFacts, points: number, measure: Measure, book: Rulebook): Valued {
  const test = tested(facts, { of: measure, holds: { rule: 'every', orNone: false } }, book);
  const target = facts.plan?.target ?? 0;
  if (target <= 0) return { exact: ZERO, formula: { kind: 'noTarget' }, tests: [test] };
  const formula: Formula = { kind: 'ratio', found: test.found, of: target, points };
  return { exact: fraction(points * Math.min(test.found, target), target), formula, tests: [test] };
}

type Graded = Extract<ScorecardCriterion, { award: 'graded' }>;

/** The highest step that is reached gives its points. */
function graded(facts: ScoreFacts, { steps }: Graded, measure: Measure, book: Rulebook): Valued {
  const test = tested(facts, { of: measure, holds: { rule: 'every', orNone: false } }, book);
  const [found, of] = [sumOf(test.rows, 'part'), sumOf(test.rows, 'whole')];
  const falling = [...steps].sort((a, b) => b.fromPercent - a.fromPercent);
  const reached = falling.find(({ fromPercent }) => reaches(found, of, fromPercent));
  const next = falling.findLast(({ fromPercent }) => !reaches(found, of, fromPercent));
  const missing = next ? Math.ceil((next.fromPercent * of) / 100) - found : 0;
  return {
    exact: fraction(hundredthsOf(reached?.points ?? 0)),
    formula: {
      ...{ kind: 'graded', found, of, missing },
      ...{ reached: reached?.fromPercent ?? null, next: next?.fromPercent ?? null },
    },
    tests: [test],
  };
}

function byTests(facts: ScoreFacts, points: number, asked: readonly ScoreTest[], book: Rulebook): Valued {
  const tests = asked.map((test) => tested(facts, test, book));
  const met = tests.filter((test) => test.met).length;
  const exact = met === tests.length ? fraction(points) : ZERO;
  return { exact, formula: { kind: 'tests', met, of: tests.length, points }, tests };
}

const unvalued = (kind: 'attested' | 'review'): Valued => ({ exact: ZERO, formula: { kind }, tests: [] });

function valued(facts: ScoreFacts, criterion: ScorecardCriterion, scoring: Scoring, book: Rulebook): Valued {
  const points = hundredthsOf(criterion.points);
  switch (criterion.award) {
    case 'review':
      return unvalued('review');
    case 'ratio':
      return ratio(facts, points, { measure: criterion.part } as Measure, book);
    case 'graded': {
      const found = scoring.graded.find((one) => one.criterion === criterion.id);
      return found ? graded(facts, criterion, found.of, book) : unvalued('attested');
    }
    case 'all-or-nothing': {
      const found = scoring.criteria.find((one) => one.criterion === criterion.id);
      return found ? byTests(facts, points, found.tests, book) : unvalued('attested');
    }
  }
}

function scoreCriterion(
  facts: ScoreFacts,
  criterion: ScorecardCriterion,
  scoring: Scoring,
  book: Rulebook,
): CriterionScore {
  const { id, text, textEn, proof } = criterion;
  const points = hundredthsOf(criterion.points);
  const got = valued(facts, criterion, scoring, book);
  const value = roundHalfUp(got.exact);
  const clause = scoring.criteria.find((one) => one.criterion === id)?.clause ?? criterion.clause;
  return { id, text, textEn, proof, points, ...got, value, lost: points - value, clause };
}

/** Exact criteria, added up, rounded half up once: the indicator is where the scorecard rounds (domain.md §8). */
export const indicatorValue = (criteria: readonly Fraction[]): number => roundHalfUp(sumOfFractions(criteria));

const sum = (parts: readonly { value: number }[]): number => parts.reduce((total, { value }) => total + value, 0);

/**
 * The score of a county and year as its records give it (附件; domain.md §8): every criterion with its formula, the rows that prove it and the rows that are
 * missing. Pure: the same facts and rule book, the same sheet. What only people can say counts nothing here and is told apart.
 */
export function scoreOf(facts: ScoreFacts, book: Rulebook): ScoreSheet {
  const scoring = scoringOf(book);
  const groups = book.scorecard.groups.map((group): GroupScore => {
    const indicators = group.indicators.map((indicator): IndicatorScore => {
      const criteria = indicator.criteria.map((criterion) => scoreCriterion(facts, criterion, scoring, book));
      const { code, name, nameEn, explanation } = indicator;
      const value = indicatorValue(criteria.map(({ exact }) => exact));
      return { code, name, nameEn, explanation, points: hundredthsOf(indicator.points), value, criteria };
    });
    const { code, name, nameEn, points } = group;
    return { code, name, nameEn, points: hundredthsOf(points), value: sum(indicators), indicators };
  });
  const criteria = groups.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.criteria));
  const pointsOf = (kind: Formula['kind']) =>
    criteria.filter(({ formula }) => formula.kind === kind).reduce((total, { points }) => total + points, 0);
  return {
    groups,
    value: sum(groups),
    attested: pointsOf('attested'),
    review: pointsOf('review'),
    noTarget: (facts.plan?.target ?? 0) <= 0,
  };
}

/** All criteria in the order of the template. */
export const criteriaOf = ({ groups }: ScoreSheet): CriterionScore[] =>
  groups.flatMap(({ indicators }) => indicators.flatMap(({ criteria }) => criteria));
