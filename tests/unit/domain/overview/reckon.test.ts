import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { begunOn, completeOn, type WorksFacts, worksOf } from '@/lib/domain/overview/reckon';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const facts = (more: Partial<WorksFacts> = {}): WorksFacts => ({
  ...{ status: 'active', stage: 8, startBy: day('2020-02-29'), completeBy: day('2020-06-30') },
  compounds: [{ id: 'a', households: 40, floorArea: '300000', planFinal: true }],
  ...{ milestones: [], stages: {}, items: [], done: [], haves: [] },
  ...more,
});
const milestone = (
  kind: 'start' | 'completion',
  on: string,
  more: Partial<WorksFacts['milestones'][number]> = {},
): WorksFacts['milestones'][number] => ({ compoundId: null, kind, accepted: true, receivedOn: day(on), ...more });
const told = (of: WorksFacts) =>
  worksOf(of, chuxiong2020).map(({ figure, key, n }) => [figure, key, n].join(' ').trim());

describe('开工、完工（完成时间以系统填报数据完成上报时间为准）', () => {
  test('its own completion comes before that of the whole project, and that before stage 8', () => {
    const own = milestone('completion', '2020-06-30', { compoundId: 'a' });
    const whole = milestone('completion', '2020-07-02');
    expect(completeOn(facts({ milestones: [whole, own] }), 'a')).toBe('2020-06-30');
    expect(completeOn(facts({ milestones: [whole] }), 'a')).toBe('2020-07-02');
    expect(completeOn(facts({ stage: 9, stages: { '8': day('2020-07-09') } }), 'a')).toBe('2020-07-09');
    expect(completeOn(facts({ stage: 8, stages: { '8': day('2020-07-09') } }), 'a')).toBeNull();
  });

  test('a completion that is not accepted is none; a start counts from its receipt', () => {
    const sent = [
      milestone('completion', '2020-06-01', { accepted: false }),
      milestone('start', '2020-03-01', { accepted: false }),
    ];
    expect(completeOn(facts({ milestones: sent }), 'a')).toBeNull();
    expect(begunOn(facts({ milestones: sent }), 'a')).toBe('2020-03-01');
  });

  test('on the last day it is in time, a day later it is late', () => {
    const of = (start: string, end: string) =>
      told(facts({ milestones: [milestone('start', start), milestone('completion', end)] }));
    expect(of('2020-02-29', '2020-06-30')).toEqual([
      'compounds  1',
      'started 2020-02 1',
      'completed 2020-06 1',
      'planned  1',
    ]);
    expect(of('2020-03-01', '2020-07-01')).toContain('startedLate  1');
    expect(of('2020-03-01', '2020-07-01')).toContain('completedLate  1');
  });

  test('what is complete was begun, though nobody reported the start', () => {
    expect(told(facts({ milestones: [milestone('completion', '2020-05-05')] }))).toContain('started 2020-05 1');
  });

  test('a start of another compound of the project is none of this one', () => {
    expect(begunOn(facts({ milestones: [milestone('start', '2020-01-05', { compoundId: 'b' })] }), 'a')).toBeNull();
  });

  test('a withdrawn project says nothing', () => {
    expect(told(facts({ status: 'withdrawn' }))).toEqual([]);
  });
});

describe('36 项、五不、六有', () => {
  const place = (item: string, answer: string, buildingId: string | null = 'b1') => ({
    compoundId: 'a',
    buildingId,
    item,
    answer,
  });
  const done = (item: string, buildingId: string | null = 'b1') => ({ compoundId: 'a', buildingId, item });

  test('planned, done and met are told apart; what is not possible is none of them', () => {
    const of = facts({
      items: [
        place('B-R01', 'todo'),
        place('B-R02', 'met'),
        place('B-R03', 'impossible'),
        place('B-R01', 'todo', 'b2'),
      ],
      done: [done('B-R01')],
    });
    expect(told(of).filter((one) => one.startsWith('item'))).toEqual([
      'itemPlanned B-R01 2',
      'itemDone B-R01 1',
      'itemMet B-R02 1',
    ]);
  });

  test('a promise holds in a building when all its items are there, those of the compound too', () => {
    for (const { code, items } of chuxiong2020.promises) {
      const whole = items.map((item) => place(item, 'todo', item.startsWith('C-') ? null : 'b1'));
      // an item of a building makes it a building of the plan
      const all = [...whole, place('B-I01', 'met')];
      const finished = whole.map(({ item, buildingId }) => done(item, buildingId));
      expect(told(facts({ items: all, done: finished }))).toContain(`promise ${code} 1`);
      for (const [at] of finished.entries())
        expect(told(facts({ items: all, done: finished.toSpliced(at, 1) }))).not.toContain(`promise ${code} 1`);
    }
  });

  test('六有 count the compounds that have them, with their households', () => {
    const [have] = worksOf(facts({ haves: [{ compoundId: 'a', have: 'culture' }] }), chuxiong2020).filter(
      ({ figure }) => figure === 'have',
    );
    expect(have).toEqual({ figure: 'have', key: 'culture', n: 1, households: 40, floorArea: 300000n });
  });

  test('to do one more item never takes a promise or a done item away', () => {
    const items = chuxiong2020.menu.map(({ code, scope }) => place(code, 'todo', scope === 'compound' ? null : 'b1'));
    const some = fc.subarray(items.map(({ item, buildingId }) => done(item, buildingId)));
    fc.assert(
      fc.property(some, fc.nat(items.length - 1), (finished, at) => {
        const more = items[at] as (typeof items)[number];
        const count = (all: typeof finished, figure: string) =>
          worksOf(facts({ items, done: all }), chuxiong2020)
            .filter((one) => one.figure === figure)
            .reduce((sum, { n }) => sum + n, 0);
        const after = [...finished, done(more.item, more.buildingId)];
        for (const figure of ['promise', 'itemDone'])
          expect(count(after, figure)).toBeGreaterThanOrEqual(count(finished, figure));
      }),
    );
  });
});
