import type { NamedUnit } from '../units/named';
import type { Light } from '../warnings/types';
import type {
  ContractKind,
  EntityKind,
  FindingGrade,
  FindingStatus,
  PartyKind,
  ProjectStatus,
  TenderMethod,
} from './types';

interface Named {
  id: string;
  name: string;
}

/** A line of the list. Sums are yuan as text with two places; null: not stated yet. */
export interface ProjectRow {
  id: string;
  code: string;
  name: string;
  county: NamedUnit;
  year: number;
  stage: number;
  /** code of the next step of the stage (rule book) */
  step: string | null;
  status: ProjectStatus;
  entityKind: EntityKind | null;
  entityName: string | null;
  compounds: number;
  households: number;
  /** null: something was recorded, or a day has passed, and it is not reckoned anew yet */
  light: Light | null;
  estimate: string | null;
  budget: string | null;
  contractSum: string;
  finalAccount: string | null;
  audited: string | null;
  fundingSum: string;
  findingsOpen: number;
  version: number;
  updatedAt: string;
}

export interface ProjectList {
  items: ProjectRow[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
}

/** Above each page of a project. */
export interface ProjectHead extends Omit<ProjectRow, 'households' | 'light'> {
  rulebookId: string;
  renovationType: string | null;
  entityUnitId: string | null;
  entityCompanyId: string | null;
  newLand: boolean | null;
  newPipelines: boolean | null;
  structuralWork: boolean | null;
}

export interface ProjectMember {
  id: string;
  code: string;
  name: string;
  place: string;
  live: boolean;
  leftReason: string | null;
  buildings: number;
  households: number;
  roundOne: string | null;
  plan: { id: string; no: number; status: string; todoItems: number; cost: string; residentShare: string } | null;
}

export interface ProjectStageView {
  stage: number;
  status: 'waiting' | 'current' | 'completed';
  step: string | null;
  actualOn: string | null;
  statedOn: string | null;
  receivedAt: string | null;
  acceptedAt: string | null;
}

export interface PartyView {
  id: string;
  kind: PartyKind;
  company: Named;
  person: string | null;
  endedAt: string | null;
}

export interface PersonView {
  accountId: string;
  name: string;
  role: string;
  endedAt: string | null;
}

export interface ContractView {
  id: string;
  kind: ContractKind;
  no: string;
  name: string;
  company: Named;
  amount: string;
  tenderMethod: TenderMethod | null;
  awardedOn: string | null;
  signedOn: string;
  startOn: string | null;
  endOn: string | null;
  /** the scan */
  file: { id: string; name: string; size: number; mediaType: string } | null;
  status: 'active' | 'ended';
  endedReason: string | null;
  version: number;
}

export interface FundingView {
  id: string;
  source: string;
  kind: string | null;
  payer: string | null;
  amount: string;
  note: string | null;
  version: number;
}

export interface FindingView {
  id: string;
  compound: Named | null;
  building: Named | null;
  /** the inspection and the point of its checklist; null: written down by itself */
  inspectionId: string | null;
  check: string | null;
  /** 2 and more: it was closed before and came back */
  repeatNo: number;
  /** how many inspections saw it before it was closed */
  timesSeen: number;
  kind: string;
  grade: FindingGrade;
  item: string | null;
  place: string;
  content: string;
  responsible: string | null;
  inspectedOn: string;
  limitOn: string;
  photoFileId: string | null;
  status: FindingStatus;
  rectifiedOn: string | null;
  rectification: string | null;
  rectifiedFileId: string | null;
  rectifiedBy: string | null;
  recheckedOn: string | null;
  recheckNote: string | null;
  version: number;
}

/** What the plans of the project come to. */
export interface PlanSums {
  todoItems: number;
  cost: string;
  residentShare: string;
}

/** One answer of the plan in force of a compound of the project, for a building or the whole compound. */
export interface PlanCell {
  compoundId: string;
  buildingId: string | null;
  item: string;
  answer: string;
  quantity: string | null;
  cost: string;
}

export interface ProjectDetail extends ProjectHead {
  members: ProjectMember[];
  stages: ProjectStageView[];
  parties: PartyView[];
  contracts: ContractView[];
  plan: PlanSums;
  items: PlanCell[];
}
