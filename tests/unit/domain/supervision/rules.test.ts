import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDateOf, today as dayOf, endOfDay } from '@/lib/domain/kernel/calendar-date';
import {
  againstAnswer,
  againstClosing,
  againstIssuing,
  againstProlonging,
  againstReminding,
  againstReturn,
  againstWithdrawing,
} from '@/lib/domain/supervision/rules';
import { isLate, standingOf } from '@/lib/domain/supervision/standing';
import { SUPERVISION_STATES, type SupervisionFacts, type SupervisionState } from '@/lib/domain/supervision/types';

const day = calendarDateOf;
const facts = (status: SupervisionState, more: Partial<SupervisionFacts> = {}): SupervisionFacts => ({
  status,
  issuedOn: day('2020-05-01'),
  limitOn: day('2020-05-20'),
  remindedOn: null,
  today: day('2020-05-10'),
  ...more,
});
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code.replace('supervision.', ''));
const issuing = {
  countyId: 'lufeng',
  issuedOn: day('2020-05-10'),
  limitOn: day('2020-05-20'),
  projects: [],
  today: day('2020-05-10'),
  numberUsedBy: null,
};
const project = { id: 'p', name: '文化路片区', countyId: 'lufeng', status: 'active' as const };

describe('issuing a notice', () => {
  it('is free of reasons when number, days and projects are right', () =>
    expect(againstIssuing({ ...issuing, projects: [project] })).toEqual([]));

  it('on the very day of its limit it can still be met', () =>
    expect(againstIssuing({ ...issuing, limitOn: day('2020-05-10') })).toEqual([]));

  it('says all that is against it at once', () => {
    const reasons = againstIssuing({
      ...issuing,
      issuedOn: day('2020-05-11'),
      limitOn: day('2020-05-09'),
      projects: [
        { ...project, countyId: 'shuangbai' },
        { ...project, status: 'withdrawn' },
      ],
      numberUsedBy: { county: '双柏县', title: '关于开工的督办通知' },
    });
    expect(codes(reasons)).toEqual([
      'numberUsed',
      'issuedInFuture',
      'limitBeforeIssue',
      'limitPast',
      'projectElsewhere',
      'projectWithdrawn',
    ]);
    expect(reasons[0]).toMatchObject({ field: 'documentNo', params: { county: '双柏县', name: '关于开工的督办通知' } });
  });

  it('a paper of last week can be entered with a limit of today, not of yesterday', () => {
    const late = { ...issuing, issuedOn: day('2020-05-03') };
    expect(codes(againstIssuing({ ...late, limitOn: day('2020-05-10') }))).toEqual([]);
    expect(codes(againstIssuing({ ...late, limitOn: day('2020-05-09') }))).toEqual(['limitPast']);
  });
});

/** Each act in each state: nothing, or the one reason why not. */
const ACTS = {
  answer: (state: SupervisionState) => againstAnswer(facts(state), { statedOn: day('2020-05-09') }),
  return: (state: SupervisionState) => againstReturn(facts(state), { limitOn: null }),
  prolong: (state: SupervisionState) => againstProlonging(facts(state), { limitOn: day('2020-05-30') }),
  remind: (state: SupervisionState) => againstReminding(facts(state)),
  close: (state: SupervisionState) => againstClosing(facts(state)),
  withdraw: (state: SupervisionState) => againstWithdrawing(facts(state)),
};

describe('whose turn it is decides what can be done', () => {
  const [none, answered, waits, closed, gone] = [
    '',
    'answeredAlready',
    'notAnswered',
    'closedAlready',
    'withdrawnAlready',
  ];
  const table: [keyof typeof ACTS, string[]][] = [
    ['answer', [none, answered, none, closed, gone]],
    ['remind', [none, answered, none, closed, gone]],
    ['prolong', [none, answered, none, closed, gone]],
    ['return', [waits, none, waits, closed, gone]],
    ['close', [waits, none, waits, closed, gone]],
    ['withdraw', [none, none, none, closed, gone]],
  ];
  it.each(table)('%s', (act, wanted) =>
    expect(SUPERVISION_STATES.map((state) => codes(ACTS[act](state)).join(','))).toEqual(wanted),
  );
});

describe('answering', () => {
  it('late is taken; a day to come or before the paper is not', () => {
    const late = facts('issued', { today: day('2020-06-01') });
    expect(codes(againstAnswer(late, { statedOn: day('2020-06-01') }))).toEqual([]);
    expect(codes(againstAnswer(late, { statedOn: day('2020-06-02') }))).toEqual(['statedInFuture']);
    expect(codes(againstAnswer(late, { statedOn: day('2020-04-30') }))).toEqual(['statedBeforeIssue']);
  });
});

describe('limits are only put off', () => {
  it('a return after the limit asks for another one', () => {
    const after = facts('answered', { today: day('2020-05-21') });
    expect(codes(againstReturn(after, { limitOn: null }))).toEqual(['limitOver']);
    expect(codes(againstReturn(after, { limitOn: day('2020-05-21') }))).toEqual([]);
    expect(codes(againstReturn(facts('answered', { today: day('2020-05-20') }), { limitOn: null }))).toEqual([]);
  });

  it('not earlier, not the same, not a day that is over', () => {
    const late = facts('issued', { today: day('2020-06-01') });
    expect(codes(againstProlonging(late, { limitOn: day('2020-05-20') }))).toEqual(['limitNotLater', 'limitPast']);
    expect(codes(againstProlonging(late, { limitOn: day('2020-05-25') }))).toEqual(['limitPast']);
    expect(codes(againstProlonging(late, { limitOn: day('2020-06-01') }))).toEqual([]);
  });

  it('a county is reminded once a day', () => {
    expect(codes(againstReminding(facts('issued', { remindedOn: day('2020-05-10') })))).toEqual(['remindedToday']);
    expect(codes(againstReminding(facts('issued', { remindedOn: day('2020-05-09') })))).toEqual([]);
  });
});

describe('how it stands', () => {
  it.each([
    ['issued', '2020-05-12', 'county', 8, false, 'neutral'],
    ['issued', '2020-05-13', 'county', 7, false, 'amber'],
    ['returned', '2020-05-20', 'county', 0, false, 'amber'],
    ['issued', '2020-05-21', 'county', -1, true, 'red'],
    ['answered', '2020-05-21', 'prefecture', null, false, 'amber'],
    ['closed', '2020-05-21', null, null, false, 'green'],
    ['withdrawn', '2020-05-21', null, null, false, 'neutral'],
  ] as const)('%s on %s', (status, today, awaits, daysLeft, overdue, light) =>
    expect(standingOf({ status, limitOn: day('2020-05-20'), today: day(today) })).toEqual({
      ...{ awaits, daysLeft, overdue, light },
    }),
  );

  it('is in time up to the last millisecond of the day in Asia/Shanghai, and late with the next one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: -50, max: 50 }), (at, hours) => {
        const limitOn = addDays(day('2019-01-01'), at);
        const end = endOfDay(limitOn).getTime();
        expect(isLate({ limitOn, today: dayOf(new Date(end)) })).toBe(false);
        expect(isLate({ limitOn, today: dayOf(new Date(end + 1)) })).toBe(true);
        const moment = new Date(end + hours * 3_600_000);
        expect(isLate({ limitOn, today: dayOf(moment) })).toBe(moment.getTime() > end);
      }),
    ));

  it('waits for one side at most, and is overdue only with the county', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SUPERVISION_STATES), fc.integer({ min: -400, max: 400 }), (status, days) => {
        const limitOn = day('2020-05-20');
        const stands = standingOf({ status, limitOn, today: addDays(limitOn, days) });
        expect(stands.overdue).toBe((status === 'issued' || status === 'returned') && days > 0);
        expect(stands.light === 'red').toBe(stands.overdue);
        expect(stands.daysLeft).toBe(stands.awaits === 'county' ? -days || 0 : null);
      }),
    ));
});
