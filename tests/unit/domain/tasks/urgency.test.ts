import { expect, test } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Task } from '@/lib/domain/tasks/answers';
import { byUrgency, urgencyOf } from '@/lib/domain/tasks/urgency';

const today = calendarDateOf('2020-06-30');

test.each([
  ['2020-06-29', 'red', -1],
  ['2020-06-30', 'amber', 0],
  ['2020-07-07', 'amber', 7],
  ['2020-07-08', 'green', 8],
])('due %s: %s', (dueOn, light, daysLeft) => {
  expect(urgencyOf(calendarDateOf(dueOn), today)).toEqual({ dueOn, light, daysLeft });
});

test('a task without a date waits', () => {
  expect(urgencyOf(null, today)).toEqual({ dueOn: null, light: 'neutral', daysLeft: null });
});

test('late first, then soon, then by date; what is alike keeps the order of the work', () => {
  const task = (key: string, dueOn: string | null): Task => ({
    key,
    kind: 'exportReady',
    params: {},
    facts: [],
    reminderId: null,
    href: '/',
    ...urgencyOf(dueOn === null ? null : calendarDateOf(dueOn), today),
  });
  const tasks = [
    task('undated', null),
    task('far', '2020-12-31'),
    task('soon', '2020-07-05'),
    task('first', '2020-07-01'),
    task('late', '2020-06-01'),
    task('undated too', null),
  ];
  expect(byUrgency(tasks).map(({ key }) => key)).toEqual(['late', 'first', 'soon', 'far', 'undated', 'undated too']);
});
