import type { BallotInput, VisitsInput } from '../votes/schema';
import { type FieldRecord, type PhotoRef, RECORD_FORMAT, type RecordCommon } from './types';

/** What is written down at the door: no numbers of photos, no times. */
export type BallotFilled = Pick<
  BallotInput,
  'choice' | 'channel' | 'formNo' | 'wanted' | 'problems' | 'replaces' | 'reason'
> & { proxyName?: string };

interface Recording {
  id: string;
  key: string;
  now: number;
  roundId: string;
  household: FieldRecord['household'];
}

const common = ({ id, key, now, roundId, household }: Recording, photos: PhotoRef[]): RecordCommon => ({
  format: RECORD_FORMAT,
  id,
  key,
  roundId,
  household,
  photos,
  createdAt: now,
  left: false,
  state: { is: 'waiting', why: 'new', tries: 0, notBefore: 0 },
});

/** Stands in the body until the server has the photo (requestBody puts its number there). */
const NOT_YET = '00000000-0000-0000-0000-000000000000';

const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;

export function ballotRecord(recording: Recording, filled: BallotFilled, photos: PhotoRef[]): FieldRecord {
  const { proxyName, ...rest } = filled;
  const ballot: BallotInput = {
    householdId: recording.household.id,
    ...given(rest),
    ...(proxyName ? { proxy: { name: proxyName, fileId: NOT_YET } } : {}),
    deviceAt: new Date(recording.now).toISOString(),
  };
  return { ...common(recording, photos), kind: 'ballot', body: { source: 'offline', ballots: [ballot] } };
}

export function visitRecord(
  recording: Recording,
  visit: Omit<VisitsInput['visits'][number], 'householdId'>,
): FieldRecord {
  const visits = [{ householdId: recording.household.id, ...given(visit) }];
  return { ...common(recording, []), kind: 'visit', body: { visits } };
}
