import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { noticeGate } from '@/lib/domain/notices/gates';
import { daysLeft, isOver, periodFrom } from '@/lib/domain/notices/period';
import type { GateNotice } from '@/lib/domain/notices/types';

const day = calendarDateOf;

describe('the period of a notice', () => {
  it('begins the day after publication and ends with the whole last day (民法典 201)', () => {
    const period = periodFrom(day('2026-11-26'), 7);
    expect(period).toEqual({ startsOn: '2026-11-26', endsOn: '2026-12-03' });
    expect([isOver(period.endsOn, day('2026-12-03')), isOver(period.endsOn, day('2026-12-04'))]).toEqual([false, true]);
  });

  it.each([
    ['2026-11-26', 7],
    ['2026-11-27', 7],
    ['2026-12-02', 2],
    ['2026-12-03', 1],
    ['2026-12-04', 0],
  ])('on %s %i days are left', (today, left) => {
    expect(daysLeft(periodFrom(day('2026-11-26'), 7), day(today))).toBe(left);
  });

  it('has as many days as were asked for, across months and leap years, and each of them is in it', () => {
    const anyDay = fc.integer({ min: 0, max: 30_000 }).map((offset) => addDays(day('1990-01-01'), offset));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 365 }), (published, days) => {
        const period = periodFrom(published, days);
        expect(daysBetween(published, period.endsOn)).toBe(days);
        const counted = Array.from({ length: days + 3 }, (_, at) => addDays(published, at + 1)).filter(
          (date) => !isOver(period.endsOn, date),
        );
        expect(counted).toHaveLength(days);
        expect(counted.map((date) => daysLeft(period, date))).toEqual(counted.map((_, at) => days - at));
        expect(daysLeft(period, addDays(period.endsOn, 1))).toBe(0);
      }),
    );
  });
});

describe('what waits for a notice', () => {
  const today = day('2026-12-04');
  const notice = (more: Partial<GateNotice>): GateNotice => ({
    id: 'a',
    status: 'published',
    endsOn: day('2026-12-03'),
    openObjections: 0,
    ...more,
  });

  it('no notice, a draft and a withdrawn one open nothing', () => {
    expect(noticeGate([], today)).toMatchObject({ noticeId: null, published: false, over: false, completed: false });
    expect(noticeGate([notice({ status: 'draft', endsOn: null })], today)).toMatchObject({
      noticeId: 'a',
      published: false,
      over: false,
    });
    expect(noticeGate([notice({ status: 'withdrawn' })], today).noticeId).toBeNull();
  });

  it('a published one is over the day after its last', () => {
    expect(noticeGate([notice({})], today)).toMatchObject({ published: true, over: true, completed: false });
    expect(noticeGate([notice({})], day('2026-12-03'))).toMatchObject({ published: true, over: false });
  });

  it('of several the one that has come furthest counts', () => {
    const several = [
      notice({ id: 'new', endsOn: day('2026-12-20') }),
      notice({ id: 'done', status: 'completed' }),
      notice({ id: 'over' }),
    ];
    expect(noticeGate(several, today)).toMatchObject({ noticeId: 'done', over: true, completed: true });
  });
});
