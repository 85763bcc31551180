import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { fraction, plus, roundHalfUp, sumOfFractions } from '@/lib/domain/kernel/fraction';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { CompoundFacts, ScoreFacts } from '@/lib/domain/scorecards/facts';
import { type LateFacts, lateCost } from '@/lib/domain/scorecards/late-cost';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { suppose } from '@/lib/domain/scorecards/what-if';
import { compound, county, day, project } from './county';

const facts: LateFacts = {
  ...{ target: 15, compounds: 1, completed: 0, onTime: 0, accepted: 0 },
  ...{ completeBy: day('2020-06-30'), today: day('2020-05-20') },
};
const cost = (more: Partial<LateFacts> = {}) => lateCost({ ...facts, ...more }, chuxiong2020);

describe('影响得分', () => {
  it('期限以前都还可挽回：(20 + 10 + 5) ÷ 15', () => {
    expect(cost()).toEqual({ lost: 0, open: 233 });
    expect(cost({ today: day('2020-06-30') })).toEqual({ lost: 0, open: 233 });
  });

  it('期限一过，时限的分已失：10 ÷ 15；完成和验收的分还在：25 ÷ 15', () => {
    expect(cost({ today: day('2020-07-01') })).toEqual({ lost: 67, open: 167 });
  });

  it('迟了才竣工的，时限的分没有了；按时竣工没有验收的，只差验收', () => {
    expect(cost({ completed: 1, today: day('2020-08-01') })).toEqual({ lost: 67, open: 33 });
    expect(cost({ completed: 1, onTime: 1 })).toEqual({ lost: 0, open: 33 });
    expect(cost({ completed: 1, onTime: 1, accepted: 1 })).toEqual({ lost: 0, open: 0 });
  });

  it('一部分小区的，按小区算；不超过指标的分', () => {
    expect(cost({ compounds: 3, completed: 2, onTime: 1, today: day('2020-07-01') })).toEqual({ lost: 133, open: 233 });
    expect(cost({ target: 2, compounds: 9, today: day('2020-07-01') })).toEqual({ lost: 1000, open: 2500 });
  });

  it('没有任务的年度，没有分可失', () => {
    expect(cost({ target: 0 })).toBeNull();
    expect(cost({ target: null })).toBeNull();
  });
});

const RATIOS = ['5.1', '6.1', '7.1'];
const ratioOf = (of: ScoreFacts) =>
  sumOfFractions(
    criteriaOf(scoreOf(of, chuxiong2020)).flatMap(({ id, exact }) => (RATIOS.includes(id) ? [exact] : [])),
  );

const anyCompound = (no: number) =>
  fc
    .record({ accepted: fc.boolean(), completedOn: fc.option(fc.integer({ min: -40, max: 40 })) })
    .map(
      ({ accepted, completedOn }): CompoundFacts =>
        compound(no, { accepted, completedOn: completedOn === null ? null : addDays(day('2020-06-30'), completedOn) }),
    );
const lateOf = (of: ScoreFacts, compounds: readonly CompoundFacts[]): LateFacts => ({
  ...{ target: of.plan?.target ?? null, completeBy: of.completeBy, today: of.today, compounds: compounds.length },
  completed: compounds.filter(({ completedOn }) => completedOn !== null).length,
  onTime: compounds.filter(({ completedOn }) => completedOn !== null && completedOn <= of.completeBy).length,
  accepted: compounds.filter((one) => one.accepted).length,
});

describe('和得分一致', () => {
  const world = fc.record({
    compounds: fc
      .integer({ min: 1, max: 5 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyCompound(at)))),
    spare: fc.integer({ min: 0, max: 30 }),
    today: fc.integer({ min: -60, max: 60 }),
  });

  it('还可挽回的，就是今天全部竣工并且验收能得的分；加上已失的，就是和满分的差', () => {
    fc.assert(
      fc.property(world, ({ compounds, spare, today }) => {
        const of = county({
          plan: { id: 'a', no: 1, documentNo: null, target: compounds.length + spare },
          today: addDays(day('2020-06-30'), today) as CalendarDate,
          projects: [project(1, { compounds })],
        });
        const found = lateCost(lateOf(of, compounds), chuxiong2020);
        const now = ratioOf(of);
        const then = ratioOf(suppose(of, { projects: ['p1'], on: of.today, accepted: true }));
        const all = fraction(3_500 * compounds.length, compounds.length + spare);
        const gained = plus(then, { n: -now.n, d: now.d });
        expect(found).toEqual({ lost: roundHalfUp(plus(all, { n: -then.n, d: then.d })), open: roundHalfUp(gained) });
      }),
    );
  });
});
