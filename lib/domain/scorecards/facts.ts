import type { CalendarDate } from '../kernel/calendar-date';
import type { NoticeKind } from '../notices/types';
import type { ProjectStatus } from '../projects/types';
import type { NewsLevel } from '../rulebook/schema-news';
import type { MonthDone } from '../warnings/forecast';

/**
 * What a county's score of a programme year is reckoned from, and nothing else: JSON, so that it can be frozen with its hash when the county submits
 * (domain.md §8). Days are those of Asia/Shanghai; what the server received is dated by its first receipt (附件/完成时间); money is fen as text.
 */
export interface ScoreFacts {
  county: { id: string; name: string };
  year: number;
  /** of the programme year */
  startBy: CalendarDate;
  completeBy: CalendarDate;
  /** the day on which the facts were read */
  today: CalendarDate;
  /** of the annual plan in force; null: none was confirmed, or it sets this county nothing */
  plan: PlanFacts | null;
  /** compounds of the county that are in the survey and not merged away, and those of them found eligible */
  survey: { compounds: number; eligible: number };
  /** the one in effect */
  leadingGroup: LeadingGroupFacts | null;
  /** set up for the year, not withdrawn, in its annual plan or not; by code */
  projects: ProjectFacts[];
  /** the county's months of the year that were due up to today, in order */
  months: CountyMonthFacts[];
  /** matters about the year's projects and their compounds, received within the year's days */
  complaints: ComplaintFacts[];
  /** 督办 about the year's projects, not withdrawn */
  supervisions: SupervisionFacts[];
  /** filed for the year and not withdrawn */
  news: NewsFacts[];
}

export interface PlanFacts {
  id: string;
  no: number;
  documentNo: string | null;
  /** compounds that the county must complete; 0: it was set none */
  target: number;
}

export interface LeadingGroupFacts {
  id: string;
  documentNo: string;
  documentOn: CalendarDate;
  head: string;
  headPost: string;
  hasFile: boolean;
}

export interface ProjectFacts {
  id: string;
  code: string;
  name: string;
  status: ProjectStatus;
  /** 1–10; 11: all ten are complete */
  stage: number;
  inPlan: boolean;
  /** first receipt of the application that was accepted */
  appliedOn: CalendarDate | null;
  /** first receipt of the start of the whole project, or of its first compound */
  startedOn: CalendarDate | null;
  /** on which work really began */
  begunOn: CalendarDate | null;
  /** stage 7 was completed: from then on work may begin */
  readyOn: CalendarDate | null;
  /** accepted monthly reports */
  months: MonthDone[];
  /** months that were due up to today, and those of them received in time */
  reportsDue: number;
  reportsInTime: number;
  /** entries of the ledger that stand, and those of them with voucher number and file */
  entries: number;
  entriesWithFile: number;
  /** payments that stand, and those of them with contract, items and a second person */
  payments: number;
  paymentsInOrder: number;
  /** received money, by source and kind of the rule book; fen */
  received: { source: string; kind: string; amount: string }[];
  /** kinds of its contracts that stand */
  contracts: string[];
  /** inspections of the whole time, and the longest time without one from begunOn until completion or today, in days; null: not begun */
  inspections: number;
  longestGap: number | null;
  /** findings, those of them put right after their limit or still open after it, and grave ones that are open */
  findings: number;
  findingsLate: number;
  graveOpen: number;
  /** stop-work notes that stand; acceptances that failed */
  stopped: number;
  acceptancesFailed: number;
  /** property service after renovation, as stage 10 records it; null: none, or not said yet */
  propertyService: string | null;
  /** live ones, by name */
  compounds: CompoundFacts[];
}

export interface CompoundFacts {
  id: string;
  name: string;
  eligible: boolean;
  households: number;
  /** a plan of the compound was made final */
  planFinal: boolean;
  buildings: number;
  /** with at least one line in the final plan */
  buildingsPlanned: number;
  /** codes of the menu: to be done by the final plan, and reported complete wherever they were planned */
  planned: string[];
  done: string[];
  /** rounds whose certified result is passed */
  roundsPassed: number[];
  /** kinds of its notices whose period was completed */
  notices: NoticeKind[];
  /** first receipt of the completion report that was accepted (its own, the project's, or stage 8) */
  completedOn: CalendarDate | null;
  /** stage 9 was passed */
  accepted: boolean;
  /** satisfied households of the closed survey; null: not asked, or not closed */
  satisfied: number | null;
}

export interface CountyMonthFacts {
  /** its first day */
  month: CalendarDate;
  dueOn: CalendarDate;
  /** first receipt; null: nothing yet */
  receivedOn: CalendarDate | null;
  inTime: boolean;
}

export interface ComplaintFacts {
  id: string;
  no: string;
  projectId: string | null;
  compoundId: string | null;
  dueOn: CalendarDate;
  answeredOn: CalendarDate | null;
  /** answered after its limit, once or again, or not answered and the limit is over */
  late: boolean;
}

export interface SupervisionFacts {
  id: string;
  documentNo: string;
  title: string;
  limitOn: CalendarDate;
  answeredOn: CalendarDate | null;
  late: boolean;
}

export interface NewsFacts {
  id: string;
  title: string;
  kind: string;
  level: NewsLevel;
  happenedOn: CalendarDate;
}
