import type { Fraction } from '../kernel/fraction';
import type { ScoreTest } from '../rulebook/schema-scoring';
import type { Named } from './measures/about';
import type { Row } from './measures/row';

/** Points of the scorecard as integers of a hundredth: 2 points are 200. */
export type Points = number;

export const PROOFS = ['computed', 'attested', 'mixed', 'review'] as const;
export type ProofKind = (typeof PROOFS)[number];

/** A question that an all-or-nothing criterion asks of the records, with all that it looked at. */
export interface TestResult {
  measure: ScoreTest['of']['measure'];
  /** which money, which items: what tells it from another test of the same kind */
  about: Named[];
  holds: ScoreTest['holds'];
  met: boolean;
  /** rows that are met, of all */
  found: number;
  of: number;
  rows: Row[];
}

/** How the value came about, with its numbers. */
export type Formula =
  | { kind: 'ratio'; found: number; of: number; points: Points }
  /** the year set the county no compounds */
  | { kind: 'noTarget' }
  /** `reached`: percent of the step; null: below all of them */
  | { kind: 'graded'; found: number; of: number; reached: number | null; next: number | null; missing: number }
  | { kind: 'tests'; met: number; of: number; points: Points }
  | { kind: 'attested' }
  | { kind: 'review' };

export interface CriterionScore {
  id: string;
  text: string;
  textEn: string;
  proof: ProofKind;
  points: Points;
  /** exact, in hundredths; what the records give, nothing where only people can say */
  exact: Fraction;
  /** the same for the eye */
  value: Points;
  lost: Points;
  formula: Formula;
  tests: TestResult[];
  clause: string;
}

export interface IndicatorScore {
  code: string;
  name: string;
  nameEn: string;
  points: Points;
  /** the exact sum of its criteria, rounded half up once (domain.md §8) */
  value: Points;
  explanation: string;
  criteria: CriterionScore[];
}

export interface GroupScore {
  code: string;
  name: string;
  nameEn: string;
  points: Points;
  value: Points;
  indicators: IndicatorScore[];
}

export interface ScoreSheet {
  groups: GroupScore[];
  /** what the records give */
  value: Points;
  /** what only the county can claim, and only the review can award */
  attested: Points;
  review: Points;
  /** year without targets */
  noTarget: boolean;
}
