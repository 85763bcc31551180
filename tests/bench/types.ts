import type { PERSONAS } from '@/tests/support/personas';

export type As = keyof typeof PERSONAS;

/** What a case may know of the data it is asked about. */
export interface Place {
  scale: number;
  lufengId: string;
  /** the largest compound of 禄丰市 */
  compoundId: string;
  /** a project of twenty buildings with all items of the menu */
  projectId: string;
}

/** The one best SQL of a case; its one row has one column `body`, the whole answer as JSON text. */
export interface Statement {
  text: string;
  values: unknown[];
}

export interface Answered {
  status: number;
  contentType: string;
  text: string;
}

/** Each is judged where it can be: rates and tails at 16 connections, ratios wherever the yardstick ran. */
export interface Goals {
  /** at least this part of the bare Next route's requests per second */
  ofNext?: number;
  /** at least this many times the bare server's requests per second, by scale */
  ofBare?: Record<number, number>;
  /** milliseconds of the application's processor time for a request, at most */
  cpu?: number;
  /** requests per second at 16 connections, at least */
  perSecond?: number;
}

/** What is measured against: the same SQL behind the bare servers, the empty route, or nothing. */
export type Yardstick = 'sql' | 'empty' | 'none';

/** One file in tests/bench/cases. `check` throws when the answer is not what the SQL says. */
export interface BenchCase {
  name: string;
  /** the row's title */
  says: string;
  as?: As;
  request: (place: Place) => string;
  yardstick: Yardstick;
  sql?: (place: Place) => Statement;
  check: (answer: Answered, expected: unknown) => void;
  goals?: Goals;
}

/** One server under one load. */
export interface Sample {
  requests: number;
  seconds: number;
  /** milliseconds, one for each answer */
  latencies: number[];
  cpuApp: number | null;
  cpuDb: number | null;
}

export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  /** milliseconds for a request; null: this system does not tell */
  cpuApp: number | null;
  cpuDb: number | null;
}

/** A line of the table. */
export interface Row {
  name: string;
  says: string;
  scale: number;
  connections: number;
  product: Figures;
  next: Figures | null;
  bare: Figures | null;
  goals: Goals;
}

export interface Verdict {
  /** the goal in words */
  goal: string;
  met: boolean;
}

/** Something that takes long and is measured whole, such as an import. */
export interface WorkRow {
  says: string;
  seconds: number;
  /** seconds of the yardstick */
  bare: number;
  peakMiB: number;
  heldMs: number;
  verdicts: Verdict[];
}
