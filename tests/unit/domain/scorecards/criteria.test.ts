import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { compound, county, criterion, day, piece, project, withCompounds, withProjects } from './county';

type Case = readonly [what: string, changed: Partial<ScoreFacts>, points: number];
const answered = { id: 'x', no: '532302-2020-0001', projectId: 'p1', compoundId: 'c1' };
const due = day('2020-05-16');
const asked = { id: 's', documentNo: '楚住建督〔2020〕1号', title: '加快进度', limitOn: due };
const month = { month: day('2020-04-01'), dueOn: day('2020-05-05') };

/** From facts to points: at the border, just under it, just over it. */
const CASES: Record<string, Case[]> = {
  '1.1': [
    ['摸排了一个小区、改造的都符合', { survey: { compounds: 1, eligible: 1 } }, 100],
    ['没有摸排', { survey: { compounds: 0, eligible: 0 } }, 0],
    ['一个改造小区未认定符合', withCompounds({ eligible: false }, ['c4']), 0],
    ['摸排了、本年没有项目', { projects: [] }, 100],
  ],
  '1.2': [
    ['年度计划、方案、每栋都有', {}, 200],
    ['没有列入年度计划', { plan: null }, 0],
    ['一个小区的方案没有定稿', withCompounds({ planFinal: false }, ['c1']), 0],
    ['两栋只有一栋有方案', withCompounds({ buildingsPlanned: 1 }, ['c1']), 0],
    ['没有登记楼栋', withCompounds({ buildings: 0, buildingsPlanned: 0 }, ['c1']), 0],
    ['没有项目', { projects: [] }, 0],
  ],
  '1.3': [
    ['最后一天报的', withProjects({ appliedOn: day('2020-02-29') }), 200],
    ['迟一天', withProjects({ appliedOn: day('2020-03-01') }, 'p2'), 0],
    ['一个没有报', withProjects({ appliedOn: null }, 'p2'), 0],
    ['没有项目', { projects: [] }, 0],
  ],
  '2.1': [
    ['每笔都合手续', {}, 500],
    ['少一笔', withProjects({ paymentsInOrder: 1 }, 'p1'), 0],
    ['一个项目还没有支付', withProjects({ payments: 0, paymentsInOrder: 0 }, 'p1'), 500],
    ['都没有支付', withProjects({ payments: 0, paymentsInOrder: 0 }), 0],
  ],
  '2.2': [
    ['每笔都有凭证', {}, 200],
    ['缺一份', withProjects({ entriesWithFile: 5 }, 'p2'), 0],
    ['没有账', withProjects({ entries: 0, entriesWithFile: 0 }), 0],
  ],
  '2.3': [
    [
      '县级一分钱、社会资本一分钱',
      {
        projects: [
          project(1, { received: [{ source: 'local', kind: 'county', amount: '1' }] }),
          project(2, { received: [{ source: 'social', kind: 'ppp', amount: '1' }] }),
        ],
      },
      300,
    ],
    ['只有州级的', withProjects({ received: [{ source: 'local', kind: 'prefecture', amount: '9' }] }), 0],
    ['没有社会资本', withProjects({ received: [{ source: 'local', kind: 'county', amount: '9' }] }), 0],
    ['没有县级配套', withProjects({ received: [{ source: 'social', kind: 'rot', amount: '9' }] }), 0],
    [
      '县级的都退回了',
      withProjects({
        received: [
          { source: 'local', kind: 'county', amount: '0' },
          { source: 'social', kind: 'rot', amount: '9' },
        ],
      }),
      0,
    ],
  ],
  '3.1': [
    ['有文件', {}, 200],
    ['没有成立', { leadingGroup: null }, 0],
    [
      '没有文件',
      { leadingGroup: { ...(county().leadingGroup as NonNullable<ScoreFacts['leadingGroup']>), hasFile: false } },
      0,
    ],
  ],
  '3.2': [
    ['最后一天开工、审查通过', withProjects({ startedOn: day('2020-02-29'), stage: 5 }), 300],
    ['迟一天开工', withProjects({ startedOn: day('2020-03-01') }, 'p1'), 0],
    ['一个没有开工', withProjects({ startedOn: null }, 'p1'), 0],
    ['审查没有通过', withProjects({ stage: 4 }, 'p2'), 0],
  ],
  '3.3': [
    ['当天具备、当天动工', withProjects({ readyOn: day('2020-02-18') }), 300],
    ['早一天动工', withProjects({ readyOn: day('2020-02-19') }, 'p1'), 0],
    ['没有具备就动工', withProjects({ readyOn: null, stage: 6 }, 'p1'), 0],
    ['一个还没有动工', withProjects({ begunOn: null, readyOn: null, stage: 6 }, 'p1'), 300],
    ['都没有动工', withProjects({ begunOn: null, readyOn: null, stage: 6 }), 0],
  ],
  '3.4': [
    ['间隔92天', withProjects({ longestGap: 92 }), 200],
    ['间隔93天', withProjects({ longestGap: 93 }, 'p2'), 0],
    ['一次也没有检查', withProjects({ inspections: 0 }), 0],
    ['没有在建', withProjects({ longestGap: null, inspections: 0 }), 0],
  ],
  '4.1': [
    ['都按时', {}, 300],
    ['迟一份', withProjects({ reportsInTime: 4 }, 'p1'), 0],
    ['还没有到期的', withProjects({ reportsDue: 0, reportsInTime: 0 }), 0],
  ],
  '4.2': [
    ['检查过、按期整改、督办按期答复', { supervisions: [{ ...asked, answeredOn: due, late: false }] }, 300],
    ['一个问题逾期', withProjects({ findingsLate: 1 }, 'p1'), 0],
    ['没有发现问题', withProjects({ findings: 0 }), 300],
    ['督办迟复', { supervisions: [{ ...asked, answeredOn: day('2020-05-17'), late: true }] }, 0],
    ['督办逾期未复', { supervisions: [{ ...asked, answeredOn: null, late: true }] }, 0],
    ['督办未到期', { supervisions: [{ ...asked, answeredOn: null, late: false }] }, 300],
    ['没有检查过', withProjects({ inspections: 0 }), 0],
  ],
  '4.3': [
    ['每月按时', {}, 200],
    ['一个月迟报', { months: [{ ...month, receivedOn: day('2020-05-06'), inTime: false }] }, 0],
    ['一个月未报', { months: [{ ...month, receivedOn: null, inTime: false }] }, 0],
    ['还没有到期的', { months: [] }, 0],
  ],
  '4.4': [['系统不自动给分', {}, 0]],
  '5.1': [
    ['全部完成', {}, 2000],
    ['四个完成三个', withCompounds({ completedOn: null }, ['c1']), 1500],
    ['一个也没有', withCompounds({ completedOn: null }), 0],
    ['超过目标也不超过分值', { plan: plan(3) }, 2000],
    ['目标三个、完成一个', { ...withCompounds({ completedOn: null }, ['c1', 'c2', 'c3']), plan: plan(3) }, 667],
    ['目标三个、完成两个', { ...withCompounds({ completedOn: null }, ['c1', 'c2']), plan: plan(3) }, 1333],
    ['目标为零', { plan: plan(0) }, 0],
    ['没有年度计划', { plan: null }, 0],
    ['迟完成也是完成', withCompounds({ completedOn: day('2020-07-01') }), 2000],
  ],
  '6.1': [
    ['最后一天', withCompounds({ completedOn: day('2020-06-30') }), 1000],
    ['迟一天', withCompounds({ completedOn: day('2020-07-01') }, ['c4']), 750],
    ['未完成', withCompounds({ completedOn: null }, ['c4']), 750],
    ['目标为零', { plan: plan(0) }, 0],
  ],
  '7.1': [
    ['全部通过验收', {}, 500],
    ['一个没有', withCompounds({ accepted: false }, ['c2']), 375],
    ['目标为零', { plan: plan(0) }, 0],
  ],
  '8.1': [
    ['两次都通过', {}, 200],
    ['一个小区只有第一次', withCompounds({ roundsPassed: [1] }, ['c3']), 0],
    ['没有项目', { projects: [] }, 0],
  ],
  '8.2': [
    ['计划、内容、成果都公示了', withCompounds({ notices: ['list', 'plan', 'result'] }), 200],
    ['没有公示内容', withCompounds({ notices: ['list', 'result'] }, ['c1']), 0],
    ['没有公示成果', withCompounds({ notices: ['list', 'design'] }, ['c1']), 0],
    ['没有公示计划', withCompounds({ notices: ['design', 'result'] }, ['c1']), 0],
  ],
  '8.3': [
    ['没有投诉', {}, 200],
    ['最后一天答复', { complaints: [{ ...answered, dueOn: due, answeredOn: due, late: false }] }, 200],
    ['迟一天', { complaints: [{ ...answered, dueOn: due, answeredOn: day('2020-05-17'), late: true }] }, 0],
    ['逾期未答', { complaints: [{ ...answered, dueOn: due, answeredOn: null, late: true }] }, 0],
    ['未到期', { complaints: [{ ...answered, dueOn: day('2020-07-10'), answeredOn: null, late: false }] }, 200],
  ],
  '8.4': [
    ['正好80%', withCompounds({ satisfied: 40 }), 400],
    ['差一户', { projects: [project(1, { compounds: [compound(1, { satisfied: 39 })] })] }, 200],
    ['200户差一户到80%', { ...withCompounds({ satisfied: 40 }), ...one(39) }, 200],
    ['正好50%', withCompounds({ satisfied: 25 }), 200],
    ['200户差一户到50%', twentyFive(24), 0],
    ['没有调查', withCompounds({ satisfied: null }), 0],
    ['没有小区', { projects: [] }, 0],
  ],
  '9.1': [
    ['一个小区有适老设施', withCompounds({ planned: ['C-R01'] }, ['c1', 'c2', 'c3']), 100],
    ['没有', withCompounds({ planned: ['C-R01', 'C-I08'] }), 0],
  ],
  '9.2': [
    ['一个小区有节能改造', withCompounds({ planned: ['C-R01'] }, ['c1', 'c2', 'c3']), 100],
    ['没有', withCompounds({ planned: ['B-I04'] }), 0],
  ],
  '9.3': [
    ['都有物业管理', {}, 100],
    ['一个没有', withProjects({ propertyService: null }, 'p2'), 0],
    ['没有项目', { projects: [] }, 0],
  ],
  '9.4': [
    ['一个EPC', withProjects({ contracts: ['construction'] }, 'p2'), 200],
    ['一个全过程咨询', withProjects({ contracts: ['consulting'] }), 200],
    ['都是施工', withProjects({ contracts: ['construction', 'supervision'] }), 0],
  ],
  '10.1': [['由县市申报', {}, 0]],
  '10.2': [
    ['每个小区两项', withCompounds({ done: ['C-R01', 'C-I09'] }), 500],
    ['一个小区一项', withCompounds({ done: ['C-R01', 'B-I05', 'B-R01'] }, ['c1']), 0],
  ],
  '11.1': [
    ['省级报道', { news: [piece(1, 'report', 'province')] }, 200],
    ['州级报道', { news: [piece(1, 'report', 'prefecture')] }, 0],
    ['州级表扬', { news: [piece(1, 'praise', 'prefecture')] }, 200],
  ],
  '11.2': [
    ['现场会', { news: [piece(1, 'siteMeeting', 'county')] }, 100],
    ['县级采访', { news: [piece(1, 'interview', 'county')] }, 0],
    ['州级采访', { news: [piece(1, 'interview', 'prefecture')] }, 100],
  ],
  '11.3': [
    ['三条', { news: [1, 2, 3].map((no) => piece(no, 'experience', 'county')) }, 200],
    ['两条', { news: [1, 2].map((no) => piece(no, 'experience', 'county')) }, 0],
    ['四条', { news: [1, 2, 3, 4].map((no) => piece(no, 'results', 'province')) }, 200],
  ],
};

function plan(target: number) {
  return { ...(county().plan as NonNullable<ScoreFacts['plan']>), target };
}
/** 40, 40, 40 of 50 households each, and so many of the fourth. */
function one(satisfied: number): Partial<ScoreFacts> {
  const own = withCompounds({ satisfied: 40 }).projects ?? [];
  return {
    projects: own.map((p) => ({ ...p, compounds: p.compounds.map((c) => (c.id === 'c4' ? { ...c, satisfied } : c)) })),
  };
}
function twentyFive(satisfied: number): Partial<ScoreFacts> {
  const own = withCompounds({ satisfied: 25 }).projects ?? [];
  return {
    projects: own.map((p) => ({ ...p, compounds: p.compounds.map((c) => (c.id === 'c4' ? { ...c, satisfied } : c)) })),
  };
}

describe('the criteria of the annex, from records to points', () => {
  it('each has its borders here', () => {
    expect(Object.keys(CASES)).toEqual(criteriaOf(scoreOf(county(), chuxiong2020)).map(({ id }) => id));
  });

  for (const [id, cases] of Object.entries(CASES))
    it.each(cases)(`${id} %s`, (_, changed, points) => {
      expect(criterion(county(changed), id).value).toBe(points);
    });
});

describe('what the year is measured by', () => {
  const outside = project(3, {
    ...{ inPlan: false, stage: 3, appliedOn: null, startedOn: null, begunOn: null, readyOn: null, longestGap: null },
    ...{
      reportsDue: 0,
      reportsInTime: 0,
      entries: 0,
      entriesWithFile: 0,
      payments: 0,
      paymentsInOrder: 0,
      findings: 0,
    },
    ...{ propertyService: null, received: [], contracts: [] },
    compounds: [compound(9, { completedOn: null, accepted: false, satisfied: null, roundsPassed: [1] })],
  });
  const facts = county({ projects: [...county().projects, outside] });

  it('a project that the annual plan did not choose is not asked', () => {
    expect(scoreOf(facts, chuxiong2020).value).toBe(9_300);
  });

  it('while no plan was confirmed, every project of the year is', () => {
    const rows = criterion({ ...facts, plan: null }, '3.2').tests[0]?.rows;
    expect(rows?.map(({ name, met }) => [name, met])).toContainEqual(['第3片区', false]);
  });

  it('whoever builds without a plan and without procedures loses the point for them', () => {
    const wild = { ...outside, begunOn: day('2020-03-01'), longestGap: 0 };
    expect(criterion({ ...facts, projects: [...county().projects, wild] }, '3.3').value).toBe(0);
  });
});

describe('a county whose every record is there', () => {
  const sheet = scoreOf(county(), chuxiong2020);

  it('has 93 points: five more the county must claim, two only the review can award', () => {
    expect(sheet).toMatchObject({ value: 9_300, attested: 500, review: 200, noTarget: false });
    expect(sheet.groups.map(({ value }) => value)).toEqual([1_500, 1_800, 5_000, 1_000]);
  });

  it('every point is proved by rows, and every formula has its numbers', () => {
    for (const one of criteriaOf(sheet).filter(({ proof, id }) => proof !== 'attested' && id !== '4.4')) {
      expect(one.tests.length, one.id).toBeGreaterThan(0);
      const rows = one.tests.flatMap((test) => test.rows);
      if (one.id !== '8.3')
        expect(
          rows.some(({ part }) => part > 0),
          one.id,
        ).toBe(true);
      for (const { says } of rows) expect(says.code).toMatch(/^score\./);
    }
    expect(criterion(county(), '5.1').formula).toEqual({ kind: 'ratio', found: 4, of: 4, points: 2_000 });
    expect(criterion(county(), '8.4').formula).toMatchObject({ kind: 'graded', found: 180, of: 200, reached: 80 });
  });

  it('without a target the three ratios say so instead of giving points', () => {
    const without = scoreOf(county({ plan: plan(0) }), chuxiong2020);
    expect(without.noTarget).toBe(true);
    const kinds = criteriaOf(without).filter(({ formula }) => formula.kind === 'noTarget');
    expect(kinds.map(({ id, value }) => [id, value])).toEqual([
      ['5.1', 0],
      ['6.1', 0],
      ['7.1', 0],
    ]);
  });
});
