import { today } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { type BallotFacts, formReasons, isBeforeOpening, type Recording } from '../votes/ballots';
import type { HandedIn } from './schema';

/** What a ballot that had been handed in is held against. */
export interface HandedInFacts {
  roundId: string;
  householdId: string;
  openedAt: Date | null;
  closedAt: Date | null;
  /** the form of the number that is stated */
  form: BallotFacts['form'];
}

const field = (name: string) => ({ field: `ballot.${name}` });

const HOURS = 3_600_000;
/** Day and minute as the clock of the office shows them. */
const minute = (at: Date) => `${today(at)} ${new Date(at.getTime() + 8 * HOURS).toISOString().slice(11, 16)}`;

function timeReasons({ collectedAt }: HandedIn, { openedAt, closedAt }: HandedInFacts): Reason[] {
  const where = field('collectedAt');
  if (!collectedAt) return [reason('notices.handedInWhen', undefined, where)];
  const stated = new Date(collectedAt);
  if (closedAt && stated > closedAt)
    return [
      reason(
        'notices.handedInLate',
        { found: minute(stated), expected: minute(closedAt) },
        { ...where, clause: 'P三(三)5' },
      ),
    ];
  return openedAt && isBeforeOpening(stated.getTime(), openedAt)
    ? [reason('vote.collectedEarlier', undefined, where)]
    : [];
}

/**
 * Which ballot may still be recorded for a household of which nothing stands when the round is closed (domain.md §4): one that was there
 * before closing. Its photo proves it, a form is this household's of this round and good.
 */
export function handedInReasons(ballot: HandedIn, facts: HandedInFacts): Reason[] {
  const { roundId: id, householdId } = facts;
  return [
    ...(ballot.photoFileId ? [] : [reason('notices.handedInPhoto', undefined, field('photoFileId'))]),
    ...timeReasons(ballot, facts),
    ...formReasons({ id }, { formNo: ballot.formNo, householdId }, facts, field),
  ];
}

interface Behind {
  householdId: string;
  /** what stands, where a former ballot was annulled */
  annulledId: string | null;
  reply: string;
}

/** A household's first ballot, or the one that comes after an annulled one; the reply says why. */
export function recordingOf({ change: _, ...ballot }: HandedIn, { householdId, annulledId, reply }: Behind): Recording {
  return {
    input: { ...ballot, householdId },
    kind: annulledId ? 'corrected' : 'recorded',
    replacesId: annulledId,
    besideId: null,
    reason: reply,
    // stated, or it was refused
    collectedAt: new Date(ballot.collectedAt ?? Number.NaN),
  };
}
