import { decidedBallot } from './bodies';
import { clashOf } from './clash';
import {
  type BallotRecord,
  type DoorRecord,
  type FieldRecord,
  type InspectionRecord,
  isAtDoor,
  type PhotoRef,
  type PhotoSlot,
  type RecordState,
  type ReportRecord,
  type Why,
} from './types';

/** A no of the server, as far as the record must know it. */
export interface No {
  status: number;
  code: string;
  sentences: string[];
  /** what stands there already: the ballots of the household, the report of the month */
  theirs?: unknown;
  retryAfter?: number;
}

/** What happens to a record. */
export type FieldEvent =
  | { is: 'begun' }
  | { is: 'photoStored'; slot: PhotoSlot; fileId: string }
  | { is: 'leaving' }
  | { is: 'accepted'; at: number; madeId: string | null; version: number | null }
  | { is: 'refused'; at: number; no: No; accountId: string }
  | { is: 'unanswered'; at: number }
  | { is: 'interrupted' }
  | { is: 'hurried' }
  | { is: 'decided'; whose: 'mine' | 'theirs'; reason: string; key: string }
  | { is: 'amended'; body: DoorRecord['body']; photos: PhotoRef[]; key: string }
  /** What is written on a site grows for an hour: each change is kept, none is sent. */
  | { is: 'drafted'; values: Drafted }
  | { is: 'finished'; what: Finished; photos: PhotoRef[]; key: string }
  | { is: 'reopened' };

export type Drafted = Pick<InspectionRecord, 'kind' | 'values' | 'stated'> | Pick<ReportRecord, 'kind' | 'values'>;
export type Finished = Pick<InspectionRecord, 'kind' | 'body'> | Pick<ReportRecord, 'kind' | 'body' | 'act'>;

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Twice as long after each try, up to five minutes. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 10));

/** Answers that say nothing about what was sent: later perhaps. */
const isPassing = ({ status, code }: No): boolean =>
  status >= 500 || [0, 408, 425, 429].includes(status) || code === 'busy_retry' || code === 'unreadable';

/** No session, or one that may do nothing before a new password. */
const asksForSignIn = ({ status, code }: No): boolean => status === 401 || code === 'password_change_required';

const waiting = (why: Why, tries: number, notBefore = 0): RecordState => ({ is: 'waiting', why, tries, notBefore });

function afterNo(record: FieldRecord, tries: number, event: Extract<FieldEvent, { is: 'refused' }>): RecordState {
  const { no, at, accountId } = event;
  if (asksForSignIn(no)) return waiting('signIn', tries);
  if (isPassing(no))
    return waiting('server', tries + 1, at + Math.max(pauseAfter(tries), (no.retryAfter ?? 0) * 1_000));
  const clash = no.status === 409 ? clashOf(record, no.theirs, accountId) : null;
  if (clash?.is === 'ours') return { is: 'sent', at, madeId: clash.madeId, version: clash.version };
  if (clash) return { is: 'conflict', at, theirs: clash.theirs };
  return { is: 'refused', at, code: no.code, sentences: no.sentences };
}

/** Of two officers' ballots both stay, with the reason; a report that is kept is written over what the other one had saved. */
function decided(
  record: BallotRecord | ReportRecord,
  event: Extract<FieldEvent, { is: 'decided' }>,
): BallotRecord | ReportRecord {
  const again = { key: event.key, left: false, state: waiting('new', 0) as Extract<RecordState, { is: 'waiting' }> };
  if (record.state.is !== 'conflict') return record;
  if (record.kind === 'ballot')
    return { ...record, ...again, body: decidedBallot(record.body, record.state.theirs, event.whose, event.reason) };
  if (event.whose === 'theirs' || !record.body) return record;
  const { version, content } = record.state.theirs;
  // nobody on a site took the other one's pictures out: they stay
  const photos = [...new Set([...content.photos, ...record.body.photos])];
  return { ...record, ...again, version, body: { ...record.body, photos }, values: { ...record.values, photos } };
}

/**
 * A record after an event. What cannot happen in a state changes nothing: an answer that comes late, a button pressed twice. No event
 * makes a record of nothing or nothing of a record; only its officer discards it (mayDiscard).
 */
export function step(record: FieldRecord, event: FieldEvent): FieldRecord {
  const { state } = record;
  const to = (next: RecordState) => ({ ...record, state: next }) as FieldRecord;
  switch (event.is) {
    case 'begun':
      return state.is === 'waiting' ? to({ is: 'sending', tries: state.tries }) : record;
    case 'photoStored':
      return state.is === 'sending' ? { ...record, photos: stored(record.photos, event) } : record;
    case 'leaving':
      return state.is === 'sending' ? { ...record, left: true } : record;
    case 'accepted':
      return state.is === 'sending'
        ? to({ is: 'sent', at: event.at, madeId: event.madeId, version: event.version })
        : record;
    case 'refused':
      return state.is === 'sending' ? to(afterNo(record, state.tries, event)) : record;
    case 'unanswered':
      return state.is === 'sending'
        ? to(waiting('unanswered', state.tries + 1, event.at + pauseAfter(state.tries)))
        : record;
    case 'interrupted':
      return state.is === 'sending' ? to(waiting('unanswered', state.tries)) : record;
    case 'hurried':
      return state.is === 'waiting' ? to({ ...state, notBefore: 0 }) : record;
    case 'decided':
      return record.kind === 'ballot' || record.kind === 'report' ? decided(record, event) : record;
    case 'amended':
      return mayAmend(record) ? ({ ...record, ...afresh(event), body: event.body } as FieldRecord) : record;
    case 'drafted':
      return state.is === 'draft' && record.kind === event.values.kind
        ? ({ ...record, ...event.values } as FieldRecord)
        : record;
    case 'finished':
      return state.is === 'draft' && record.kind === event.what.kind
        ? ({ ...record, ...afresh(event), ...event.what } as FieldRecord)
        : record;
    case 'reopened':
      if (!mayReopen(record)) return record;
      return to({ is: 'draft', ...(state.is === 'refused' ? { refused: state.sentences } : {}) });
  }
}

const afresh = ({ photos, key }: { photos: PhotoRef[]; key: string }) => ({
  ...{ photos, key, left: false },
  state: waiting('new', 0),
});

const stored = (photos: PhotoRef[], { slot, fileId }: { slot: PhotoSlot; fileId: string }): PhotoRef[] =>
  photos.map((photo) => (photo.slot === slot ? { ...photo, fileId } : photo));

/** It is sure that the server has not taken it up. */
const isOnlyHere = ({ state, left }: FieldRecord): boolean =>
  ['refused', 'conflict', 'draft'].includes(state.is) || (state.is === 'waiting' && !left);

/** Written anew under another key. A conflict is decided, not written over. */
export const mayAmend = (record: FieldRecord): boolean => record.state.is !== 'conflict' && isOnlyHere(record);
/** What was finished on a site is written on, as long as it is sure to be here only. */
export const mayReopen = (record: FieldRecord): boolean => !isAtDoor(record) && mayAmend(record);
export const mayDiscard = isOnlyHere;

/** Still to be written, to be sent, or waiting for its officer. */
export const isOpen = ({ state }: FieldRecord): boolean => state.is !== 'sent';

export const isDue = ({ state }: FieldRecord, now: number): boolean => state.is === 'waiting' && state.notBefore <= now;
