import type { BallotView, RoundPackage } from '../votes/answers';
import type { BallotInput, BallotsInput, VisitsInput } from '../votes/schema';

/** How records are written on the device today. A change of shape gets the next number and keeps the readers of all former ones (formats.ts). */
export const RECORD_FORMAT = 1;

/** Which photo of a ballot: the form, or the authorisation of a proxy. */
export type PhotoSlot = 'ballot' | 'proxy';

export interface PhotoRef {
  slot: PhotoSlot;
  /** of the picture in the device's store, and the Idempotency-Key under which it is sent */
  key: string;
  /** the server's, once it is there */
  fileId: string | null;
}

/** Why it has not been sent yet: never tried, nobody answered, the server could not, the session has ended. */
export type Why = 'new' | 'unanswered' | 'server' | 'signIn';

export type RecordState =
  | { is: 'waiting'; why: Why; tries: number; notBefore: number }
  | { is: 'sending'; tries: number }
  | { is: 'sent'; at: number; ballotId: string | null }
  | { is: 'refused'; at: number; code: string; sentences: string[] }
  | { is: 'conflict'; at: number; theirs: BallotView };

export interface RecordCommon {
  format: typeof RECORD_FORMAT;
  id: string;
  /** Idempotency-Key of the request: made once when it was recorded; another only after an answer that nothing was taken up. */
  key: string;
  roundId: string;
  household: { id: string; where: string };
  photos: PhotoRef[];
  /** the phone's clock when it was recorded */
  createdAt: number;
  /** the request may have reached the server */
  left: boolean;
  state: RecordState;
}

export type OfflineBallots = BallotsInput & { ballots: [BallotInput] };

/** One thing that was recorded at a door. The body is what will be sent, but for the numbers of photos that are still here. */
export type FieldRecord = RecordCommon &
  ({ kind: 'ballot'; body: OfflineBallots } | { kind: 'visit'; body: VisitsInput });
export type BallotRecord = Extract<FieldRecord, { kind: 'ballot' }>;

/** A round that was taken along. What is gone keeps its name and no person's data, until the officer has seen it. */
export interface TakenRound {
  id: string;
  title: string;
  takenAt: number;
  /** the device's clock when the package was asked for */
  askedAt: number;
  package: RoundPackage | null;
  gone: 'closed' | 'denied' | null;
}

/** Who works on this device. */
export interface FieldAccount {
  id: string;
  name: string;
  username: string;
}
