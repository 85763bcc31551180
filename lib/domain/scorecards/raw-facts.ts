import type { Limited } from '../complaints/limit';
import type { CalendarDate } from '../kernel/calendar-date';
import type { SupervisionState } from '../supervision/types';
import type {
  ComplaintFacts,
  CompoundFacts,
  LeadingGroupFacts,
  NewsFacts,
  PlanFacts,
  ProjectFacts,
  ScoreFacts,
  SupervisionFacts,
} from './facts';

/** The first day of a month, with the day of its first receipt: null, nothing was received. */
export type Receipt = [month: CalendarDate, receivedOn: CalendarDate | null];

/** The parts of a compound, a project and a county as score_facts() puts them together: a part that nothing speaks of is missing. */
export interface RawCompound {
  head: Pick<CompoundFacts, 'id' | 'name' | 'eligible' | 'households'>;
  buildings?: number;
  /** of the final plan */
  buildingsPlanned?: number;
  items?: { planned: string[]; done: string[] };
  rounds?: number[];
  notices?: CompoundFacts['notices'];
  completedOn?: CalendarDate;
  /** closed: with the households of its own roll */
  survey?: { households: number; satisfied: number };
}

export interface RawProject {
  head: Pick<ProjectFacts, 'id' | 'code' | 'name' | 'status' | 'stage' | 'propertyService'> & {
    countyId: string;
    createdOn: CalendarDate;
  };
  compounds?: RawCompound[];
  inPlan?: true;
  appliedOn?: CalendarDate;
  milestones?: {
    startedOn: CalendarDate | null;
    begunOn: CalendarDate | null;
    completedOn: CalendarDate | null;
  };
  /** on which stages 7, 8 and 9 were completed */
  stages?: Partial<Record<'7' | '8' | '9', CalendarDate | null>>;
  months?: [month: CalendarDate, basisPoints: number][];
  reports?: Receipt[];
  ledger?: Pick<ProjectFacts, 'entries' | 'entriesWithFile' | 'payments' | 'paymentsInOrder' | 'received'>;
  contracts?: string[];
  /** its days, in any order */
  inspections?: CalendarDate[];
  findings?: Pick<ProjectFacts, 'findings' | 'findingsLate' | 'graveOpen'>;
  stopped?: number;
  acceptancesFailed?: number;
}

export type RawComplaint = Omit<ComplaintFacts, 'late'> & Limited & { receivedOn: CalendarDate };
export type RawSupervision = Omit<SupervisionFacts, 'late'> & {
  status: SupervisionState;
  /** an answer of it was late */
  lateBefore: boolean;
};

export interface RawCounty {
  head: ScoreFacts['county'] &
    Pick<ScoreFacts, 'year' | 'startBy' | 'completeBy' | 'today'> & {
      order: [place: number, code: string];
      reportDay: number;
    };
  plan?: PlanFacts;
  survey?: ScoreFacts['survey'];
  leadingGroup?: LeadingGroupFacts;
  months?: Receipt[];
  complaints?: RawComplaint[];
  supervisions?: RawSupervision[];
  news?: NewsFacts[];
}
