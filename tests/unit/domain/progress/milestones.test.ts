import { describe, expect, it } from 'vitest';
import { calendarDateOf, endOfDay } from '@/lib/domain/kernel/calendar-date';
import {
  isLate,
  type MilestoneGround,
  milestoneReasons,
  milestoneReviewReasons,
} from '@/lib/domain/progress/milestones';
import { outageReasons } from '@/lib/domain/progress/outages';
import { summaryReasons, summaryReviewReasons } from '@/lib/domain/progress/summary';
import { month } from './made';

const day = calendarDateOf;
const one = { id: 'c1', name: '粮食局家属院', planned: 2, completed: 2, lastOn: day('2020-05-20') };
const begun = { compoundId: 'c1', kind: 'start', status: 'accepted', actualOn: day('2020-02-20') } as const;
const ground = (more: Partial<MilestoneGround> = {}): MilestoneGround => ({
  ...{ today: day('2020-06-01'), contractFrom: day('2020-02-15'), compounds: [one], known: [], findingsOpen: 0 },
  ...more,
});
const start = { kind: 'start', compoundId: 'c1', actualOn: day('2020-02-20'), statedOn: day('2020-02-21') } as const;
const done = {
  kind: 'completion',
  compoundId: 'c1',
  actualOn: day('2020-05-25'),
  statedOn: day('2020-05-26'),
} as const;
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe('a start is reported', () => {
  it('of a compound of the project, from the first day of the contract on, not in the future', () => {
    expect(milestoneReasons(start, ground())).toEqual([]);
    expect(codes(milestoneReasons({ ...start, compoundId: 'c9' }, ground()))).toEqual(['milestone.otherCompound']);
    expect(codes(milestoneReasons(start, ground({ contractFrom: null })))).toEqual(['milestone.noContract']);
    expect(codes(milestoneReasons({ ...start, actualOn: day('2020-02-14') }, ground()))).toEqual([
      'milestone.beforeContract.start',
    ]);
    expect(codes(milestoneReasons({ ...start, statedOn: day('2020-06-02') }, ground()))).toEqual([
      'milestone.inFuture',
    ]);
  });
  it('once, and again after it was returned', () => {
    expect(codes(milestoneReasons(start, ground({ known: [begun] })))).toEqual(['milestone.there.accepted']);
    expect(milestoneReasons(start, ground({ known: [{ ...begun, status: 'returned' }] }))).toEqual([]);
  });
  it('of the project when a compound was begun', () => {
    const whole = { ...start, compoundId: null };
    expect(codes(milestoneReasons(whole, ground()))).toEqual(['milestone.noCompoundStarted']);
    expect(milestoneReasons(whole, ground({ known: [begun] }))).toEqual([]);
  });
});

describe('a completion is reported', () => {
  it('when it was begun and every item of the compound is registered complete, not before the last of them', () => {
    expect(milestoneReasons(done, ground({ known: [begun] }))).toEqual([]);
    expect(codes(milestoneReasons(done, ground()))).toEqual(['milestone.notStarted']);
    const open = ground({ known: [begun], compounds: [{ ...one, completed: 1 }] });
    expect(codes(milestoneReasons(done, open))).toEqual(['milestone.itemsOpen']);
    expect(codes(milestoneReasons({ ...done, actualOn: day('2020-05-19') }, ground({ known: [begun] })))).toEqual([
      'milestone.beforeLastItem',
    ]);
    expect(codes(milestoneReasons({ ...done, actualOn: day('2020-02-19') }, ground({ known: [begun] })))).toEqual([
      'milestone.beforeStart',
      'milestone.beforeLastItem',
    ]);
  });
  it('of the project when each compound’s was, and no finding is open', () => {
    const whole = { ...done, compoundId: null };
    const started = { ...begun, compoundId: null };
    const known = [begun, started];
    expect(codes(milestoneReasons(whole, ground({ known, findingsOpen: 2 })))).toEqual([
      'milestone.compoundOpen',
      'milestone.findingsOpen',
    ]);
    const all = [
      ...known,
      { ...begun, kind: 'completion' as const, status: 'submitted' as const, actualOn: day('2020-05-25') },
    ];
    expect(milestoneReasons(whole, ground({ known: all }))).toEqual([]);
  });
});

it('a completion received in the last second of the limit is in time, a second later it is late', () => {
  const limit = endOfDay(day('2020-06-30'));
  expect(isLate(new Date('2020-06-30T23:59:59.999+08:00'), limit)).toBe(false);
  expect(isLate(new Date('2020-07-01T00:00:00+08:00'), limit)).toBe(true);
});

it('a report that waits is accepted, or returned with the reason', () => {
  expect(milestoneReviewReasons({ status: 'submitted', accept: true, remark: null })).toEqual([]);
  expect(codes(milestoneReviewReasons({ status: 'submitted', accept: false, remark: null }))).toEqual([
    'milestone.remarkMissing',
  ]);
  expect(codes(milestoneReviewReasons({ status: 'accepted', accept: false, remark: '核对' }))).toEqual([
    'milestone.notWaiting.accepted',
  ]);
});

describe('a county sums up its month', () => {
  const who = { filler: '李梅', reviewer: '王强', signer: '张局' };
  const full = {
    month: month('2020-05'),
    ended: true,
    lines: [{ name: '卫生局', status: 'accepted' as const }],
    status: null,
  };
  it('as one act of three persons when every report was accepted', () => {
    expect(summaryReasons(who, full)).toEqual([]);
    const lines = [...full.lines, { name: '教育局', status: 'submitted' as const }, { name: '水务局', status: null }];
    expect(codes(summaryReasons(who, { ...full, lines }))).toEqual(['summary.open.submitted', 'summary.open.none']);
    expect(codes(summaryReasons({ ...who, reviewer: '李梅', signer: '李梅' }, full))).toEqual([
      'summary.samePerson',
      'summary.samePerson',
    ]);
    expect(summaryReasons({ ...who, signer: '王强' }, full)).toEqual([]);
  });
  it('after the month, once, and again after a return', () => {
    expect(codes(summaryReasons(who, { ...full, ended: false }))).toEqual(['summary.monthRunning']);
    expect(codes(summaryReasons(who, { ...full, status: 'accepted' }))).toEqual(['summary.there.accepted']);
    expect(summaryReasons(who, { ...full, status: 'returned' })).toEqual([]);
    expect(codes(summaryReasons(who, { ...full, lines: [] }))).toEqual(['summary.nothing']);
  });
  it('which the prefecture accepts or returns with a reason, once', () => {
    expect(summaryReviewReasons('submitted', true, null)).toEqual([]);
    expect(codes(summaryReviewReasons('submitted', false, null))).toEqual(['summary.remarkMissing']);
    expect(codes(summaryReviewReasons('accepted', false, '核对'))).toEqual(['summary.notWaiting']);
  });
});

it('an outage is over, in order, not too long and not written down twice', () => {
  const at = (text: string) => new Date(`${text}+08:00`);
  const now = at('2020-06-10T08:00');
  const one = { from: at('2020-06-05T08:00'), to: at('2020-06-05T12:00') };
  expect(outageReasons(one, now, [])).toEqual([]);
  expect(codes(outageReasons({ from: one.to, to: one.from }, now, []))).toEqual(['outage.order']);
  expect(codes(outageReasons({ ...one, to: at('2020-06-11T08:00') }, now, []))).toEqual(['outage.notOver']);
  expect(codes(outageReasons({ from: at('2020-05-01T08:00'), to: one.to }, now, [one]))).toEqual([
    'outage.tooLong',
    'outage.overlaps',
  ]);
});
