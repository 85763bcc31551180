import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, checkState, checksDue } from '@/lib/domain/aftercare/due';
import { lineReasons } from '@/lib/domain/aftercare/lines';
import { MAINTAINER_KINDS, maintainerReasons, OPERATORS_ITEMS } from '@/lib/domain/aftercare/maintainers';
import { checkReasons, propertyReasons } from '@/lib/domain/aftercare/rules';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

describe('due dates', () => {
  test.each([
    ['2020-07-10', 6, '2021-01-10'],
    ['2020-08-31', 6, '2021-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-02-29', 24, '2022-02-28'],
    ['2020-12-31', 24, '2022-12-31'],
    ['2020-06-30', 6, '2020-12-30'],
    ['2020-12-01', 1, '2021-01-01'],
  ])('%s and %d months: %s', (from, months, due) => expect(addMonths(day(from), months)).toBe(due));
  test('always in that month, never later in it than the day it counts from', () => {
    const dates = fc
      .date({ min: new Date('2019-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const due = addMonths(from, months);
        const at = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(at(due) - at(from)).toBe(months);
        expect(Number(due.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });
  test('the three of the rule book', () =>
    expect(checksDue(day('2020-08-31'), [6, 12, 24]).map(({ dueOn }) => dueOn)).toEqual([
      '2021-02-28',
      '2021-08-31',
      '2022-08-31',
    ]));
  test.each([
    ['2020-06-29', false, 'overdue'],
    ['2020-06-30', false, 'soon'],
    ['2020-07-30', false, 'soon'],
    ['2020-07-31', false, 'later'],
    ['2020-06-01', true, 'done'],
  ] as const)('due %s, checked %s: %s', (due, checked, state) => {
    expect(checkState(day(due), checked, day('2020-06-30'))).toBe(state);
  });
});

describe('who maintains what (P四(一)4)', () => {
  test('each key of the table is one of the menu', () => {
    const keys = chuxiong2020.menu.map(({ key }) => key);
    for (const key of Object.keys(OPERATORS_ITEMS)) expect(keys).toContain(key);
  });
  test.each(chuxiong2020.menu.map(({ name, key }) => [name, key] as const))('%s', (name, key) => {
    for (const kind of MAINTAINER_KINDS) {
      const refused = key in OPERATORS_ITEMS && kind !== 'operator';
      expect(maintainerReasons({ key, name }, kind, 'maintainerKind')).toHaveLength(refused ? 1 : 0);
    }
  });
  test('a line is of the project, of the menu, and its warranty outlives the acceptance', () => {
    const line = {
      compoundId: 'a',
      item: 'C-R05',
      warrantyUntil: day('2020-01-01'),
      maintainerKind: 'owners' as const,
    };
    const ground = { compounds: [{ id: 'b' }], menu: chuxiong2020.menu, acceptedOn: day('2020-07-10') };
    expect(lineReasons(line, ground, 'items.0.').map(({ code, field }) => [code, field])).toEqual([
      ['archive.compoundOfOther', 'items.0.compoundId'],
      ['aftercare.operatorMaintains', 'items.0.maintainerKind'],
      ['aftercare.warrantyTooEarly', 'items.0.warrantyUntil'],
    ]);
    expect(lineReasons({ ...line, item: 'C-I77', compoundId: 'b', warrantyUntil: null }, ground)).toMatchObject([
      { code: 'aftercare.itemUnknown' },
    ]);
  });
});

describe('a check', () => {
  const good = {
    recorded: false,
    checkedOn: day('2021-01-10'),
    acceptedOn: day('2020-07-10'),
    today: day('2021-01-10'),
    result: 'good' as const,
    remarks: null,
    photo: 'none' as const,
  };
  test.each([
    [{}, []],
    [{ recorded: true }, ['aftercare.checkedAlready']],
    [{ checkedOn: day('2021-01-11') }, ['aftercare.checkInFuture']],
    [{ checkedOn: day('2020-07-09') }, ['aftercare.checkTooEarly']],
    [{ result: 'problems' as const }, ['aftercare.checkRemarks']],
    [{ result: 'problems' as const, remarks: '雨棚松动' }, []],
    [{ photo: 'noPicture' as const }, ['aftercare.noPicture']],
    [{ photo: 'ofOther' as const }, ['archive.fileOfOther']],
  ])('%o: %o', (facts, expected) => {
    expect(checkReasons({ ...good, ...facts }).map(({ code }) => code)).toEqual(expected);
  });
});

test.each([
  ['鸿源物业', null, []],
  [null, '户数少，由社区代管', []],
  ['鸿源物业', '户数少', ['aftercare.propertyBoth']],
  [null, null, ['aftercare.propertyNone']],
])('property service %s, reason %s: %o', (company, why, expected) => {
  expect(propertyReasons({ company, why }).map(({ code }) => code)).toEqual(expected);
});
