import type { ReportAnswer } from '../progress/answers';
import { reportDifferences } from '../progress/differences';
import { contentOfBody } from '../progress/filled';
import type { BallotView } from '../votes/answers';
import type { BallotInput } from '../votes/schema';
import { requestBody } from './bodies';
import type { FieldRecord, ReportRecord } from './types';

/** The household's ballot is this very one: it had arrived, and its answer was lost longer ago than keys are kept. */
export const isOurs = (theirs: BallotView, yours: BallotInput, accountId: string): boolean =>
  theirs.recordedBy.id === accountId &&
  theirs.householdId === yours.householdId &&
  theirs.choice === yours.choice &&
  theirs.deviceAt !== null &&
  yours.deviceAt !== undefined &&
  Date.parse(theirs.deviceAt) === Date.parse(yours.deviceAt);

/** The report says there what was to be said here, by whomever: kept, or sent where it was to be sent. */
export function isThere(theirs: ReportAnswer, record: ReportRecord): boolean {
  if (!record.body) return false;
  if (record.act === 'submit' && theirs.status !== 'submitted' && theirs.status !== 'accepted') return false;
  const { stage } = theirs.content;
  const [there, here] = [
    contentOfBody(theirs.content, stage),
    contentOfBody(requestBody({ ...record, body: record.body }), stage),
  ];
  const { fields, items, photos } = reportDifferences(there, here);
  return fields.length + items.length + photos.length === 0 && there.photos.length === here.photos.length;
}

/** What a server that has something else there says of a record: it is ours all the same, somebody else's, or nothing of the kind. */
export function clashOf(
  record: FieldRecord,
  theirs: unknown,
  accountId: string,
):
  | { is: 'ours'; madeId: string | null; version: number | null }
  | { is: 'theirs'; theirs: BallotView | ReportAnswer }
  | null {
  if (record.kind === 'ballot') {
    const [first] = Array.isArray(theirs) ? (theirs as BallotView[]) : [];
    if (!first) return null;
    return isOurs(first, record.body.ballots[0], accountId)
      ? { is: 'ours', madeId: first.id, version: null }
      : { is: 'theirs', theirs: first };
  }
  if (record.kind !== 'report' || typeof theirs !== 'object' || theirs === null || !('content' in theirs)) return null;
  const there = theirs as ReportAnswer;
  return isThere(there, record)
    ? { is: 'ours', madeId: there.id, version: there.version }
    : { is: 'theirs', theirs: there };
}
