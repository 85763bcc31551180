import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { step } from '@/lib/domain/field/machine';
import { homesNow, sumsNow, testOf, verdictNow } from '@/lib/domain/field/overlay';
import { ballotRecord, visitRecord } from '@/lib/domain/field/record';
import type { BallotRecord, FieldRecord, TakenRound } from '@/lib/domain/field/types';
import type { BallotView, RoundPackage, VerdictView, VoteHome } from '@/lib/domain/votes/answers';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';

const home = (id: string, more: Partial<VoteHome> = {}): VoteHome => ({
  id,
  buildingId: 'b1',
  buildingName: '1栋',
  unitNo: '1',
  room: id,
  storey: 1,
  area: '88.33',
  voter: Number(id),
  voterDwellings: 1,
  owners: [],
  ballotId: null,
  choice: null,
  checked: false,
  door: null,
  doorOn: null,
  formNo: null,
  ...more,
});

const measure = (of: VerdictView['measures'][number]['of'], threshold: string, strict = false) => ({
  of,
  part: '0',
  whole: '1',
  threshold,
  strict,
  percent: null,
  reached: false,
  missing: null,
});
const named = { name: '本办法', nameEn: 'This policy', clause: 'P三(三)5', passed: false };
const OF_ALL: VerdictView = {
  test: 'two-thirds',
  decides: true,
  ...named,
  measures: [measure('households', '2/3'), measure('area', '2/3')],
};
const OF_PARTICIPANTS: VerdictView = {
  test: 'civil-code',
  decides: false,
  ...named,
  measures: [
    measure('participantOwners', '2/3'),
    measure('participantArea', '2/3'),
    measure('agreeingOwners', '1/2', true),
    measure('agreeingArea', '1/2', true),
  ],
};

const taken = (homes: VoteHome[], askedAt = 1_000): TakenRound => ({
  id: 'round',
  title: '东苑',
  takenAt: askedAt,
  askedAt,
  gone: null,
  package: {
    round: { id: 'round', code: 'R1', round: 1, attempt: 1, status: 'open' },
    homes,
    verdicts: [OF_ALL, OF_PARTICIPANTS],
  } as unknown as RoundPackage,
});

const recorded = (id: string, choice: Choice, now = 2_000, more = {}): BallotRecord =>
  ballotRecord(
    { id: `r${id}-${now}`, key: `k${now}`, now, roundId: 'round', household: { id, where: id } },
    { choice, channel: 'door', ...more },
    [],
  );
const sent = (record: BallotRecord, at: number): FieldRecord => ({
  ...record,
  state: { is: 'sent', at, madeId: 'mine', version: null },
});

describe('what the device knows of a household', () => {
  test('what was recorded here counts at once, the last of several', () => {
    const [first] = homesNow(taken([home('1')]), [recorded('1', 'agree', 2_000), recorded('1', 'disagree', 3_000)]);
    expect(first).toMatchObject({ choice: 'disagree', ballotId: null });
  });

  test('what the server refused does not count, and is pointed at', () => {
    const refused: BallotRecord = {
      ...recorded('1', 'agree'),
      state: { is: 'refused', at: 1, code: 'x', sentences: [] },
    };
    const [first] = homesNow(taken([home('1', { choice: 'abstain' })]), [refused]);
    expect(first).toMatchObject({ choice: 'abstain', record: { id: refused.id } });
  });

  test('of two officers’ ballots theirs stands until it is decided', () => {
    const theirs = { id: 'theirs', choice: 'disagree' } as BallotView;
    const clash: BallotRecord = { ...recorded('1', 'agree'), state: { is: 'conflict', at: 1, theirs } };
    expect(homesNow(taken([home('1')]), [clash])[0]).toMatchObject({ choice: 'disagree', ballotId: 'theirs' });
    const kept = step(clash, { is: 'decided', whose: 'theirs', reason: '核实', key: 'k2' });
    expect(homesNow(taken([home('1', { choice: 'disagree' })]), [kept])[0]).toMatchObject({ choice: 'disagree' });
  });

  test('a package that was asked for after the arrival is newer than the record', () => {
    const arrived = sent(recorded('1', 'agree'), 5_000);
    expect(homesNow(taken([home('1')], 4_000), [arrived])[0]).toMatchObject({ choice: 'agree', ballotId: 'mine' });
    const corrected = home('1', { choice: 'abstain', ballotId: 'later' });
    expect(homesNow(taken([corrected], 6_000), [arrived])[0]).toMatchObject({
      choice: 'abstain',
      ballotId: 'later',
      record: null,
    });
  });

  test('a knock is kept beside the vote', () => {
    const knock = visitRecord(
      { id: 'v', key: 'k', now: 2_000, roundId: 'round', household: { id: '1', where: '1' } },
      { outcome: 'nobody_in', note: '' },
    );
    expect(knock.body).toEqual({ visits: [{ householdId: '1', outcome: 'nobody_in' }] });
    expect(homesNow(taken([home('1')]), [knock])[0]).toMatchObject({ choice: null, door: 'nobody_in', record: null });
  });

  test('what was recorded in another round is no matter of this one', () => {
    const other = { ...recorded('1', 'agree'), roundId: 'another' };
    expect(homesNow(taken([home('1')]), [other])[0]?.choice).toBeNull();
  });
});

describe('the count on the device', () => {
  test('200 of 300 dwellings of 88.33 m² are exactly two thirds and pass, one fewer fails (domain.md §4)', () => {
    const homes = Array.from({ length: 300 }, (_, index) => home(String(index)));
    const judged = (agreeing: number) => {
      const round = taken(homes);
      const records = homes.slice(0, agreeing).map(({ id }) => recorded(id, 'agree'));
      return verdictNow(round.package as RoundPackage, sumsNow(homesNow(round, records)));
    };
    expect(judged(200)).toMatchObject({ passed: true, test: 'two-thirds' });
    const short = judged(199);
    expect(short?.passed).toBe(false);
    expect(short?.measures.map(({ missing }) => missing)).toEqual([1n, 8_833n]);
  });

  test('both tests come out of the package as the rule book holds them', () => {
    expect(testOf(OF_ALL)).toMatchObject({ form: 'of-all', area: { numerator: 2, denominator: 3 } });
    expect(testOf(OF_PARTICIPANTS)).toMatchObject({
      form: 'of-participants',
      agreement: { owners: { numerator: 1, denominator: 2 }, strict: true },
    });
    expect(testOf({ ...OF_ALL, measures: [] })).toBeNull();
  });

  test('it is the same whether ballots are in the package or only here', () => {
    const choices = fc.array(fc.option(fc.constantFrom(...CHOICES), { nil: null }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(choices, choices, (inPackage, here) => {
        const homes = inPackage.map((choice, index) => home(String(index), { choice }));
        const records = here
          .slice(0, homes.length)
          .flatMap((choice, index) => (choice ? [recorded(String(index), choice)] : []));
        const all = homes.map((one, index) => ({ ...one, choice: here[index] ?? one.choice }));
        expect(sumsNow(homesNow(taken(homes), records))).toEqual(sumsNow(homesNow(taken(all), [])));
      }),
    );
  });
});
