import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

/**
 * The scorecard of another province and year, as data alone: five groups, eighteen indicators, other grade bands, ratios of other weight, a grading of three steps. What
 * loads it, reckons it, prints it is the same code (issue 7).
 */
const clause = '附件';
const names = (name: string, nameEn: string) => ({ name, nameEn });
const all = (id: string, points: number, text: string, proof: 'computed' | 'attested' | 'mixed' = 'computed') => ({
  ...{ award: 'all-or-nothing' as const, id, points, proof, text, textEn: text, clause },
});
const ratio = (id: string, points: number, part: string, text: string) => ({
  ...{ award: 'ratio' as const, id, points, proof: 'computed' as const, part, whole: 'targetCompounds' },
  ...{ text, textEn: text, clause },
});
type Criteria = Rulebook['scorecard']['groups'][number]['indicators'][number]['criteria'];
const indicator = (code: string, name: string, criteria: Criteria) => ({
  ...{ code, ...names(name, name), explanation: name, criteria, clause },
  points: criteria.reduce((sum, { points }) => sum + points, 0),
});
type Indicators = ReturnType<typeof indicator>[];
const group = (code: string, name: string, indicators: Indicators) => ({
  ...{ code, ...names(name, name), indicators },
  points: indicators.reduce((sum, { points }) => sum + points, 0),
});

const scorecard: Rulebook['scorecard'] = {
  title: '某省城镇老旧小区改造工作绩效评价表（2023年）',
  totalPoints: 100,
  groups: [
    group('prepare', '前期工作', [
      indicator('a1', '调查摸底', [all('A1', 4, '建立城镇老旧小区基础数据库的，得4分')]),
      indicator('a2', '计划编制', [all('A2', 4, '编制年度改造计划并逐楼制定方案的，得4分')]),
      indicator('a3', '居民意愿', [all('A3', 6, '改造小区均完成居民意愿征询的，得6分')]),
      indicator('a4', '组织领导', [all('A4', 4, '建立统筹协调机制的，得4分', 'mixed')]),
    ]),
    group('money', '资金筹措', [
      indicator('b1', '财政投入', [all('B1', 5, '落实县级财政资金的，得5分')]),
      indicator('b2', '社会资本', [all('B2', 5, '吸引社会资本参与的，得5分')]),
      indicator('b3', '资金监管', [all('B3', 4, '凭证、台账齐全的，得4分'), all('B4', 3, '支付手续规范的，得3分')]),
    ]),
    group('works', '工程实施', [
      indicator('c1', '开工', [all('C1', 5, '按时开工的，得5分')]),
      indicator('c2', '完工', [ratio('C2', 17, 'completedCompounds', '完工率×17')]),
      indicator('c3', '时限', [ratio('C3', 7, 'onTimeCompounds', '按期完工率×7')]),
      indicator('c4', '质量', [ratio('C4', 6, 'acceptedCompounds', '验收合格率×6')]),
      indicator('c5', '监督检查', [all('C5', 5, '检查间隔不超过31天的，得5分')]),
    ]),
    group('people', '群众满意', [
      indicator('d1', '满意度', [
        {
          ...{ award: 'graded' as const, id: 'D1', points: 9, proof: 'computed' as const, clause },
          ...{ text: '满意率90%以上9分，75%以上6分，60%以上3分', textEn: 'Satisfaction' },
          steps: [
            { fromPercent: 90, points: 9 },
            { fromPercent: 75, points: 6 },
            { fromPercent: 60, points: 3 },
          ],
        },
      ]),
      indicator('d2', '公示公开', [all('D2', 3, '公示齐全的，得3分')]),
      indicator('d3', '信访投诉', [all('D3', 3, '按时答复群众诉求的，得3分')]),
    ]),
    group('after', '长效管理', [
      indicator('e1', '物业服务', [all('E1', 4, '引入物业服务的，得4分')]),
      indicator('e2', '经验推广', [all('E2', 3, '编报信息不少于5条的，得3分')]),
      indicator('e3', '典型做法', [all('E3', 3, '形成可复制做法的，得3分', 'attested')]),
    ]),
  ],
  bonus: { ...names('加分', 'Bonus'), cap: 5, clause },
  vetoes: [{ code: 'accident', ...names('发生较大以上安全事故', 'A serious accident'), clause }],
  grades: [
    { code: 'a', ...names('A', 'A'), from: 95, clause },
    { code: 'b', ...names('B', 'B'), from: 85, clause },
    { code: 'c', ...names('C', 'C'), from: 70, clause },
    { code: 'd', ...names('D', 'D'), from: 0, clause },
  ],
  remarks: ['本表由县（市、区）填报。'],
};

const every = { rule: 'every' as const, orNone: false };
const some = (atLeast: number) => ({ rule: 'some' as const, atLeast });
type Tests = NonNullable<Rulebook['scoring']>['criteria'][number]['tests'];
const of = (criterion: string, ...tests: Tests) => ({ criterion, tests, clause });
const money = (source: string, kind: string | null) => ({
  measure: 'moneyReceived' as const,
  from: [{ source, kind }],
});

const scoring: Rulebook['scoring'] = {
  clause,
  criteria: [
    of('A1', { of: { measure: 'countySurveyed' }, holds: some(1) }),
    of('A2', { of: { measure: 'annualPlan' }, holds: some(1) }, { of: { measure: 'buildingPlans' }, holds: every }),
    of('A3', { of: { measure: 'roundsPassed', rounds: [1] }, holds: every }),
    of('A4', { of: { measure: 'leadingGroup' }, holds: some(1) }),
    of('B1', { of: money('local', 'county'), holds: some(1) }),
    of('B2', { of: money('social', null), holds: some(1) }),
    of('B3', { of: { measure: 'vouchers' }, holds: every }),
    of('B4', { of: { measure: 'paymentsInOrder' }, holds: { rule: 'percent', atLeast: 95 } }),
    of('C1', { of: { measure: 'startedInTime' }, holds: every }),
    of('C5', { of: { measure: 'inspectionGaps', days: 31 }, holds: every }),
    of('D2', { of: { measure: 'noticesComplete', kinds: [['list'], ['result']] }, holds: every }),
    of('D3', { of: { measure: 'complaintsInTime' }, holds: { rule: 'every', orNone: true } }),
    of('E1', { of: { measure: 'propertyService' }, holds: { rule: 'percent', atLeast: 50 } }),
    of('E2', {
      of: { measure: 'news', counts: [{ kinds: ['progress', 'experience', 'results'], from: 'county' }] },
      holds: some(5),
    }),
  ],
  graded: [{ criterion: 'D1', of: { measure: 'satisfiedHouseholds' } }],
  vetoes: [{ code: 'accident', signs: ['graveFindings'] }],
  disputeDays: 5,
  dispute: { clause },
  preference: { grade: 'a', points: 300, clause },
  reward: { weights: [{ grade: 'a', weight: 1 }], clause },
  sanctions: [{ code: 'criticised', ...names('通报', 'Criticism'), clause }],
};

/** Unknown data, as an office would load it. */
export const secondTemplate = (): unknown =>
  JSON.parse(
    JSON.stringify({
      ...chuxiong2020,
      id: 'other-2023',
      code: '某建城〔2023〕1号',
      version: '2023.1',
      scorecard,
      scoring,
    }),
  );
