import type { StatedPosition } from '../inspections/answers';
import type { InspectionBody, InspectionPhoto, InspectionValues } from '../inspections/filled';
import type { ReportAnswer } from '../progress/answers';
import type { ReportBody, ReportValues } from '../progress/filled';
import type { BallotView, RoundPackage } from '../votes/answers';
import type { BallotInput, BallotsInput, VisitsInput } from '../votes/schema';
import type { Does } from './does';
import type { SitePackage } from './site-package';

/** How records are written on the device today. A change of shape gets the next number and keeps the readers of all former ones (formats.ts). */
export const RECORD_FORMAT = 2;

/** Which photo of a ballot: the form, or the authorisation of a proxy. */
export type DoorSlot = 'ballot' | 'proxy';
/** Of an inspection: of a point that is wrong, or of the site. Of a report: one of the month. */
export type SiteSlot = InspectionPhoto | `month.${string}`;
export type PhotoSlot = DoorSlot | SiteSlot;

export interface PhotoRef {
  slot: PhotoSlot;
  /** of the picture in the device's store, and the Idempotency-Key under which it is sent */
  key: string;
  /** the server's, once it is there */
  fileId: string | null;
}

/** Why it has not been sent yet: never tried, nobody answered, the server could not, the session has ended. */
export type Why = 'new' | 'unanswered' | 'server' | 'signIn';

/** `draft`: still being written, and not to be sent; after a refusal with its sentences. `madeId`, `version`: the server's, of what came of it. */
export type RecordState<Theirs = BallotView | ReportAnswer> =
  | { is: 'draft'; refused?: string[] }
  | { is: 'waiting'; why: Why; tries: number; notBefore: number }
  | { is: 'sending'; tries: number }
  | { is: 'sent'; at: number; madeId: string | null; version: number | null }
  | { is: 'refused'; at: number; code: string; sentences: string[] }
  | { is: 'conflict'; at: number; theirs: Theirs };

export interface RecordCommon {
  format: typeof RECORD_FORMAT;
  id: string;
  /** Idempotency-Key of the request: made once when it was recorded; another only after an answer that nothing was taken up. */
  key: string;
  photos: PhotoRef[];
  /** the phone's clock when it was recorded */
  createdAt: number;
  /** the request may have reached the server */
  left: boolean;
}

interface AtDoor extends RecordCommon {
  roundId: string;
  household: { id: string; where: string };
}

interface OnSite extends RecordCommon {
  projectId: string;
  projectName: string;
}

export type OfflineBallots = BallotsInput & { ballots: [BallotInput] };

/** The time of the first answer, and where the device said that it was. */
export interface Stated {
  startedAt: string | null;
  position: StatedPosition | null;
}

export type BallotRecord = AtDoor & { kind: 'ballot'; body: OfflineBallots; state: RecordState<BallotView> };
export type VisitRecord = AtDoor & { kind: 'visit'; body: VisitsInput; state: RecordState<never> };
/** `values` as they are typed; `body` since they were finished. */
export type InspectionRecord = OnSite & {
  kind: 'inspection';
  values: InspectionValues;
  stated: Stated;
  body: InspectionBody | null;
  state: RecordState<never>;
};
/** `act`: to be kept as the draft of everybody who fills in, or sent. `version`: what was read when it was begun. */
export type ReportRecord = OnSite & {
  kind: 'report';
  month: string;
  act: 'save' | 'submit';
  version: number;
  values: ReportValues;
  body: ReportBody | null;
  state: RecordState<ReportAnswer>;
};

export type DoorRecord = BallotRecord | VisitRecord;
export type SiteRecord = InspectionRecord | ReportRecord;
/** One thing that was recorded at a door or on a site. The body is what will be sent, but for the numbers of photos that are still here. */
export type FieldRecord = DoorRecord | SiteRecord;

interface Taken<Package> {
  id: string;
  title: string;
  takenAt: number;
  /** the device's clock when the package was asked for */
  askedAt: number;
  package: Package | null;
  gone: 'closed' | 'denied' | null;
}

/** A round that was taken along. What is gone keeps its name and no person's data, until the officer has seen it. */
export type TakenRound = Taken<RoundPackage>;
/** A project that was taken along, likewise. */
export type TakenProject = Taken<SitePackage>;

/** Who works on this device. */
export interface FieldAccount {
  id: string;
  name: string;
  username: string;
  /** as the server said last; absent: before it was asked */
  does?: Does;
}

export const isAtDoor = (record: FieldRecord): record is DoorRecord =>
  record.kind === 'ballot' || record.kind === 'visit';

/** The round or the project that it belongs to. */
export const takenOf = (record: FieldRecord): string => (isAtDoor(record) ? record.roundId : record.projectId);

/** For people: at which door, on which site. */
export const whereOf = (record: FieldRecord): string =>
  isAtDoor(record) ? record.household.where : record.projectName;
