import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDateOf as day, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { lightOf, lightRulesOf } from '@/lib/domain/warnings/light';
import type { LightFacts } from '@/lib/domain/warnings/types';

const RULES = lightRulesOf(chuxiong2020, 2020);

/** Begun in time, at work, on its way: due at the end of June 2020. */
const facts = (more: Partial<LightFacts> = {}): LightFacts => ({
  ...{ status: 'active', stage: 8, inPlan: true, startBy: day('2020-02-29'), completeBy: day('2020-06-30') },
  ...{
    startedOn: day('2020-02-20'),
    completedOn: null,
    worksAcceptedOn: null,
    findingLimits: [],
    stopped: 0,
    months: [],
  },
  ...more,
});
const done = (percents: Record<string, number>): LightFacts['months'] =>
  Object.entries(percents).map(([month, percent]) => ({ month: day(`${month}-01`), basisPoints: percent * 100 }));
const GOOD = done({ '2020-02': 10, '2020-03': 35, '2020-04': 60 });

interface Case {
  says: string;
  facts?: Partial<LightFacts>;
  on: string;
  light: string;
  reasons?: string[];
  late?: boolean;
}

const TABLE: Case[] = [
  { says: '按期推进', on: '2020-05-10', facts: { months: GOOD }, light: 'green' },
  {
    says: '开工期限当天还没报开工，是黄灯',
    on: '2020-02-29',
    facts: { stage: 7, startedOn: null },
    light: 'yellow',
    reasons: ['startSoon'],
  },
  {
    says: '开工期限次日还没报开工',
    on: '2020-03-01',
    facts: { stage: 7, startedOn: null },
    light: 'red',
    reasons: ['startMissed'],
  },
  { says: '开工期限前31天', on: '2020-01-29', facts: { stage: 7, startedOn: null }, light: 'green' },
  {
    says: '开工期限前30天',
    on: '2020-01-30',
    facts: { stage: 7, startedOn: null },
    light: 'yellow',
    reasons: ['startSoon'],
  },
  {
    says: '进入实施阶段而没有报开工，仍是没有开工',
    on: '2020-03-01',
    facts: { startedOn: null },
    light: 'red',
    reasons: ['startMissed'],
  },
  {
    says: '没有报开工，月报已有进度，算已开工',
    on: '2020-05-10',
    facts: { startedOn: null, months: GOOD },
    light: 'green',
  },
  {
    says: '晚开工，已开工：不再是红灯，记为逾期',
    on: '2020-05-10',
    facts: { startedOn: day('2020-03-05'), months: GOOD },
    light: 'green',
    reasons: ['startedLate'],
    late: true,
  },
  {
    says: '竣工期限当天完成不足80%',
    on: '2020-06-30',
    facts: { months: GOOD },
    light: 'yellow',
    reasons: ['completeSoon'],
  },
  {
    says: '竣工期限次日没有竣工',
    on: '2020-07-01',
    facts: { months: GOOD },
    light: 'red',
    reasons: ['completeMissed'],
  },
  {
    says: '竣工期限次日，月报100%，没有报竣工',
    on: '2020-07-01',
    facts: { months: done({ '2020-05': 90, '2020-06': 100 }) },
    light: 'red',
    reasons: ['completeMissed'],
  },
  {
    says: '既没开工也没竣工，两条原因',
    on: '2020-07-01',
    facts: { stage: 7, startedOn: null },
    light: 'red',
    reasons: ['completeMissed', 'startMissed'],
  },
  {
    says: '30天内到期，完成79.99%',
    on: '2020-05-31',
    facts: { months: [...GOOD, { month: day('2020-05-01'), basisPoints: 7_999 }] },
    light: 'yellow',
    reasons: ['completeSoon'],
  },
  {
    says: '30天内到期，正好完成80%',
    on: '2020-05-31',
    facts: { months: [...GOOD, { month: day('2020-05-01'), basisPoints: 8_000 }] },
    light: 'green',
  },
  { says: '31天到期，完成60%', on: '2020-05-30', facts: { months: GOOD }, light: 'green' },
  { says: '30天内到期，没有月报', on: '2020-05-31', light: 'yellow', reasons: ['completeSoon'] },
  {
    says: '按目前进度赶不上',
    on: '2020-05-10',
    facts: { months: done({ '2020-02': 10, '2020-03': 20, '2020-04': 30 }) },
    light: 'yellow',
    reasons: ['paceMisses'],
  },
  {
    says: '按目前进度正好到期限那天',
    on: '2020-05-10',
    facts: { months: done({ '2020-02': 20, '2020-03': 40, '2020-04': 60 }) },
    light: 'green',
  },
  {
    says: '停滞，没有进展',
    on: '2020-05-10',
    facts: { months: done({ '2020-02': 40, '2020-03': 40, '2020-04': 40 }) },
    light: 'yellow',
    reasons: ['paceStands'],
  },
  {
    says: '赶不上，又30天内到期',
    on: '2020-06-10',
    facts: { months: done({ '2020-03': 10, '2020-04': 20, '2020-05': 30 }) },
    light: 'yellow',
    reasons: ['paceMisses', 'completeSoon'],
  },
  { says: '停工通知未解除', on: '2020-05-10', facts: { months: GOOD, stopped: 1 }, light: 'red', reasons: ['stopped'] },
  {
    says: '检查问题整改期限当天',
    on: '2020-05-10',
    facts: { months: GOOD, findingLimits: [day('2020-05-10')] },
    light: 'green',
  },
  {
    says: '检查问题超过整改期限',
    on: '2020-05-11',
    facts: { months: GOOD, findingLimits: [day('2020-05-10'), day('2020-06-01')] },
    light: 'red',
    reasons: ['findingPast'],
  },
  {
    says: '还在招投标阶段就报开工',
    on: '2020-05-10',
    facts: { stage: 7, months: GOOD },
    light: 'red',
    reasons: ['worksAhead'],
  },
  { says: '按期竣工', on: '2020-07-10', facts: { completedOn: day('2020-06-30'), months: GOOD }, light: 'green' },
  {
    says: '逾期竣工：不再是红灯，记为逾期',
    on: '2020-07-10',
    facts: { completedOn: day('2020-07-01'), months: GOOD },
    light: 'green',
    reasons: ['completedLate'],
    late: true,
  },
  {
    says: '已竣工，检查问题还没整改',
    on: '2020-07-10',
    facts: { completedOn: day('2020-06-30'), findingLimits: [day('2020-07-01')] },
    light: 'red',
    reasons: ['findingPast'],
  },
  {
    says: '没有竣工报告，实施阶段已确认完成',
    on: '2020-07-10',
    facts: { stage: 9, startedOn: null, worksAcceptedOn: day('2020-06-20') },
    light: 'green',
  },
  {
    says: '实施阶段逾期确认完成',
    on: '2020-07-10',
    facts: { stage: 9, startedOn: null, worksAcceptedOn: day('2020-07-05') },
    light: 'green',
    reasons: ['completedLate'],
    late: true,
  },
  {
    says: '十个阶段都完成',
    on: '2021-07-10',
    facts: { stage: 11, worksAcceptedOn: day('2020-06-20') },
    light: 'green',
  },
  {
    says: '暂停的不亮灯',
    on: '2020-07-10',
    facts: { status: 'suspended', stopped: 1 },
    light: 'none',
    reasons: ['suspended'],
  },
  { says: '撤销的不亮灯', on: '2020-07-10', facts: { status: 'withdrawn' }, light: 'none', reasons: ['withdrawn'] },
  {
    says: '没有列入年度计划的不亮灯',
    on: '2020-07-10',
    facts: { stage: 5, startedOn: null, inPlan: false },
    light: 'none',
    reasons: ['notInPlan'],
  },
  {
    says: '计划调整后不在计划内、已在施工的照样亮灯',
    on: '2020-07-10',
    facts: { inPlan: false },
    light: 'red',
    reasons: ['completeMissed'],
  },
];

describe('the light of a project, as the office would say it', () => {
  it.each(TABLE)('$says：$light', ({ facts: more, on, light, reasons = [], late = false }) => {
    const lit = lightOf(facts(more), day(on), RULES);
    expect([lit.light, lit.reasons.map(({ code }) => code.replace('light.', '')), lit.late]).toEqual([
      light,
      reasons,
      late,
    ]);
  });

  it('each reason names the dates and the clause that it rests on', () => {
    const lit = lightOf(
      facts({
        months: done({ '2020-02': 10, '2020-03': 20, '2020-04': 30 }),
        findingLimits: [day('2020-05-10'), day('2020-05-02')],
      }),
      day('2020-06-05'),
      RULES,
    );
    expect(lit.reasons).toEqual([
      { code: 'light.findingPast', params: { count: 2, limit: '2020-05-02' }, clause: '决定/红灯' },
      { code: 'light.paceMisses', params: { date: '2020-11-30', due: '2020-06-30' }, clause: '决定/竣工预测' },
      { code: 'light.completeSoon', params: { due: '2020-06-30', percent: '30', below: 80 }, clause: '决定/预警' },
    ]);
    expect(lightOf(facts(), day('2020-07-01'), RULES).reasons[0]?.clause).toBe('P三(一)/2020');
    // the dates of this year are the prefecture's own
    const own = lightRulesOf(chuxiong2020, 2026);
    expect(lightOf(facts(), day('2020-07-01'), own).reasons[0]?.clause).toBe('决定/红灯');
  });

  it('names the next date it must meet', () => {
    const due = (more: Partial<LightFacts>) => lightOf(facts(more), day('2020-02-01'), RULES).dueOn;
    expect([due({ startedOn: null }), due({}), due({ completedOn: day('2020-06-30') })]).toEqual([
      '2020-02-29',
      '2020-06-30',
      null,
    ]);
  });
});

const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(day('2020-01-01'), n));
const maybe = (arbitrary: typeof anyDay) => fc.option(arbitrary, { nil: null });
const anyFacts = fc.record({
  status: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const),
  stage: fc.integer({ min: 1, max: 11 }),
  inPlan: fc.boolean(),
  startBy: anyDay,
  completeBy: anyDay,
  startedOn: maybe(anyDay),
  completedOn: maybe(anyDay),
  worksAcceptedOn: maybe(anyDay),
  findingLimits: fc.array(anyDay, { maxLength: 4 }),
  stopped: fc.integer({ min: 0, max: 1 }),
  months: fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { maxLength: 8 }).chain((at) =>
    fc.tuple(
      ...at
        .sort((a, b) => a - b)
        .map((n) =>
          fc.integer({ min: 0, max: 10_000 }).map((basisPoints) => {
            const month = day(`${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`);
            return { month, basisPoints };
          }),
        ),
    ),
  ),
});

describe('of any facts', () => {
  it('what is said of a day is true on every day until it says it no longer is', () =>
    fc.assert(
      fc.property(anyFacts, anyDay, fc.integer({ min: 0, max: 400 }), (one, on, later) => {
        const now = lightOf(one, on, RULES);
        const then = addDays(on, Math.min(later, daysBetween(on, now.validUntil)));
        expect(now.validUntil >= on).toBe(true);
        expect(lightOf(one, then, RULES)).toEqual(now);
      }),
    ));

  it('red and yellow have a reason, none says why, and what is past its date and not complete is never green', () =>
    fc.assert(
      fc.property(anyFacts, anyDay, (one, on) => {
        const { light, reasons } = lightOf(one, on, RULES);
        if (light !== 'green') expect(reasons.length).toBeGreaterThan(0);
        if (light !== 'none' && on > one.completeBy && one.completedOn === null && one.stage <= 8)
          expect(light).toBe('red');
      }),
    ));
});
