import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/domain/accounts/roles';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Decision } from '@/lib/domain/kernel/result';
import { answerable, changesFor } from '@/lib/domain/notices/answer-objection';
import { completable } from '@/lib/domain/notices/complete';
import { recordingOf } from '@/lib/domain/notices/handed-in';
import { photoReasons } from '@/lib/domain/notices/photos';
import { againstEditing, againstWithdrawing, publishable, type ToPublish } from '@/lib/domain/notices/publish';
import { kindsOf, mayPublish } from '@/lib/domain/notices/publishers';
import { NOTICE_KINDS } from '@/lib/domain/notices/types';
import { FACTS } from './facts';

const codes = (decision: Decision<unknown>) => (decision.ok ? [] : decision.reasons.map(({ code }) => code));

describe('who publishes what', () => {
  it.each([
    ['list', ['county_bureau']],
    ['plan', ['county_bureau']],
    ['design', ['community', 'county_bureau', 'town']],
    ['result', ['community', 'county_bureau', 'town']],
  ] as const)('%s: %s', (kind, roles) => {
    expect(ROLES.filter((role) => mayPublish(role, kind)).sort()).toEqual(roles);
  });

  it('a community prepares designs and results only', () => {
    expect(kindsOf('community')).toEqual(['design', 'result']);
    expect(kindsOf('county_bureau')).toEqual([...NOTICE_KINDS]);
    expect(kindsOf('prefecture_bureau')).toEqual([]);
  });
});

describe('publishing', () => {
  const good: ToPublish = {
    kind: 'list',
    status: 'draft',
    days: 7,
    facts: FACTS,
    leastDays: 7,
    partsMissing: [],
    schemeFinal: false,
    roundStatus: null,
  };
  const scope = (more: Partial<ToPublish['facts']['scope']>) => ({
    facts: { ...FACTS, scope: { ...FACTS.scope, ...more } },
  });

  it.each([
    ['a list with its scope', {}, []],
    ['one that is out already', { status: 'published' }, ['notices.notDraft']],
    ['six days', { days: 6 }, ['notices.tooShort']],
    ['thirty days', { days: 30 }, []],
    ['no compound', scope({ compounds: 0 }), ['notices.noCompound']],
    ['no building', scope({ buildings: 0 }), ['notices.noBuildings']],
    ['no household and no owner', scope({ households: 0, owners: 0 }), ['notices.noOwners']],
    ['households whose owners nobody recorded', scope({ owners: 0 }), []],
    ['no area', scope({ area: '0.00' }), ['notices.noArea']],
    [
      'a design that is not final and lacks a part',
      { kind: 'design', partsMissing: ['工程预算'] },
      ['notices.schemeParts', 'notices.schemeNotFinal'],
    ],
    ['a final design', { kind: 'design', schemeFinal: true }, []],
    ['the result of an open round', { kind: 'result', roundStatus: 'open' }, ['notices.roundNotClosed']],
    ['the result of a closed round', { kind: 'result', roundStatus: 'closed' }, []],
    [
      'everything wrong at once',
      { status: 'published', days: 1, ...scope({ area: '0.00', buildings: 0 }) },
      ['notices.notDraft', 'notices.tooShort', 'notices.noBuildings', 'notices.noArea'],
    ],
  ] as [string, Partial<ToPublish>, string[]][])('%s', (_, more, expected) => {
    expect(codes(publishable({ ...good, ...more }))).toEqual(expected);
  });
});

describe('editing and withdrawing', () => {
  const said = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

  it('a draft is edited, and only a list names several compounds', () => {
    expect(againstEditing({ kind: 'list', status: 'draft' }, true)).toEqual([]);
    expect(said(againstEditing({ kind: 'plan', status: 'draft' }, true))).toEqual(['notices.onlyListNames']);
    expect(said(againstEditing({ kind: 'list', status: 'published' }, true))).toEqual(['notices.notDraft']);
  });

  it.each([
    ['draft', []],
    ['published', []],
    ['completed', ['notices.cannotWithdraw']],
    ['withdrawn', ['notices.cannotWithdraw']],
  ] as const)('one that is %s: %j', (status, expected) => expect(said(againstWithdrawing(status))).toEqual(expected));
});

describe('a picture of the posted paper', () => {
  const [startsOn, today] = [calendarDateOf('2026-11-26'), calendarDateOf('2026-11-30')];
  const file = { name: '张贴.jpg', isPicture: true, isAttached: false };
  const good = { status: 'published', startsOn, today, takenOn: '2026-11-26', file } as const;

  it.each([
    ['on the day of publication', good, []],
    ['today', { ...good, takenOn: '2026-11-30' }, []],
    ['before it was posted', { ...good, takenOn: '2026-11-25' }, ['notices.photoDay']],
    ['tomorrow', { ...good, takenOn: '2026-12-01' }, ['notices.photoDay']],
    ['of a draft', { ...good, status: 'draft', startsOn: null }, ['notices.notPublished']],
    [
      'that is none, and there already',
      { ...good, file: { ...file, isPicture: false, isAttached: true } },
      ['file.notPicture', 'file.attachedAlready'],
    ],
  ] as const)('%s', (_, photo, expected) => {
    expect(photoReasons(photo).map(({ code }) => code)).toEqual(expected);
  });
});

describe('completing', () => {
  const endsOn = calendarDateOf('2026-12-03');
  const good = { status: 'published', endsOn, openObjections: 0, photos: 1 } as const;
  const [last, after] = [endsOn, calendarDateOf('2026-12-04')];

  it('takes the day after the last, every answer and a photo', () => {
    expect(codes(completable(good, after))).toEqual([]);
    expect(codes(completable({ ...good, openObjections: 2, photos: 0 }, last))).toEqual([
      'notices.notOver',
      'notices.unanswered',
      'notices.noPhoto',
    ]);
  });

  it.each(['draft', 'completed', 'withdrawn'] as const)('nothing that is %s', (status) => {
    expect(codes(completable({ ...good, status }, after))).toEqual(['notices.notPublished']);
  });
});

describe('answering an objection', () => {
  const opened = new Date('2020-06-01T01:00:00Z');
  const closed = new Date('2020-06-30T09:05:00Z');
  const about = {
    round: 'closed',
    hasBallot: true,
    choice: 'agree',
    roundId: 'r',
    householdId: 'h',
    openedAt: opened,
    closedAt: closed,
    form: null,
  } as const;
  const open = { notice: 'published', answered: false, household: about } as const;
  const annul = { verdict: 'upheld', ballot: { change: 'annul' } } as const;

  it.each([
    ['dismissed', open, { verdict: 'dismissed', ballot: null }, []],
    ['upheld, and the ballot annulled', open, annul, []],
    [
      'upheld, and the ballot corrected',
      open,
      { verdict: 'upheld', ballot: { change: 'correct', choice: 'disagree' } },
      [],
    ],
    ['twice', { ...open, answered: true }, annul, ['notices.answeredAlready']],
    ['dismissed, and yet a change', open, { ...annul, verdict: 'dismissed' }, ['notices.dismissedChangesNothing']],
    ['about nobody', { ...open, household: null }, annul, ['notices.noHousehold']],
    ['after certification', { ...open, household: { ...about, round: 'certified' } }, annul, ['notices.roundOver']],
    [
      'of a household without a ballot',
      { ...open, household: { ...about, hasBallot: false, choice: null } },
      annul,
      ['notices.noBallot'],
    ],
    ['annulled before', { ...open, household: { ...about, choice: null } }, annul, ['notices.annulledAlready']],
    [
      'corrected to the same',
      open,
      { verdict: 'upheld', ballot: { change: 'correct', choice: 'agree' } },
      ['notices.sameChoice'],
    ],
    [
      'brought back after it was annulled',
      { ...open, household: { ...about, choice: null } },
      { verdict: 'upheld', ballot: { change: 'correct', choice: 'agree' } },
      [],
    ],
  ] as [string, Parameters<typeof answerable>[0], Parameters<typeof answerable>[1], string[]][])(
    '%s',
    (_, objection, answer, expected) => {
      expect(codes(answerable(objection, answer))).toEqual(expected);
    },
  );

  const states = [
    { hasBallot: false, choice: null },
    { hasBallot: true, choice: null },
    { hasBallot: true, choice: 'agree' },
  ] as const;
  const made = {
    annul: { change: 'annul' },
    correct: { change: 'correct', choice: 'disagree' },
    record: {
      change: 'record',
      choice: 'agree',
      channel: 'paper',
      photoFileId: 'f',
      collectedAt: '2020-06-15T04:00:00.000Z',
    },
  } as const;

  it.each(['draft', 'open', 'closed', 'certified', 'cancelled'] as const)(
    'offers what an answer may do, and nothing else: a round that is %s',
    (round) => {
      for (const state of states) {
        const household = { ...about, ...state, round };
        const taken = Object.values(made).filter(
          (ballot) => answerable({ ...open, household }, { verdict: 'upheld', ballot }).ok,
        );
        expect(changesFor(household)).toEqual(taken.map(({ change }) => change));
      }
      expect(changesFor(null)).toEqual([]);
    },
  );

  const never = { ...about, hasBallot: false, choice: null } as const;
  const form = { roundId: 'r', householdId: 'h', voided: false };
  const handedIn = {
    change: 'record',
    choice: 'agree',
    channel: 'paper',
    photoFileId: 'p',
    formNo: 'F-1',
    collectedAt: '2020-06-20T02:00:00Z',
  } as const;

  it.each([
    ['of a household that was never recorded', {}, {}, []],
    ['of one whose ballot was annulled', { hasBallot: true }, {}, []],
    ['without a form, such as a meeting’s', { form: null }, { formNo: undefined, channel: 'meeting' }, []],
    ['at the moment of closing', {}, { collectedAt: closed.toISOString() }, []],
    ['a minute after closing', {}, { collectedAt: '2020-06-30T09:06:00Z' }, ['notices.handedInLate']],
    ['before the round was opened', {}, { collectedAt: '2020-05-20T02:00:00Z' }, ['vote.collectedEarlier']],
    ['where one stands', { hasBallot: true, choice: 'disagree' }, {}, ['notices.ballotStands']],
    ['while the round is open', { round: 'open', closedAt: null }, {}, ['notices.recordWhileOpen']],
    ['after certification', { round: 'certified' }, {}, ['notices.roundOver']],
    ['after the round was cancelled', { round: 'cancelled' }, {}, ['notices.roundOver']],
    ['on a form that nobody printed', { form: null }, {}, ['vote.formUnknown']],
    ['on a form of another round', { form: { ...form, roundId: 'o' } }, {}, ['vote.formOfOtherRound']],
    ['on another household’s form', { form: { ...form, householdId: 'o' } }, {}, ['vote.formOfOtherHome']],
    ['on a form that is void', { form: { ...form, voided: true } }, {}, ['vote.formVoid']],
    [
      'with nothing that proves it',
      { form: null },
      { photoFileId: undefined, collectedAt: undefined },
      ['notices.handedInPhoto', 'notices.handedInWhen', 'vote.formUnknown'],
    ],
  ] as [string, object, object, string[]][])('records what had been handed in, %s', (_, home, said, expected) => {
    const household = { ...never, form, ...home };
    const answer = { verdict: 'upheld', ballot: { ...handedIn, ...said } } as const;
    expect(codes(answerable({ ...open, household }, answer))).toEqual(expected);
  });

  it('says when it was collected and when the round was closed, by the clock of the office', () => {
    const answer = { verdict: 'upheld', ballot: { ...handedIn, collectedAt: '2020-06-30T16:00:00Z' } } as const;
    const said = answerable({ ...open, household: { ...never, form } }, answer);
    expect(said.ok ? [] : said.reasons).toMatchObject([
      { params: { found: '2020-07-01 00:00', expected: '2020-06-30 17:05' }, field: 'ballot.collectedAt' },
    ]);
  });

  it('becomes a first ballot, or the one after an annulled one, with the reply as its reason', () => {
    const facts = { householdId: 'h', annulledId: null, reply: '漏登' };
    expect(recordingOf(handedIn, facts)).toMatchObject({ kind: 'recorded', replacesId: null, reason: '漏登' });
    const again = recordingOf(handedIn, { ...facts, annulledId: 'b' });
    expect(again).toMatchObject({ kind: 'corrected', replacesId: 'b', input: { householdId: 'h', formNo: 'F-1' } });
    expect(again.collectedAt).toEqual(new Date(handedIn.collectedAt));
    expect(again.input).not.toHaveProperty('change');
  });
});
