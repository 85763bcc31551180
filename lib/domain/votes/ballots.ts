import { type Reason, reason } from '../kernel/result';
import type { BallotInput } from './schema';
import type { BallotKind, Choice, RoundNumber, RoundStatus } from './types';

/** What is known about one ballot that is handed in, at the moment when nobody else can write into the round. */
export interface BallotFacts {
  /** the household stands in the frozen roll */
  inRoll: boolean;
  /** what stands for it; choice null: annulled */
  standing: { ballotId: string; choice: Choice | null } | null;
  /** the form of that number, as far as the officer's territory knows it */
  form: { roundId: string; householdId: string; voided: boolean } | null;
}

export interface RoundAtHand {
  id: string;
  status: RoundStatus;
  round: RoundNumber;
  /** codes of the menu of its rule book */
  menu: ReadonlySet<string>;
  openedAt: Date;
  now: Date;
}

/** What a ballot becomes: the first, a correction of what stands, or one kept beside it. */
export interface Recording {
  input: BallotInput;
  kind: BallotKind;
  replacesId: string | null;
  besideId: string | null;
  reason: string | null;
  collectedAt: Date;
}

export interface Judged {
  recordings: Recording[];
  reasons: Reason[];
  /** handed in for households whose ballot stands already: the first of each is the other officer's */
  taken: { at: number; ballotId: string }[];
}

const AGAIN = '作废后重新登记';
const MINUTES = 60_000;
/** Watches differ; what is stated within this of the server's time is taken as stated. */
const TOLERANCE = 5 * MINUTES;

/** A form that was signed before the roll was frozen belongs to another round. */
export const isBeforeOpening = (stated: number, openedAt: Date): boolean =>
  stated < openedAt.getTime() - 24 * 60 * MINUTES;

/**
 * Which of the ballots may be recorded (domain.md §4): the round is open, the household stands in its roll, the form is this household's
 * of this round and good, a correction names what stands and says why, wishes belong to round 1. All reasons, each at its field.
 */
export function judgeBallots(
  round: RoundAtHand,
  inputs: readonly BallotInput[],
  facts: readonly BallotFacts[],
): Judged {
  const judged: Judged = { recordings: [], reasons: [], taken: [] };
  if (round.status !== 'open') {
    judged.reasons.push(reason(`vote.roundNotOpen.${round.status}`, undefined, { clause: 'P三(三)5' }));
    return judged;
  }
  const seen = new Map<string, number>();
  for (const [at, input] of inputs.entries()) {
    const known = facts[at];
    const field = (name: string) => ({ field: `ballots.${at}.${name}` });
    if (!known?.inRoll) {
      judged.reasons.push(reason('vote.notInRoll', undefined, field('householdId')));
      continue;
    }
    const before = seen.get(input.householdId);
    seen.set(input.householdId, at);
    if (before !== undefined)
      judged.reasons.push(reason('vote.twiceInRequest', { first: before + 1, second: at + 1 }, field('householdId')));
    judged.reasons.push(
      ...formReasons(round, input, known, field),
      ...wishReasons(round, input, field),
      ...timeReasons(round, input, field),
    );
    const bound = bind(input, known);
    if (bound === 'taken') judged.taken.push({ at, ballotId: known.standing?.ballotId ?? '' });
    else if ('code' in bound) judged.reasons.push({ ...bound, ...field('replaces') });
    else judged.recordings.push({ input, ...bound, collectedAt: collectedAt(round, input) });
  }
  return judged;
}

type Bound = Pick<Recording, 'kind' | 'replacesId' | 'besideId' | 'reason'>;

/** What stands decides what this one is; two officers who recorded the same household are both told. */
function bind(input: BallotInput, { standing }: BallotFacts): Bound | Reason | 'taken' {
  const why = input.reason ?? null;
  const wanted = input.replaces ?? input.beside;
  if (!wanted) {
    if (!standing) return { kind: 'recorded', replacesId: null, besideId: null, reason: null };
    if (standing.choice !== null) return 'taken';
    return { kind: 'corrected', replacesId: standing.ballotId, besideId: null, reason: why ?? AGAIN };
  }
  if (standing?.ballotId !== wanted) return reason('vote.notWhatStands');
  if (!why) return reason('vote.reasonMissing');
  return input.replaces
    ? { kind: 'corrected', replacesId: wanted, besideId: null, reason: why }
    : { kind: 'noted', replacesId: null, besideId: wanted, reason: why };
}

type Field = (name: string) => { field: string };

/** A form is good for one household of one round, while it is not void. */
export function formReasons(
  round: Pick<RoundAtHand, 'id'>,
  { formNo: found, householdId }: Pick<BallotInput, 'formNo' | 'householdId'>,
  { form }: Pick<BallotFacts, 'form'>,
  field: Field,
): Reason[] {
  if (!found) return [];
  const where = field('formNo');
  if (!form) return [reason('vote.formUnknown', { found }, where)];
  if (form.roundId !== round.id) return [reason('vote.formOfOtherRound', { found }, where)];
  if (form.householdId !== householdId) return [reason('vote.formOfOtherHome', { found }, where)];
  return form.voided ? [reason('vote.formVoid', { found }, where)] : [];
}

function wishReasons(round: RoundAtHand, { wanted = [], problems }: BallotInput, field: Field): Reason[] {
  if (round.round === 2 && (wanted.length > 0 || problems))
    return [reason('vote.wishesInRoundTwo', undefined, field('wanted'))];
  const unknown = wanted.filter((code) => !round.menu.has(code));
  return unknown.map((found) => reason('vote.itemUnknown', { found }, field('wanted')));
}

/** A day that somebody typed is held against the round; a phone's clock is kept as it states it and decides nothing. */
function timeReasons(round: RoundAtHand, input: BallotInput, field: Field): Reason[] {
  if (!input.collectedAt || input.deviceAt) return [];
  const stated = Date.parse(input.collectedAt);
  if (stated > round.now.getTime() + TOLERANCE) return [reason('vote.collectedLater', undefined, field('collectedAt'))];
  return isBeforeOpening(stated, round.openedAt)
    ? [reason('vote.collectedEarlier', undefined, field('collectedAt'))]
    : [];
}

/** As stated where that can be; else the server's time counts. */
function collectedAt(round: RoundAtHand, input: BallotInput): Date {
  const stated = input.collectedAt ?? input.deviceAt;
  if (!stated) return round.now;
  const time = Date.parse(stated);
  const possible = time <= round.now.getTime() + TOLERANCE && !isBeforeOpening(time, round.openedAt);
  return possible ? new Date(time) : round.now;
}

/** Photos that are named are pictures of the officer's own territory: those whose hash is known. */
export function evidenceReasons(
  inputs: readonly Pick<BallotInput, 'photoFileId' | 'proxy'>[],
  known: ReadonlyMap<string, string>,
  where = (at: number) => `ballots.${at}`,
): Reason[] {
  const unknown = (fileId: string | undefined, field: string): Reason[] =>
    fileId && !known.has(fileId) ? [reason('vote.photoUnknown', undefined, { field })] : [];
  return inputs.flatMap(({ photoFileId, proxy }, at) => [
    ...unknown(photoFileId, `${where(at)}.photoFileId`),
    ...unknown(proxy?.fileId, `${where(at)}.proxy.fileId`),
  ]);
}
