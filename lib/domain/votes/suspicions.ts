import { today } from '../kernel/calendar-date';
import type { Suspicion } from './answers';
import type { BallotSource, Channel, Choice } from './types';

/** A ballot as it was recorded, as far as something about it may look odd. In the order of the chain. */
export interface SeenBallot {
  id: string;
  householdId: string;
  choice: Choice;
  channel: Channel;
  source: BallotSource;
  recordedBy: string;
  recordedAt: Date;
  /** as stated */
  collectedAt: Date;
  deviceAt: Date | null;
  formSerial: number | null;
  formPrintedAt: Date | null;
  photoSha256: string | null;
  /** other households anywhere whose ballot has the same photo */
  samePhoto: number;
}

/** Faster than this from one ballot to the next, by hand, and nobody can have looked at a form or asked at a door. */
const FASTEST_SECONDS = 3;
const IN_A_ROW = 5;
const FEWEST = 20;
const CLOCK_OFF = 86_400_000;

/** All ballots that stand, in figures. */
export interface Whole {
  ballots: number;
  accounts: number;
  /** one of the accounts by name */
  name: string;
  agree: number;
}

const wholeOf = (ballots: readonly SeenBallot[]): Whole => ({
  ballots: ballots.length,
  accounts: new Set(ballots.map(({ recordedBy }) => recordedBy)).size,
  name: '',
  agree: ballots.filter(({ choice }) => choice === 'agree').length,
});

/**
 * Signs that somebody should look at a round: none proves anything, and none is judged by itself. Of piles without form and photo only the
 * figures of the whole tell anything: they may be left out of `ballots`.
 */
export function suspicionsOf(ballots: readonly SeenBallot[], roll: number, whole = wholeOf(ballots)): Suspicion[] {
  return [
    ...tooFast(ballots),
    ...oneAccount(whole),
    ...unanimous(whole, roll),
    ...formOrder(ballots),
    ...formEarly(ballots),
    ...photoRepeated(ballots),
    ...clockOff(ballots),
  ];
}

const found = (code: Suspicion['code'], of: readonly SeenBallot[], params: Suspicion['params'] = {}): Suspicion[] =>
  of.length === 0 ? [] : [{ code, count: of.length, params, ballotIds: of.map(({ id }) => id) }];

/** Single recordings of one account, five and more in a row with less than three seconds between each. Piles and sheets are no single recordings. */
function tooFast(ballots: readonly SeenBallot[]): Suspicion[] {
  const hasty: SeenBallot[] = [];
  const runs = new Map<string, SeenBallot[]>();
  const close = (run: SeenBallot[] | undefined) => {
    if (run && run.length >= IN_A_ROW) hasty.push(...run);
  };
  for (const ballot of ballots) {
    if (ballot.source !== 'single') continue;
    const run = runs.get(ballot.recordedBy);
    const last = run?.at(-1);
    if (run && last && ballot.recordedAt.getTime() - last.recordedAt.getTime() < FASTEST_SECONDS * 1000)
      run.push(ballot);
    else {
      close(run);
      runs.set(ballot.recordedBy, [ballot]);
    }
  }
  for (const run of runs.values()) close(run);
  return found('tooFast', hasty, { seconds: FASTEST_SECONDS });
}

const oneAccount = ({ ballots, accounts, name }: Whole): Suspicion[] =>
  ballots >= FEWEST && accounts === 1 ? [{ code: 'oneAccount', count: ballots, params: { name }, ballotIds: [] }] : [];

const unanimous = ({ ballots, agree }: Whole, roll: number): Suspicion[] =>
  ballots >= FEWEST && ballots === roll && agree === ballots
    ? [{ code: 'unanimous', count: ballots, params: {}, ballotIds: [] }]
    : [];

/** Forms that come back one after the other in exactly the order they were printed in: nobody goes from door to door like that. */
function formOrder(ballots: readonly SeenBallot[]): Suspicion[] {
  const forms = ballots.filter(({ formSerial, channel }) => formSerial !== null && channel !== 'meeting');
  let run: SeenBallot[] = [];
  let longest: SeenBallot[] = [];
  for (const ballot of forms) {
    const last = run.at(-1);
    run =
      last && ballot.formSerial === (last.formSerial ?? 0) + 1 && ballot.recordedBy === last.recordedBy
        ? [...run, ballot]
        : [ballot];
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= FEWEST ? found('formOrder', longest) : [];
}

/** Forms that came back on a day before they were printed: that paper was not in that hand. */
const formEarly = (ballots: readonly SeenBallot[]): Suspicion[] =>
  found(
    'formEarly',
    ballots.filter(({ formPrintedAt, collectedAt }) => formPrintedAt && today(collectedAt) < today(formPrintedAt)),
  );

const photoRepeated = (ballots: readonly SeenBallot[]): Suspicion[] =>
  found(
    'photoRepeated',
    ballots.filter(({ photoSha256, samePhoto }) => photoSha256 !== null && samePhoto > 0),
  );

const clockOff = (ballots: readonly SeenBallot[]): Suspicion[] =>
  found(
    'clockOff',
    ballots.filter(
      ({ deviceAt, recordedAt }) => deviceAt !== null && deviceAt.getTime() - recordedAt.getTime() > CLOCK_OFF,
    ),
  );
