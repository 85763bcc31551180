import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';

/** P四(三)2: 小区基本状况、居民改造意愿、长效机制建设. Codes of the rule book's ranking. */
export const FACTORS = ['condition', 'willingness', 'mechanism'] as const;
export type Factor = (typeof FACTORS)[number];
/** In percent, together 100. */
export type Weights = Record<Factor, number>;

/** What of a compound the ranking looks at; null is "not recorded", and earns nothing. */
export interface RankedCompound {
  households: number;
  /** of the listed deficiencies, those that are recorded as found */
  deficiencies: number;
  /** facilities: what is missing counts 2, what is poor 1 */
  worn: number;
  decisiveYear: number | null;
  ownersCommittee: boolean | null;
  propertyService: boolean | null;
  maintenanceFund: boolean | null;
  /** the certified round that counts: the second where there is one, else the first */
  round: { round: number; agreeHouseholds: number; households: number; agreeArea: bigint; area: bigint } | null;
  /** what the register holds, for a compound without a certified round */
  area: bigint;
}

/** 优秀倾斜: what the result of the year before adds to each application of its county, and whose consent made that result final. */
export interface Preference {
  /** 0.01 points */
  points: number;
  /** of the result */
  year: number;
  grade: { code: string; name: string; nameEn: string };
  consentNo: string;
  consentOn: CalendarDate;
  clause: string;
}

export interface Candidate {
  id: string;
  code: string;
  appliedOn: CalendarDate;
  /** null: the county's result of the year before gives none */
  preference: Preference | null;
  compounds: readonly RankedCompound[];
  /** kinds of the papers that are filed for the project */
  papers: readonly string[];
}

/** One line of a score: what was counted, out of what, what it could bring and what it brought (0.01 points). */
export interface ScorePart {
  code: string;
  part: bigint;
  whole: bigint;
  full: number;
  points: number;
  /** false: shown beside the others and not counted (the larger of two shares) */
  counts: boolean;
}

export interface FactorScore {
  factor: Factor;
  weight: number;
  /** 0–10 000: points of 0.01 */
  score: number;
  parts: ScorePart[];
}

export interface Ranked {
  id: string;
  code: string;
  appliedOn: CalendarDate;
  rank: number;
  /** what the factors weigh together, and the preference on top of it */
  total: number;
  factors: FactorScore[];
  preference: Preference | null;
}

export type Asks = Readonly<Record<string, Money>>;

export interface BudgetRow {
  /** null: the prefecture's own pot, from which every county's projects draw */
  countyId: string | null;
  source: string;
  amount: Money;
}

export interface PlanCandidate {
  id: string;
  countyId: string;
  /** by source: what its funding plan asks for */
  asks: Asks;
  lock: 'in' | 'out' | null;
}

export interface PlanInput {
  /** in ranking order */
  candidates: readonly PlanCandidate[];
  budgets: readonly BudgetRow[];
  /** the least number of projects of a county */
  minimum: ReadonlyMap<string, number>;
}

export interface Shortage {
  source: string;
  /** what is lacking: nothing could be chosen with less */
  amount: Money;
}

export type Chosen = { chosen: true; by: 'lock' | 'minimum' | 'rank' };
export type LeftOut =
  | { chosen: false; why: 'locked' }
  | {
      chosen: false;
      /** money; lockShort: it was to be in, and the money does not suffice */
      why: 'money' | 'lockShort';
      short: Shortage[];
      /** with how much more of each source in the prefecture's pot it would be chosen */
      extra: Shortage[];
      /** false: nobody before it could take that money; true: those left out before it come in with it */
      withOthers: boolean;
    };
export type Verdict = { id: string; countyId: string } & (Chosen | LeftOut);

export interface Drawn {
  countyId: string | null;
  source: string;
  budget: Money;
  used: Money;
}

export interface Outcome {
  verdicts: Verdict[];
  drawn: Drawn[];
  /** sources without limit, with what the chosen ones ask of them */
  unlimited: { source: string; used: Money }[];
  lockShort: string[];
  minimumShort: { countyId: string; minimum: number; chosen: number }[];
}
