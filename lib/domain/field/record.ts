import type { InspectionValues } from '../inspections/filled';
import type { BallotInput, VisitsInput } from '../votes/schema';
import {
  type BallotRecord,
  type InspectionRecord,
  type PhotoRef,
  RECORD_FORMAT,
  type RecordCommon,
  type ReportRecord,
  type VisitRecord,
} from './types';

/** What is written down at the door: no numbers of photos, no times. */
export type BallotFilled = Pick<
  BallotInput,
  'choice' | 'channel' | 'formNo' | 'wanted' | 'problems' | 'replaces' | 'reason'
> & { proxyName?: string };

interface Begun {
  id: string;
  key: string;
  now: number;
}

interface AtDoor extends Begun {
  roundId: string;
  household: BallotRecord['household'];
}

const common = ({ id, key, now }: Begun, photos: PhotoRef[]): RecordCommon => ({
  ...{ format: RECORD_FORMAT, id, key, photos },
  ...{ createdAt: now, left: false },
});

const toBeSent = { is: 'waiting', why: 'new', tries: 0, notBefore: 0 } as const;

/** Stands in the body until the server has the photo (requestBody puts its number there). */
export const NOT_YET = '00000000-0000-0000-0000-000000000000';

const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;

export function ballotRecord(begun: AtDoor, filled: BallotFilled, photos: PhotoRef[]): BallotRecord {
  const { roundId, household, now } = begun;
  const { proxyName, ...rest } = filled;
  const ballot: BallotInput = {
    householdId: household.id,
    ...given(rest),
    ...(proxyName ? { proxy: { name: proxyName, fileId: NOT_YET } } : {}),
    deviceAt: new Date(now).toISOString(),
  };
  const body = { source: 'offline', ballots: [ballot] } as BallotRecord['body'];
  return { ...common(begun, photos), roundId, household, kind: 'ballot', body, state: toBeSent };
}

export function visitRecord(begun: AtDoor, visit: Omit<VisitsInput['visits'][number], 'householdId'>): VisitRecord {
  const { roundId, household } = begun;
  const body = { visits: [{ householdId: household.id, ...given(visit) }] };
  return { ...common(begun, []), roundId, household, kind: 'visit', body, state: toBeSent };
}

interface OnSite extends Begun {
  project: { id: string; name: string };
}

const onSite = ({ project, ...begun }: OnSite) => ({
  ...common(begun, []),
  ...{ projectId: project.id, projectName: project.name },
});

/** An inspection that is begun: nothing answered yet. */
export const inspectionDraft = (begun: OnSite, values: InspectionValues): InspectionRecord => ({
  ...onSite(begun),
  ...{ kind: 'inspection', values, stated: { startedAt: null, position: null }, body: null, state: { is: 'draft' } },
});

/** A month that is begun, on top of what was read of it. */
export const reportDraft = (
  begun: OnSite,
  { month, version, values }: Pick<ReportRecord, 'month' | 'version' | 'values'>,
): ReportRecord => ({
  ...onSite(begun),
  ...{ kind: 'report', month, act: 'save', version, values, body: null, state: { is: 'draft' } },
});
