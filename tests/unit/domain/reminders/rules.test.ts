import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { markOf, remindersDue } from '@/lib/domain/reminders/rules';
import { REMINDER_KINDS, type ReminderFact } from '@/lib/domain/reminders/types';

const PREFECTURE = '00000000-0000-7000-8000-000000000001';
const start = calendarDateOf('2026-01-01');
const factOf = (kind: ReminderFact['kind'], subject: string, days: number): ReminderFact => ({
  kind,
  subject,
  prefectureId: PREFECTURE,
  countyId: null,
  on: addDays(start, days),
  params: {},
});
const fact = fc
  .record({ kind: fc.constantFrom(...REMINDER_KINDS), subject: fc.uuid(), days: fc.integer({ min: -400, max: 400 }) })
  .map(({ kind, subject, days }) => factOf(kind, subject, days));
const facts = fc.uniqueArray(fact, { selector: ({ kind, subject }) => `${kind}/${subject}`, maxLength: 12 });
const day = fc.integer({ min: -500, max: 900 }).map((days) => addDays(start, days));

test.each([
  ['yearComplete', 61, null],
  ['yearComplete', 60, '60'],
  ['yearComplete', 31, '60'],
  ['yearComplete', 30, '30'],
  ['yearComplete', 0, '1'],
  ['yearComplete', -1, 'late'],
  ['yearComplete', -61, null],
  ['campaignIncomplete', 15, null],
  ['campaignIncomplete', 3, '3'],
  ['accountsUnused', 1, null],
  ['accountsUnused', 0, '0'],
  ['backupOverdue', 0, null],
  ['backupOverdue', -1, 'late'],
] as const)('%s, %d days before: %s', (kind, daysLeft, mark) => {
  expect(markOf(kind, daysLeft)).toBe(mark);
});

test('a fact is told at one mark at a time, each mark of its own kind', () => {
  fc.assert(
    fc.property(facts, day, (all, today) => {
      const due = remindersDue(all, today);
      expect(new Set(due.map(({ kind, subject }) => `${kind}/${subject}`)).size).toBe(due.length);
      for (const { mark } of due) expect(mark).toMatch(/^(?:late|\d{1,3})$/);
    }),
  );
});

test('as the days pass the marks come nearer, never farther, and past is the last of them', () => {
  const rank = (mark: string) => (mark === 'late' ? -1 : Number(mark));
  fc.assert(
    fc.property(fact, day, fc.integer({ min: 0, max: 200 }), (one, today, later) => {
      const [before] = remindersDue([one], today);
      const [after] = remindersDue([one], addDays(today, later));
      if (before && after) expect(rank(after.mark)).toBeLessThanOrEqual(rank(before.mark));
      if (before && !after) expect(later).toBeGreaterThan(0);
    }),
  );
});

test('what is made, day after day, is each subject and mark once; nights that were missed leave nothing due unmade', () => {
  const key = ({ kind, subject, mark }: { kind: string; subject: string; mark: string }) =>
    `${kind}/${subject}/${mark}`;
  fc.assert(
    fc.property(facts, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (all, steps) => {
      const made = new Set<string>();
      let today = start;
      for (const step of steps) {
        today = addDays(today, step);
        const due = remindersDue(all, today);
        for (const one of due) made.add(key(one));
        expect(due.every((one) => made.has(key(one)))).toBe(true);
      }
      const every = new Set<string>();
      for (let at = start; at <= today; at = addDays(at, 1))
        for (const one of remindersDue(all, at)) every.add(key(one));
      expect([...made].every((one) => every.has(one))).toBe(true);
    }),
  );
});
