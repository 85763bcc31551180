import type { FindingView, FundingView } from './answers';

export interface FundingAnswer {
  items: FundingView[];
  sum: string;
  /** what the plans in force cost */
  cost: string;
  /** sum − cost, yuan with two places and sign */
  difference: string;
  state: 'short' | 'equal' | 'over';
}

/** An item that the plan in force has to be done, and whether it was reported complete. */
export interface PlannedItem {
  compound: { id: string; name: string };
  building: { id: string; name: string } | null;
  item: string;
  completion: {
    id: string;
    completedOn: string;
    note: string | null;
    /** a picture of how it was, and of how it is */
    beforeFileId: string | null;
    photoFileId: string | null;
    reportedAt: string;
  } | null;
}

export interface WorksAnswer {
  items: PlannedItem[];
  planned: number;
  completed: number;
  /** first day of the contracts for construction */
  startOn: string | null;
}

export interface FindingsAnswer {
  items: FindingView[];
  open: number;
}
