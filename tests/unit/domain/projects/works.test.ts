import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { completionReasons, type Place, placeKey } from '@/lib/domain/projects/completions';
import { type FindingState, findingReasons, recheckReasons, rectifyReasons } from '@/lib/domain/projects/findings';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
const today = day('2020-05-01');

describe('items reported complete', () => {
  const roof: Place = { compoundId: 'c', buildingId: 'b1', item: 'B-R01' };
  const road: Place = { compoundId: 'c', buildingId: null, item: 'C-R07' };
  const facts = {
    planned: new Set([roof, road].map(placeKey)),
    done: new Set([road].map(placeKey)),
    startOn: day('2020-03-01'),
    today,
    nameOf: ({ item }: Place) => item,
  };
  it.each([
    ['planned and not done', [roof], '2020-04-01', facts, []],
    ['on the day the works begin, and today', [roof], '2020-03-01', facts, []],
    ['today', [roof], '2020-05-01', facts, []],
    ['tomorrow', [roof], '2020-05-02', facts, ['progress.inFuture']],
    ['before the works', [roof], '2020-02-29', facts, ['progress.beforeStart']],
    ['without a contract', [roof], '2020-04-01', { ...facts, startOn: null }, ['progress.noContract']],
    ['done already', [road], '2020-04-01', facts, ['progress.doneAlready']],
    ['not planned', [{ ...roof, buildingId: 'b2' }], '2020-04-01', facts, ['progress.notPlanned']],
    ['twice in one report', [roof, roof], '2020-04-01', facts, ['progress.twice']],
    [
      'several things wrong',
      [road, { ...road, item: 'C-R08' }],
      '2020-02-01',
      facts,
      ['progress.beforeStart', 'progress.doneAlready', 'progress.notPlanned'],
    ],
  ])('%s', (_, places, on, given, expected) =>
    expect(codes(completionReasons(places, day(on), given))).toEqual(expected),
  );
});

describe('findings', () => {
  const ground = { kinds: chuxiong2020.inspections.kinds, menu: chuxiong2020.menu, compounds: ['c1'], today };
  it.each([
    ['quality', '2020-04-01', '2020-04-01', []],
    ['quality', '2020-04-01', '2020-03-31', ['finding.limitBeforeInspection']],
    ['beauty', '2020-05-02', '2020-05-03', ['finding.kindUnknown', 'finding.inFuture']],
  ])('%s, inspected %s, by %s', (kind, inspectedOn, limitOn, expected) =>
    expect(codes(findingReasons({ kind, inspectedOn: day(inspectedOn), limitOn: day(limitOn) }, ground))).toEqual(
      expected,
    ),
  );

  it('names a compound of the project and an item of the menu, or neither', () => {
    const finding = { kind: 'quality', inspectedOn: day('2020-04-01'), limitOn: day('2020-04-01') };
    expect(codes(findingReasons({ ...finding, compoundId: 'c1', item: 'B-R01' }, ground))).toEqual([]);
    expect(codes(findingReasons({ ...finding, compoundId: 'c2', item: 'X-R01' }, ground))).toEqual([
      'finding.otherCompound',
      'finding.itemUnknown',
    ]);
  });

  const open: FindingState = { status: 'open', inspectedOn: day('2020-04-01'), rectifiedOn: null, rectifiedBy: null };
  const rectified: FindingState = { ...open, status: 'rectified', rectifiedOn: day('2020-04-10'), rectifiedBy: 'he' };
  it.each([
    [open, '2020-04-01', []],
    [open, '2020-03-31', ['finding.rectifiedBeforeInspection']],
    [open, '2020-05-02', ['finding.inFuture']],
    [rectified, '2020-04-10', ['finding.notOpen.rectified']],
    [{ ...rectified, status: 'closed' as const }, '2020-04-10', ['finding.notOpen.closed']],
  ])('put right: %o on %s', (state, on, expected) =>
    expect(codes(rectifyReasons(state, day(on), today))).toEqual(expected),
  );

  const look = { passed: true, recheckedOn: day('2020-04-11'), note: null, account: 'she' };
  it.each([
    ['by somebody else', rectified, look, []],
    ['by whoever put it right', rectified, { ...look, account: 'he' }, ['finding.recheckedByRectifier']],
    ['before it was put right', rectified, { ...look, recheckedOn: day('2020-04-09') }, ['finding.recheckedEarly']],
    ['tomorrow', rectified, { ...look, recheckedOn: day('2020-05-02') }, ['finding.inFuture']],
    ['failed, without a word', rectified, { ...look, passed: false }, ['finding.recheckNote']],
    ['failed, with what is wrong', rectified, { ...look, passed: false, note: '仍有渗水' }, []],
    ['of what is still open', open, look, ['finding.notRectified.open']],
  ])('looked at again %s', (_, state, recheck, expected) =>
    expect(codes(recheckReasons(state, recheck, today))).toEqual(expected),
  );
});
