import type { BallotView } from '../votes/answers';
import { towards } from '../votes/decisions';
import type { BallotInput } from '../votes/schema';
import type { FieldRecord, OfflineBallots, PhotoRef, PhotoSlot, RecordState, Why } from './types';

/** A no of the server, as far as the record must know it. */
export interface No {
  status: number;
  code: string;
  sentences: string[];
  /** the ballots that stand for the household already */
  theirs?: BallotView[];
  retryAfter?: number;
}

/** What happens to a record. */
export type FieldEvent =
  | { is: 'begun' }
  | { is: 'photoStored'; slot: PhotoSlot; fileId: string }
  | { is: 'leaving' }
  | { is: 'accepted'; at: number; ballotId: string | null }
  | { is: 'refused'; at: number; no: No; accountId: string }
  | { is: 'unanswered'; at: number }
  | { is: 'interrupted' }
  | { is: 'hurried' }
  | { is: 'decided'; whose: 'mine' | 'theirs'; reason: string; key: string }
  | { is: 'amended'; body: FieldRecord['body']; photos: PhotoRef[]; key: string };

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Twice as long after each try, up to five minutes. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 10));

/** Answers that say nothing about what was sent: later perhaps. */
const isPassing = ({ status, code }: No): boolean =>
  status >= 500 || [0, 408, 425, 429].includes(status) || code === 'busy_retry' || code === 'unreadable';

/** No session, or one that may do nothing before a new password. */
const asksForSignIn = ({ status, code }: No): boolean => status === 401 || code === 'password_change_required';

/** The household's ballot is this very one: it had arrived, and its answer was lost longer ago than keys are kept. */
export const isOurs = (theirs: BallotView, yours: BallotInput, accountId: string): boolean =>
  theirs.recordedBy.id === accountId &&
  theirs.householdId === yours.householdId &&
  theirs.choice === yours.choice &&
  theirs.deviceAt !== null &&
  yours.deviceAt !== undefined &&
  Date.parse(theirs.deviceAt) === Date.parse(yours.deviceAt);

const waiting = (why: Why, tries: number, notBefore = 0): RecordState => ({ is: 'waiting', why, tries, notBefore });

function afterNo(record: FieldRecord, tries: number, event: Extract<FieldEvent, { is: 'refused' }>): RecordState {
  const { no, at, accountId } = event;
  if (asksForSignIn(no)) return waiting('signIn', tries);
  if (isPassing(no))
    return waiting('server', tries + 1, at + Math.max(pauseAfter(tries), (no.retryAfter ?? 0) * 1_000));
  const theirs = no.status === 409 ? no.theirs?.[0] : undefined;
  if (theirs && record.kind === 'ballot') {
    if (isOurs(theirs, record.body.ballots[0], accountId)) return { is: 'sent', at, ballotId: theirs.id };
    return { is: 'conflict', at, theirs };
  }
  return { is: 'refused', at, code: no.code, sentences: no.sentences };
}

const decidedBody = (body: OfflineBallots, theirs: BallotView, whose: 'mine' | 'theirs', reason: string) =>
  ({
    ...body,
    ballots: [towards(body.ballots[0], whose === 'mine' ? 'replaces' : 'beside', theirs.id, reason)],
  }) satisfies OfflineBallots;

/**
 * A record after an event. What cannot happen in a state changes nothing: an answer that comes late, a button pressed twice. No event
 * makes a record of nothing or nothing of a record; only its officer discards it (mayDiscard).
 */
export function step(record: FieldRecord, event: FieldEvent): FieldRecord {
  const { state } = record;
  const to = (next: RecordState): FieldRecord => ({ ...record, state: next });
  switch (event.is) {
    case 'begun':
      return state.is === 'waiting' ? to({ is: 'sending', tries: state.tries }) : record;
    case 'photoStored':
      return state.is === 'sending' ? { ...record, photos: stored(record.photos, event) } : record;
    case 'leaving':
      return state.is === 'sending' ? { ...record, left: true } : record;
    case 'accepted':
      return state.is === 'sending' ? to({ is: 'sent', at: event.at, ballotId: event.ballotId }) : record;
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
      if (state.is !== 'conflict' || record.kind !== 'ballot') return record;
      return {
        ...record,
        body: decidedBody(record.body, state.theirs, event.whose, event.reason),
        key: event.key,
        left: false,
        state: waiting('new', 0),
      };
    case 'amended':
      if (!mayAmend(record)) return record;
      return {
        ...record,
        body: event.body,
        photos: event.photos,
        key: event.key,
        left: false,
        state: waiting('new', 0),
      } as FieldRecord;
  }
}

const stored = (photos: PhotoRef[], { slot, fileId }: { slot: PhotoSlot; fileId: string }): PhotoRef[] =>
  photos.map((photo) => (photo.slot === slot ? { ...photo, fileId } : photo));

/** It is sure that the server has not taken it up. */
const isOnlyHere = ({ state, left }: FieldRecord): boolean =>
  state.is === 'refused' || state.is === 'conflict' || (state.is === 'waiting' && !left);

/** Written anew under another key. A conflict is decided, not written over. */
export const mayAmend = (record: FieldRecord): boolean => record.state.is !== 'conflict' && isOnlyHere(record);
export const mayDiscard = isOnlyHere;

/** Still to be sent, or waiting for its officer. */
export const isOpen = ({ state }: FieldRecord): boolean => state.is !== 'sent';

export const isDue = ({ state }: FieldRecord, now: number): boolean => state.is === 'waiting' && state.notBefore <= now;

/** What is sent: the body with the numbers that the server gave to the photos. */
export function requestBody(record: FieldRecord): FieldRecord['body'] {
  if (record.kind === 'visit') return record.body;
  const fileOf = (slot: PhotoSlot) => record.photos.find((photo) => photo.slot === slot)?.fileId ?? undefined;
  const [ballot] = record.body.ballots;
  const [photo, authorisation] = [fileOf('ballot'), fileOf('proxy')];
  return {
    ...record.body,
    ballots: [
      {
        ...ballot,
        ...(photo ? { photoFileId: photo } : {}),
        ...(ballot.proxy && authorisation ? { proxy: { ...ballot.proxy, fileId: authorisation } } : {}),
      },
    ],
  };
}
