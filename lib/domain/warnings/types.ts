import type { CalendarDate } from '../kernel/calendar-date';
import type { Reason } from '../kernel/result';
import type { ProjectStatus } from '../projects/types';
import type { SiteRules } from '../rulebook/schema-site';
import type { Forecast, MonthDone } from './forecast';

/** In the order in which they are looked after. none: nothing is asked of the project now. */
export const LIGHTS = ['red', 'yellow', 'green', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

/** What the light of a project is decided by. Days are those of the first receipt by the server, in Asia/Shanghai. */
export interface LightFacts {
  status: ProjectStatus;
  /** 11: all ten stages are behind it */
  stage: number;
  /** chosen by the annual plan in force of its year */
  inPlan: boolean;
  startBy: CalendarDate;
  completeBy: CalendarDate;
  /** the start of the whole project, as it was first reported; null: not, or returned and not reported again */
  startedOn: CalendarDate | null;
  completedOn: CalendarDate | null;
  /** the works were confirmed complete: stage 8 was accepted */
  worksAcceptedOn: CalendarDate | null;
  /** by the accepted monthly reports, in order */
  months: MonthDone[];
  /** limit days of what inspections found and nobody has put right yet */
  findingLimits: CalendarDate[];
  /** stop-work notes that stand */
  stopped: number;
}

/** Of the rule book, with the clause of each. */
export interface LightRules {
  lights: { withinDays: number; belowPercent: number; clause: string };
  forecast: SiteRules['forecast'];
  /** what gate a red light tells of */
  gateClause: string;
  /** of the year's dates; of a year that the rule book does not name, what a date missed makes red */
  calendarClause: string;
}

export interface Lit {
  light: Light;
  /** it was begun or complete after the day on which it was due: recorded, and no longer red */
  late: boolean;
  /** all of them, the gravest first */
  reasons: Reason[];
  /** the next day that it must meet; null: none any more */
  dueOn: CalendarDate | null;
  basisPoints: number | null;
  forecast: Forecast;
  /** while nothing is recorded the same is true until the end of this day */
  validUntil: CalendarDate;
}
