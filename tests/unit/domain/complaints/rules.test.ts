import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listColumns } from '@/components/complaints/list-columns';
import type { ComplaintRow } from '@/lib/domain/complaints/answers';
import {
  assignReasons,
  closeReasons,
  draftReasons,
  type Handled,
  isAssignedTo,
  mergeReasons,
  receiveReasons,
  reopenReasons,
  separateReasons,
  turnAwayReasons,
} from '@/lib/domain/complaints/handling';
import { dueDay, isLate, limitOf, standingOf } from '@/lib/domain/complaints/limit';
import { isOnlyMarkup } from '@/lib/domain/complaints/plain-text';
import { residentComplaint } from '@/lib/domain/complaints/schema';
import { STATUSES, type Status } from '@/lib/domain/complaints/types';
import { addDays, type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { reasonsOf } from '@/lib/domain/kernel/input';
import type { Reason } from '@/lib/domain/kernel/result';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';

const day = calendarDateOf;
const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);
const { subjects, soonDays } = siteRulesOf(chuxiong2020).complaints;
const someDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(day('2020-01-01'), n));

describe('the limit', () => {
  it('of 15 days: received on the 1st, due on the 16th, late from the 17th on', () => {
    expect(chuxiong2020.complaints.replyDays).toBe(15);
    const dueOn = dueDay(day('2020-06-01'), 15);
    expect(dueOn).toBe('2020-06-16');
    const open = { status: 'assigned', dueOn, answeredOn: null, endedOn: null, lateBefore: false } as const;
    expect(isLate(open, day('2020-06-16'))).toBe(false);
    expect(isLate(open, day('2020-06-17'))).toBe(true);
    expect(standingOf(open, day('2020-06-12'), soonDays)).toBe('inTime');
    expect(standingOf(open, day('2020-06-13'), soonDays)).toBe('soon');
    expect(standingOf(open, day('2020-06-17'), soonDays)).toBe('late');
    const answered = { ...open, status: 'answered', answeredOn: day('2020-06-17') } as const;
    expect(isLate(answered, day('2021-01-01'))).toBe(true);
    expect(isLate({ ...answered, answeredOn: day('2020-06-16') }, day('2021-01-01'))).toBe(false);
    expect(standingOf(answered, day('2021-01-01'), soonDays)).toBe('done');
  });

  it('once answered late, is late for good, also when it was opened again and answered in time', () => {
    const again = {
      status: 'answered',
      dueOn: day('2020-07-10'),
      answeredOn: day('2020-07-01'),
      endedOn: null,
    } as const;
    expect(isLate({ ...again, lateBefore: true }, day('2020-08-01'))).toBe(true);
    expect(isLate({ ...again, lateBefore: false }, day('2020-08-01'))).toBe(false);
  });

  it('of what was not accepted or passed on runs to the day on which that was said; what joined has none', () => {
    const ended = { dueOn: day('2020-06-16'), answeredOn: null, lateBefore: false } as const;
    expect(isLate({ ...ended, status: 'notAccepted', endedOn: day('2020-06-16') }, day('2020-09-01'))).toBe(false);
    expect(isLate({ ...ended, status: 'transferred', endedOn: day('2020-06-20') }, day('2020-09-01'))).toBe(true);
    expect(isLate({ ...ended, status: 'merged', endedOn: null }, day('2020-09-01'))).toBe(false);
  });

  it('of a matter is the earliest of all that joined it, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 1, maxLength: 12 }), (days) => {
        const [first, ...others] = days as [CalendarDate, ...CalendarDate[]];
        const limit = limitOf([first, ...others]);
        expect(days).toContain(limit);
        expect(days.every((one) => limit <= one)).toBe(true);
        expect(limitOf(days.toReversed() as [CalendarDate, ...CalendarDate[]])).toBe(limit);
      }),
    );
  });
});

const state = (status: Status, more: Partial<Handled> = {}): Handled => ({
  ...{ id: 'one', status, projectId: null, assignedKind: null, assignedUnitId: null },
  ...{ answeredOn: null, reopenedOn: null, ...more },
});
const ground = {
  units: [
    { id: 't', kind: 'town' as const },
    { id: 'c', kind: 'community' as const },
  ],
  entity: true,
  supervisor: false,
};

describe('who handles it', () => {
  it('is assigned to units of the county, and to people of its own project', () => {
    expect(assignReasons(state('received'), { to: 'bureau' }, ground)).toEqual([]);
    expect(assignReasons(state('assigned'), { to: 'community', unitId: 'c' }, ground)).toEqual([]);
    expect(codes(assignReasons(state('received'), { to: 'town', unitId: 'c' }, ground))).toEqual([
      'complaint.unitUnknown',
    ]);
    expect(codes(assignReasons(state('received'), { to: 'town' }, ground))).toEqual(['complaint.unitUnknown']);
    expect(codes(assignReasons(state('received'), { to: 'bureau', unitId: 't' }, ground))).toEqual([
      'complaint.unitNotAsked',
    ]);
    expect(codes(assignReasons(state('received'), { to: 'entity' }, ground))).toEqual(['complaint.noProject']);
    const ofProject = state('received', { projectId: 'p' });
    expect(assignReasons(ofProject, { to: 'entity' }, ground)).toEqual([]);
    expect(codes(assignReasons(ofProject, { to: 'supervisor' }, ground))).toEqual(['complaint.nobodyNamed.supervisor']);
  });

  it('only the assigned office drafts', () => {
    const community = { role: 'community', subdistrictId: 't', communityId: 'c' } as const;
    const assigned = state('assigned', { assignedKind: 'community', assignedUnitId: 'c' });
    expect(draftReasons(assigned, community)).toEqual([]);
    expect(codes(draftReasons(assigned, { ...community, communityId: 'other' }))).toEqual(['complaint.notAssigned']);
    expect(codes(draftReasons(assigned, { ...community, role: 'town' }))).toEqual(['complaint.notAssigned']);
    expect(
      codes(draftReasons(state('answered', { assignedKind: 'community', assignedUnitId: 'c' }), community)),
    ).toEqual(['complaint.notNow.answered']);
    const roles = { bureau: 'county_bureau', entity: 'implementing_entity', supervisor: 'supervisor' } as const;
    for (const [kind, role] of Object.entries(roles)) {
      const of = { assignedKind: kind as keyof typeof roles, assignedUnitId: null };
      const person = { subdistrictId: null, communityId: null };
      expect(isAssignedTo(of, { ...person, role })).toBe(true);
      expect(isAssignedTo(of, { ...person, role: 'county_leader' })).toBe(false);
    }
    expect(isAssignedTo({ assignedKind: null, assignedUnitId: null }, community)).toBe(false);
  });

  it.each(STATUSES)('%s: what is over is not touched again', (status) => {
    const open = status === 'received' || status === 'assigned';
    const expected = open ? [] : [`complaint.notNow.${status}`];
    expect(codes(turnAwayReasons(state(status)))).toEqual(expected);
    expect(codes(assignReasons(state(status), { to: 'bureau' }, ground))).toEqual(expected);
  });
});

describe('one matter', () => {
  it('joins what is open or answered, not itself, not what has joined another', () => {
    const one = state('received');
    expect(mergeReasons(one, state('assigned', { id: 'two' }))).toEqual([]);
    expect(mergeReasons(one, state('answered', { id: 'two' }))).toEqual([]);
    expect(codes(mergeReasons(one, one))).toEqual(['complaint.itself']);
    expect(codes(mergeReasons(one, null))).toEqual(['complaint.matterUnknown']);
    expect(codes(mergeReasons(one, state('merged', { id: 'two' })))).toEqual(['complaint.matterNotNow.merged']);
    expect(codes(mergeReasons(state('answered'), state('closed', { id: 'two' })))).toEqual([
      'complaint.notNow.answered',
      'complaint.matterNotNow.closed',
    ]);
  });

  it('is taken apart while it is open', () => {
    expect(separateReasons(state('merged'), state('assigned', { id: 'two' }))).toEqual([]);
    expect(codes(separateReasons(state('received'), null))).toEqual(['complaint.notMerged']);
    expect(codes(separateReasons(state('merged'), state('answered', { id: 'two' })))).toEqual([
      'complaint.leadNotNow.answered',
    ]);
  });
});

describe('the end', () => {
  const answered = state('answered', { answeredOn: day('2020-06-10') });
  const on = (text: string) => ({ today: day(text), reopenDays: 15 });

  it('comes when the complainant is content, or the time to ask again is over', () => {
    expect(closeReasons(answered, 'content', on('2020-06-10'))).toEqual([]);
    expect(codes(closeReasons(answered, 'quiet', on('2020-06-25')))).toEqual(['complaint.mayStillReopen']);
    expect(closeReasons(answered, 'quiet', on('2020-06-26'))).toEqual([]);
    expect(closeReasons({ ...answered, reopenedOn: day('2020-06-01') }, 'quiet', on('2020-06-11'))).toEqual([]);
    expect(codes(closeReasons(state('assigned'), 'content', on('2020-06-26')))).toEqual(['complaint.notNow.assigned']);
  });

  it('it is opened again once, up to the last day', () => {
    expect(reopenReasons(answered, day('2020-06-25'), 15)).toEqual([]);
    expect(codes(reopenReasons(answered, day('2020-06-26'), 15))).toEqual(['complaint.reopenOver']);
    expect(codes(reopenReasons({ ...answered, reopenedOn: day('2020-06-01') }, day('2020-06-11'), 15))).toEqual([
      'complaint.reopenedBefore',
    ]);
    expect(codes(reopenReasons(state('closed'), day('2020-06-11'), 15))).toEqual(['complaint.notNow.closed']);
  });
});

describe('words', () => {
  const of = (content: string) =>
    residentComplaint.safeParse({ county: '532302', kind: 'complaint', subject: 'quality', content });
  const against = (content: string) => {
    const parsed = of(content);
    return parsed.success ? [] : codes(reasonsOf(parsed.error));
  };

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<div><p>&nbsp;</p></div>',
    '<style>body{display:none}</style>',
    '<a href="javascript:alert(1)"></a>',
  ])('%s alone says nothing', (text) => expect(against(text)).toEqual(['complaint.onlyMarkup']));

  it.each([
    '<b>墙皮掉了</b>',
    '裂缝 < 3 毫米',
    '水压<0.1，晚上>0.3',
    '1栋<->2栋之间',
    '"><script>alert(1)</script> 漏水',
  ])('%s is kept, letter by letter', (text) => {
    const parsed = of(`  ${text}\n`);
    expect(parsed.success && parsed.data.content).toBe(text);
  });

  it('without letters that turn or hide, and of a length that is read', () => {
    expect(against('漏\u202e水')).toEqual(['input.controlCharacters']);
    expect(against('漏\u0000水')).toEqual(['input.controlCharacters']);
    expect(against('  ')).toEqual(['input.required']);
    expect(against('水'.repeat(2_001))).toEqual(['input.tooLong']);
    expect(against('第一行\n第二行')).toEqual([]);
  });

  it('are judged at once, however many brackets somebody opens', () => {
    const began = performance.now();
    for (const text of ['<'.repeat(2_000), '<a'.repeat(1_000), '<script>'.repeat(250), '<!--'.repeat(500)])
      isOnlyMarkup(text);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('any letter that is outside of markup says something', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (noise) => {
        expect(isOnlyMarkup(`漏水 ${noise.replaceAll('<', '').replaceAll('&', '')}`)).toBe(false);
      }),
    );
  });

  it('come out of the list as text', () => {
    const row = { id: 'x', no: '1', content: '<img src=x onerror=alert(1)> "漏水" & \'裂缝\'', complaints: 1 };
    const setting = { t: (key: string) => key, locale: 'zh-CN', today: day('2020-06-01'), subjects, soonDays };
    const [first] = listColumns({ ...setting, manyCounties: false } as never);
    const markup = String(first?.cell(row as ComplaintRow));
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;漏水&quot; &amp; &#39;裂缝&#39;');
    expect(markup).not.toContain('<img');
  });
});

describe('what the office enters', () => {
  it('is of a subject of the rule book, received on a day that has come', () => {
    const on = { subjects, today: day('2020-06-10') };
    expect(receiveReasons({ subject: 'quality', receivedOn: day('2020-06-10') }, on)).toEqual([]);
    expect(codes(receiveReasons({ subject: 'weather', receivedOn: day('2020-06-11') }, on))).toEqual([
      'complaint.subjectUnknown',
      'complaint.inFuture',
    ]);
  });
});
