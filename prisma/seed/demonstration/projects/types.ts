import type { CalendarName, Days } from './calendars';

/** A compound of the n-th community of the county town. */
export type Named = readonly [community: number, compound: string];

/** How far the households are: of a thousand of each building in turn those that have paid in full, and of the others those that have paid a part. */
export interface Collection {
  full: readonly number[];
  part: number;
  /** of those that paid a thousandth so many did so in the last weeks, after they had been reminded */
  reminded?: number;
  /** one payment was written to a neighbour and taken back */
  mistaken?: boolean;
}

/** What a project is declared as; everything else follows from how far it is. */
export interface Story {
  county: string;
  /** programme year; null: the current one */
  year: number | null;
  name: string;
  compounds: readonly Named[];
  calendar: CalendarName;
  /** the step that is next, 'stage.step'; 'done': all ten stages are complete */
  at: string;
  type?: 'basic' | 'completing' | 'improving' | 'comprehensive';
  entity?: 'countyBureau' | 'town' | 'company';
  /** P四(三)3: what the works touch; null: not said yet */
  touches?: 'nothing' | 'newPipelines' | 'structuralWork' | null;
  /** other days than the calendar's */
  days?: Partial<Record<keyof Days, number | string>>;
  suspended?: { day: string; reason: string; documentNo: string };
  withdrawn?: { day: string; reason: string; documentNo: string };
  /** a step that returned the report once, so many days before it went through (or before today) */
  returned?: { step: string; day: number; reason: string };
  /** a completed stage that was sent back */
  sentBack?: { stage: number; day: number; reason: string };
  /** the plan: some required items are not answered yet */
  unfinishedPlan?: boolean;
  /** after round 2 the estimate grew by so many percent, with a plan and an estimate of a second version */
  grown?: number;
  /** fen between the stated estimate and the plan: a contradiction */
  estimateOff?: bigint;
  /** the stage whose stated date lies before the one before it: a contradiction */
  datedBefore?: number;
  /** of a thousand planned items, while construction goes on */
  built?: number;
  findings?: readonly ('open' | 'rectified' | 'closed')[];
  failedFirst?: boolean;
  /** papers of the current stage that are filed already */
  filed?: readonly string[];
  annual?: 'first' | 'adjusted' | 'leftOut' | 'draft' | 'none';
  application?: 'accepted' | 'submitted' | 'returned' | 'none';
  feasibility?: 'draft' | 'consented';
  /** why no property service was introduced */
  withoutProperty?: string;
  aftercare?: 'problems';
  /** residents' money is booked by what each household owes; without it, as one total */
  dues?: Collection;
}
