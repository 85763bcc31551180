import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { scoreFacts } from '@/lib/server/scorecards/facts';
import { type Demonstration, openDemonstration } from '../../support/demonstration';

let demonstration: Demonstration;
let counties: ScoreFacts[];

beforeAll(async () => {
  demonstration = await openDemonstration();
  const people = demonstration.people;
  const bureau = people.get('zhou.zjj1') as Actor;
  counties = await withReader(bureau, (reader) => scoreFacts(reader, bureau, { year: 2020 }), { atOnce: true });
}, 240_000);
afterAll(() => demonstration.end());

const lufeng = () => counties.find(({ county }) => county.name === '禄丰市') as ScoreFacts;

describe('演示数据里的 2020 年度', () => {
  it('十一个县市，按单位的次序；四个有项目', () => {
    expect(counties.map(({ county }) => county.name)).toEqual([
      ...[
        '楚雄市',
        '禄丰市',
        '双柏县',
        '牟定县',
        '南华县',
        '姚安县',
        '大姚县',
        '永仁县',
        '元谋县',
        '武定县',
        '楚雄高新区',
      ],
    ]);
    const named = counties.filter(({ projects }) => projects.length > 0).map(({ county }) => county.name);
    expect(named).toEqual(['楚雄市', '禄丰市', '双柏县', '武定县']);
  });

  it('禄丰市：调整后的计划要完成两个小区，摸底 74 个小区、52 个符合条件，有领导小组', () => {
    const { plan, survey, leadingGroup } = lufeng();
    expect(plan).toMatchObject({ no: 2, documentNo: '楚住建城〔2020〕14号', target: 2 });
    expect(survey).toEqual({ compounds: 74, eligible: 52 });
    expect(leadingGroup).toMatchObject({
      documentNo: '禄政办发〔2020〕11号',
      head: '鲁文华',
      headPost: '市长',
      hasFile: true,
    });
  });

  it('小铺子片区：2月申报、开工都在期限里，先办手续后开工，四个月的月报按时，十个阶段都完成了', () => {
    const [project, ...others] = lufeng().projects;
    expect(others).toEqual([]);
    expect(project).toMatchObject({
      ...{ code: '532302-2020-001', name: '禄丰市小铺子片区改造项目', stage: 11, inPlan: true },
      ...{ appliedOn: '2020-01-08', readyOn: '2020-02-18', begunOn: '2020-02-25', startedOn: '2020-02-27' },
      ...{ reportsDue: 4, reportsInTime: 4, propertyService: '禄丰安和物业服务有限公司' },
      months: [
        { month: '2020-02-01', basisPoints: 674 },
        { month: '2020-03-01', basisPoints: 6245 },
        { month: '2020-04-01', basisPoints: 8891 },
        { month: '2020-05-01', basisPoints: 10_000 },
      ],
      ...{
        entries: 219,
        payments: 17,
        paymentsInOrder: 17,
        contracts: ['audit', 'construction', 'design', 'supervision'],
      },
      ...{
        inspections: 2,
        longestGap: 48,
        findings: 2,
        findingsLate: 0,
        graveOpen: 0,
        stopped: 0,
        acceptancesFailed: 0,
      },
    });
    const counted = project?.received.map(({ source, kind, amount }) => [`${source} ${kind}`.trim(), amount]);
    expect(counted).toContainEqual(['local county', '34217000']);
    expect(counted).toContainEqual(['residents selfRaised', '24140000']);
  });

  it('两个小区：两轮表决通过，方案逐栋落实，处处做完，按时竣工、验收，居民满意', () => {
    const compounds = lufeng().projects[0]?.compounds ?? [];
    expect(compounds.map(({ name, households, satisfied }) => [name, households, satisfied])).toEqual([
      ['桂花花园', 91, 82],
      ['计委家属院', 79, 66],
    ]);
    for (const one of compounds) {
      expect(one).toMatchObject({
        ...{ eligible: true, planFinal: true, buildings: 3, buildingsPlanned: 3, roundsPassed: [1, 2] },
        ...{ notices: ['design', 'list', 'result'], completedOn: '2020-06-02', accepted: true },
      });
      expect(one.done).toEqual(one.planned);
    }
  });

  it('县市的月份：2月到5月，都按时', () => {
    expect(lufeng().months).toEqual(
      [2, 3, 4, 5].map((month) => ({
        ...{ month: `2020-0${month}-01`, dueOn: `2020-0${month + 1}-05`, receivedOn: `2020-0${month + 1}-05` },
        inTime: true,
      })),
    );
    const { complaints, supervisions, news } = lufeng();
    expect([complaints, supervisions, news]).toEqual([[], [], []]);
  });

  it('完成、时限、质量三项得满分', () => {
    const ratios = criteriaOf(scoreOf(lufeng(), chuxiong2020)).filter(({ formula }) => formula.kind === 'ratio');
    expect(ratios.map(({ id, value }) => [id, value])).toEqual([
      ['5.1', 2000],
      ['6.1', 1000],
      ['7.1', 500],
    ]);
  });
});
