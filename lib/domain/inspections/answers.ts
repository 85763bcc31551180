import type { FindingGrade, FindingStatus } from '../projects/types';
import type { CheckPoint } from '../rulebook/schema-site';
import type { NamedUnit } from '../units/named';
import type { PlannedThere } from './points';
import type { CheckResult, EarlierFinding, InspectionLevel, SightingKind } from './types';

interface Named {
  id: string;
  name: string;
}

/** As the device stated it. */
export interface StatedPosition {
  latitudeE6: number;
  longitudeE6: number;
  accuracyM: number;
}

export interface InspectionRow {
  id: string;
  project: { id: string; code: string; name: string };
  county: NamedUnit;
  compound: Named | null;
  building: Named | null;
  kinds: string[];
  level: InspectionLevel;
  inspectedOn: string;
  inspector: string;
  passed: number;
  failed: number;
  /** of what was found, what is not closed */
  findingsOpen: number;
  photos: number;
  stopWork: string | null;
  deviceAt: string | null;
  position: StatedPosition | null;
  receivedAt: string;
}

export interface InspectionList {
  items: InspectionRow[];
  total: number;
  page: number;
  limit: number;
}

/** A finding of any project, whoever found it. */
export interface FoundRow {
  id: string;
  project: { id: string; code: string; name: string };
  county: NamedUnit;
  compound: Named | null;
  building: Named | null;
  place: string;
  kind: string;
  grade: FindingGrade;
  item: string | null;
  check: string | null;
  content: string;
  responsible: string | null;
  /** null: written down by itself, without an inspection */
  level: InspectionLevel | null;
  inspectedOn: string;
  limitOn: string;
  status: FindingStatus;
  late: boolean;
  repeatNo: number;
  timesSeen: number;
  rectification: string | null;
  rectifiedOn: string | null;
  recheckedOn: string | null;
  recheckNote: string | null;
  /** numbers of the notes that name it */
  stopWork: string | null;
}

export interface CheckView {
  code: string;
  kind: string;
  item: string | null;
  result: CheckResult;
  note: string | null;
  photoFileId: string | null;
  sighting: SightingKind | null;
  finding: { id: string; grade: string; status: string; content: string; limitOn: string; repeatNo: number } | null;
}

export interface InspectionDetail extends InspectionRow {
  participants: string | null;
  summary: string | null;
  checks: CheckView[];
  photoFileIds: string[];
  /** 停工通知 that was issued with it */
  stopNote: { id: string; lifted: boolean } | null;
}

export interface StopWorkView {
  id: string;
  no: string;
  level: InspectionLevel;
  compound: Named | null;
  reason: string;
  issuedOn: string;
  issuedBy: string;
  inspectionId: string | null;
  fileId: string | null;
  findings: { id: string; content: string; status: string }[];
  liftedOn: string | null;
  liftReason: string | null;
  liftFileId: string | null;
  version: number;
}

/** All that a page needs to inspect, also without a network. */
export interface InspectionSheet {
  compounds: (Named & { buildings: Named[] })[];
  planned: PlannedThere[];
  parties: { id: string; kind: string; name: string }[];
  points: CheckPoint[];
  earlier: EarlierFinding[];
  startOn: string | null;
  today: string;
}
