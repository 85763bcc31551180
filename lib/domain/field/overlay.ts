import { parseHundredths } from '../kernel/hundredths';
import { ratioFrom } from '../kernel/ratio';
import type { VoteTest } from '../rulebook/schema';
import type { MeasureView, RoundPackage, VerdictView, VoteHome } from '../votes/answers';
import { judge, type Standing, sumsOf, type Verdict } from '../votes/count';
import type { Choice, Door, RollHousehold, Sums } from '../votes/types';
import { type BallotRecord, type DoorRecord, type FieldRecord, isAtDoor, type TakenRound } from './types';

/** A household as this device knows it: the package, and what was recorded here since. */
export interface FieldHome extends Omit<VoteHome, 'ballotId' | 'choice' | 'door'> {
  choice: Choice | null;
  door: Door | null;
  /** the server's ballot that stands, as far as it is known here */
  ballotId: string | null;
  /** the last ballot recorded here, unless the package is newer than its arrival */
  record: BallotRecord | null;
}

/** What the server has told since it arrived is newer than the record. */
export const isOlderThan = ({ state }: FieldRecord, { askedAt }: { askedAt: number }): boolean =>
  state.is === 'sent' && state.at < askedAt;

const last = <T extends FieldRecord>(records: readonly T[]): T | undefined =>
  records.reduce<T | undefined>((found, one) => (found && found.createdAt > one.createdAt ? found : one), undefined);

/** What would count if everything here arrived: refused ones do not, and of two officers' ballots theirs stands until it is decided. */
function choiceOf(home: VoteHome, record: BallotRecord | null): Choice | null {
  if (!record || record.state.is === 'refused') return home.choice;
  if (record.state.is === 'conflict') return record.state.theirs.choice;
  const [ballot] = record.body.ballots;
  return ballot.beside ? home.choice : ballot.choice;
}

function ballotOf(home: VoteHome, record: BallotRecord | null): string | null {
  if (record?.state.is === 'conflict') return record.state.theirs.id;
  const isCounted = record?.state.is === 'sent' && !record.body.ballots[0].beside;
  return (isCounted && record.state.is === 'sent' ? record.state.madeId : null) ?? home.ballotId;
}

function doorOf(home: VoteHome, mine: readonly DoorRecord[]): Door | null {
  const visit = last(mine.filter((record) => record.kind === 'visit' && record.state.is !== 'refused'));
  return (visit?.kind === 'visit' ? visit.body.visits[0]?.outcome : undefined) ?? home.door;
}

/** Every household of the roll, in the package's order. */
export function homesNow(round: TakenRound, records: readonly FieldRecord[]): FieldHome[] {
  const byHome = new Map<string, DoorRecord[]>();
  for (const record of records.filter(isAtDoor)) {
    if (record.roundId !== round.id || isOlderThan(record, round)) continue;
    byHome.set(record.household.id, [...(byHome.get(record.household.id) ?? []), record]);
  }
  return (round.package?.homes ?? []).map((home) => {
    const mine = byHome.get(home.id) ?? [];
    const record = last(mine.filter((one) => one.kind === 'ballot')) ?? null;
    return {
      ...home,
      record,
      choice: choiceOf(home, record),
      ballotId: ballotOf(home, record),
      door: doorOf(home, mine),
    };
  });
}

const rollOf = (homes: readonly FieldHome[]): RollHousehold[] =>
  homes.map(({ id, area, voter }) => ({ id, voter, area: parseHundredths(area) ?? 0n }));

const standingOf = (homes: readonly FieldHome[]): Standing =>
  new Map(homes.flatMap(({ id, choice }) => (choice ? [[id, choice] as const] : [])));

export const sumsNow = (homes: readonly FieldHome[]): Sums => sumsOf(rollOf(homes), standingOf(homes));

/** The package tells each test by its measures; as the rule book holds it, so that the same count judges here and on the server. */
export function testOf({ test, name, nameEn, clause, measures }: VerdictView): VoteTest | null {
  const of = (what: MeasureView['of']) => measures.find((measure) => measure.of === what);
  const common = { code: test, name, nameEn, clause };
  const [households, area] = [of('households'), of('area')];
  if (households && area)
    return { form: 'of-all', ...common, households: ratioFrom(households.threshold), area: ratioFrom(area.threshold) };
  const [owners, part] = [of('participantOwners'), of('participantArea')];
  const [agreeing, agreed] = [of('agreeingOwners'), of('agreeingArea')];
  if (!owners || !part || !agreeing || !agreed) return null;
  return {
    form: 'of-participants',
    ...common,
    participation: { owners: ratioFrom(owners.threshold), area: ratioFrom(part.threshold) },
    agreement: { owners: ratioFrom(agreeing.threshold), area: ratioFrom(agreed.threshold), strict: agreeing.strict },
  };
}

/** The test of the programme year, judged over what is known here. */
export function verdictNow(
  { verdicts }: RoundPackage,
  sums: Sums,
): (Verdict & { name: string; nameEn: string }) | null {
  const deciding = verdicts.find(({ decides }) => decides) ?? verdicts[0];
  const test = deciding && testOf(deciding);
  return deciding && test ? { ...judge(test, sums), name: deciding.name, nameEn: deciding.nameEn } : null;
}
