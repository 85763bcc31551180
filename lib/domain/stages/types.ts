import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';
import type { Reason } from '../kernel/result';

export const STAGE_STATUSES = ['waiting', 'current', 'completed'] as const;
export type StageStatus = (typeof STAGE_STATUSES)[number];

export const PROJECT_STATUSES = ['active', 'suspended', 'withdrawn'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** A notice as far as a gate waits for it. */
export interface NoticeFacts {
  id: string;
  over: boolean;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

/** The vote that counts, or the one under way: the passed attempt, else the live, else none. */
export interface VoteFacts {
  id: string | null;
  attempts: number;
  passed: boolean;
  openedOn: CalendarDate | null;
  certifiedOn: CalendarDate | null;
}

export interface PlanFacts {
  id: string;
  no: number;
  final: boolean;
  cost: Money;
  residentShare: Money;
  /** buildings that stand today and that the plan says nothing of */
  buildingsWithout: number;
}

/** What round 2 approved (domain.md §5: a vote is bound to what was published), and the latest final version. */
export interface VotedFacts {
  schemeNo: number;
  estimate: Money;
  ownersShare: Money;
  latestNo: number;
}

export interface CompoundFacts {
  id: string;
  name: string;
  active: boolean;
  eligibility: 'eligible' | 'ineligible' | 'incomplete';
  roundOne: VoteFacts;
  roundTwo: VoteFacts;
  list: NoticeFacts | null;
  design: NoticeFacts | null;
  plan: PlanFacts | null;
  voted: VotedFacts | null;
}

export interface StageFacts {
  stage: number;
  status: StageStatus;
  step: string | null;
  /** the date that the county states */
  statedOn: CalendarDate | null;
  receivedAt: string | null;
  acceptedAt: string | null;
}

/** P四(三)3: what decides whether the green channel is open; null: not said yet. */
export interface Touches {
  newLand: boolean | null;
  newPipelines: boolean | null;
  structuralWork: boolean | null;
}

/** All that the gates of the ten stages look at. Money in fen. */
export interface ProjectFacts {
  id: string;
  status: ProjectStatus;
  stage: number;
  stages: StageFacts[];
  renovationType: string | null;
  entityKind: string | null;
  entityUnitId: string | null;
  entityName: string | null;
  touches: Touches;
  feasibility: { id: string; status: 'draft' | 'consented' | 'approved' } | null;
  compounds: CompoundFacts[];
  fundingSum: Money;
  fundedByResidents: Money;
  estimate: Money | null;
  budget: Money | null;
  finalAccount: Money | null;
  audited: Money | null;
  /** kinds of the papers in force */
  papers: string[];
  /** kinds of the contracts in force */
  contracts: string[];
  itemsPlanned: number;
  itemsMissing: number;
  findingsOpen: number;
  /** the stop-work notes that stand */
  stopWorks: { id: string; no: string }[];
  /** the confirmed annual plan in force of a year that holds the project */
  annualPlanId: string | null;
  applied: boolean;
  acceptancePassed: boolean;
  propertyService: string | null;
  propertyServiceReason: string | null;
  /** planned items of compounds that no line of the handover list speaks of */
  handoverMissing: number;
}

/** One thing that is missing, and where it is put right. */
export interface Unmet {
  need: string;
  reason: Reason;
  href: string;
}

/** A need of a stage: met, or everything that it still lacks. */
export interface Condition {
  need: string;
  name: string;
  nameEn: string;
  clause: string;
  met: boolean;
  /** code of the step that meets it, for what is met by being done */
  byStep: string | null;
  unmet: Unmet[];
}

export interface StepRequest {
  stage: number;
  step: string;
  /** the rule book's roles of whoever asks, on this project */
  roles: readonly Role[];
  statedOn: CalendarDate;
  today: CalendarDate;
}
