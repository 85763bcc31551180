import type { Rulebook } from '../schema';

type Proof = 'computed' | 'attested' | 'mixed';
const clause = '附件';

const all = (id: string, points: number, proof: Proof, text: string, textEn: string) => ({
  award: 'all-or-nothing',
  id,
  points,
  proof,
  text,
  textEn,
  clause,
});

const ratio = (id: string, points: number, part: string, whole: string, text: string, textEn: string, of = clause) => ({
  award: 'ratio',
  id,
  points,
  proof: 'computed',
  part,
  whole,
  text,
  textEn,
  clause: of,
});

const indicator = (
  code: string,
  name: string,
  nameEn: string,
  points: number,
  explanation: string,
  criteria: object[],
) => ({
  code,
  name,
  nameEn,
  points,
  explanation,
  criteria,
  clause,
});

const application = indicator('application', '项目申报', 'Project application', 5, '老旧小区整治改造项目申报情况', [
  all('1.1', 1, 'computed', '进行了老旧小区改造事前摸排的，得1分', 'Compounds were surveyed beforehand'),
  all(
    '1.2',
    2,
    'computed',
    '制定项目年度计划、实施方案、一楼一方案的，得2分',
    'Annual plan, implementation plan and a plan per building were made',
  ),
  all(
    '1.3',
    2,
    'mixed',
    '根据摸排结果做好分年度项目申报并按时报计划的，得2分',
    'Projects applied for by year from the survey, plans reported on time',
  ),
]);

const funds = indicator('funds', '资金管理', 'Fund management', 10, '老旧小区改造专项资金的使用管理情况', [
  all(
    '2.1',
    5,
    'mixed',
    '符合财政资金使用要求，专款专用且使用手续规范的，得5分',
    'Funds used as required, earmarked, with proper procedure',
  ),
  all('2.2', 2, 'computed', '资金使用资料、凭证及台账齐全的，得2分', 'Papers, vouchers and ledger complete'),
  all(
    '2.3',
    3,
    'computed',
    '积极筹措改造资金，在上级补助基础上，县级财政配套资金，且有社会资本投入的，得3分',
    'County funds added to the subsidy, and social capital invested',
  ),
]);

const management = indicator('management', '项目实施管理', 'Project management', 10, '项目按照建设程序科学实施的情况', [
  all('3.1', 2, 'mixed', '建立领导机构的，得2分', 'A leading group was set up'),
  all(
    '3.2',
    3,
    'mixed',
    '项目按计划实施并符合技术规范，得3分',
    'Projects carried out as planned and to technical standards',
  ),
  all(
    '3.3',
    3,
    'computed',
    '项目符合基本建设程序及中央、省、州相关管理规定的，得3分',
    'Projects followed the construction procedure and the rules',
  ),
  all(
    '3.4',
    2,
    'computed',
    '对项目施工全过程进行质量及安全等过程监督管理的，得2分',
    'Quality and safety supervised throughout construction',
  ),
]);

// The printed criteria reach 8 of 10; the remaining 2 are a line of their own (决定/复核核定).
const system = indicator(
  'system',
  '信息系统使用',
  'Use of the information system',
  10,
  '提供项目资料信息及时、齐全、真实、准确',
  [
    all(
      '4.1',
      3,
      'computed',
      '使用老旧小区改造管理信息系统，按时录入填报项目相关情况，实时更新项目推进信息的，得3分',
      'Project data entered on time and kept up to date',
    ),
    all(
      '4.2',
      3,
      'computed',
      '利用信息系统对项目进行动态、有效的监督管理的，得3分',
      'The system used to supervise projects',
    ),
    all('4.3', 2, 'computed', '按时上报各类报表及工作进展情况的，得2分', 'Reports and progress sent on time'),
    {
      award: 'review',
      id: '4.4',
      points: 2,
      proof: 'review',
      text: '复核核定',
      textEn: 'Awarded in review',
      clause: '决定/复核核定',
    },
  ],
);

const completion = indicator(
  'completion',
  '目标任务完成率',
  'Completion rate',
  20,
  '本年度项目小区完成数与年度目标任务数的比率',
  [
    ratio(
      '5.1',
      20,
      'completedCompounds',
      'targetCompounds',
      '目标任务完成率=项目小区完成数/年度目标任务小区总数*分值',
      'Completed compounds ÷ target compounds × points',
    ),
  ],
);

const onTime = indicator(
  'onTime',
  '项目时限达标率',
  'On-time rate',
  10,
  '本年度项目小区按时限完成数与年度目标任务数的比率',
  [
    ratio(
      '6.1',
      10,
      'onTimeCompounds',
      'targetCompounds',
      '项目时限达标率=符合完工时限要求的项目小区数/年度目标任务小区总数*分值',
      'Compounds completed within the time limit ÷ target compounds × points',
      '附件/完成时间',
    ),
  ],
);

const quality = indicator(
  'quality',
  '项目质量达标率',
  'Quality rate',
  5,
  '本年度项目小区质量达标数与年度目标任务数的比率',
  [
    ratio(
      '7.1',
      5,
      'acceptedCompounds',
      'targetCompounds',
      '项目质量达标率=质量达标的项目数/年度目标任务数*分值',
      'Accepted as qualified ÷ target × points',
    ),
  ],
);

const satisfaction = indicator(
  'satisfaction',
  '社会满意度',
  'Satisfaction',
  10,
  '通过社会公众、服务对象或政府相关部门人员的调查走访，获取对项目实施效果的满意程度',
  [
    all(
      '8.1',
      2,
      'mixed',
      '改造过程中，注重吸收居民全过程参与，主动征询和收集居民和群众意见的，得2分',
      'Residents took part throughout and were asked',
    ),
    all(
      '8.2',
      2,
      'computed',
      '及时公示改造项目计划、内容、成果，并形成完整的公示征求意见资料的，得2分',
      'Plan, content and result published in time, papers complete',
    ),
    all(
      '8.3',
      2,
      'computed',
      '积极回应群众诉求，及时处理群众反映事项的，得2分',
      'Complaints answered and dealt with in time',
    ),
    {
      award: 'graded',
      id: '8.4',
      points: 4,
      proof: 'computed',
      text: '群众满意度较高，超过小区业主总户数80%（含80%）的，得4分，超过50%（含50%）低于80%的，得2分；低于50%的，不得分',
      textEn: 'Satisfied households of all: 80 % and more 4 points, 50 % and more 2, below none',
      steps: [
        { fromPercent: 80, points: 4 },
        { fromPercent: 50, points: 2 },
      ],
      clause,
    },
  ],
);

const innovation = indicator('innovation', '试点及创新工作', 'Pilots and innovation', 5, '试点及创新工作情况', [
  all('9.1', 1, 'computed', '年度改造项目中有“适老化”项目的，得1分', 'A project for the elderly'),
  all('9.2', 1, 'computed', '年度改造项目中有建筑节能改造项目的，得1分', 'An energy-saving project'),
  all('9.3', 1, 'computed', '改造后的项目实施物业管理的，得1分', 'Property management after renovation'),
  all(
    '9.4',
    2,
    'mixed',
    '在设计、招标、督查巡查、验收、物业服务、资金管理等方面项目中推广创新举措，如EPC、ROT等模式的，得2分',
    'Innovations such as EPC or ROT',
  ),
]);

const benefit = indicator('benefit', '社会效益', 'Social benefit', 10, '项目实施对社会发展所带来的直接或间接影响情况', [
  all('10.1', 5, 'attested', '通过项目实施，大力改善小区整体面貌的，得5分', 'The look of compounds much improved'),
  all(
    '10.2',
    5,
    'mixed',
    '通过项目实施，小区公共配套设施不断完善（至少实施小区基础设施改造、提升项目2项以上的），较大幅度满足居民群众生活需要的，得5分',
    'Public facilities improved, at least two items',
  ),
]);

const publicity = indicator('publicity', '新闻宣传', 'Publicity', 5, '项目实施过程中进行新闻宣传的情况', [
  all(
    '11.1',
    2,
    'mixed',
    '年内在省级主要新闻媒体、省级有关信息专刊上刊载信息、经验、做法或成效，或获州级以上表扬的，得2分',
    'Published by provincial media, or praised by the prefecture or above',
  ),
  all(
    '11.2',
    1,
    'mixed',
    '在当地召开现场推进会或接受州级以上主要新闻媒体采访报道的，得1分',
    'An on-site meeting held, or covered by prefecture media or above',
  ),
  all(
    '11.3',
    2,
    'computed',
    '及时编报项目推进情况、经验做法、主要成效等相关信息不少于3条的，得2分',
    'At least three reports of progress, experience or results',
  ),
]);

const group = (code: string, name: string, nameEn: string, points: number, indicators: object[]) => ({
  code,
  name,
  nameEn,
  points,
  indicators,
});
const veto = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: 'P四(四)3/否决' });
const grade = (code: string, name: string, nameEn: string, from: number) => ({
  code,
  name,
  nameEn,
  from,
  clause: 'P四(四)3/等次',
});

/** P四(四) and the annex, wording and points as printed. */
export const scorecard = {
  title: '楚雄州城镇老旧小区改造绩效县市评价表',
  totalPoints: 100,
  groups: [
    group('input', '申报及投入', 'Application and input', 15, [application, funds]),
    group('process', '实施及操作', 'Implementation', 20, [management, system]),
    group('output', '项目产出', 'Output', 50, [completion, onTime, quality, satisfaction, innovation]),
    group('effect', '实施效果', 'Effect', 15, [benefit, publicity]),
  ],
  bonus: { name: '加分事项', nameEn: 'Bonus', cap: 10, clause: '附件/加分' },
  vetoes: [
    veto('criticised', '工作受到省级及以上通报批评', 'Criticised by the province or above'),
    veto('targetMissed', '未按期完成城镇老旧小区改造年度工作目标任务', 'Annual target not met on time'),
    veto('complaints', '群众投诉较多', 'Many complaints'),
    veto('qualityProblem', '工程质量等出现重大问题并造成恶劣影响', 'A serious quality problem with bad effect'),
  ],
  grades: [
    grade('excellent', '优秀', 'Excellent', 90),
    grade('good', '良好', 'Good', 80),
    grade('qualified', '合格', 'Qualified', 60),
    grade('unqualified', '不合格', 'Unqualified', 0),
  ],
  remarks: [
    '以上自评分需提供详实的支撑材料，如制定的制度、办法、方案，表彰奖励文件，出版刊物等。',
    '州级主管部门将根据日常工作开展中掌握的相关情况给予复核并组织相关部门进行审议。',
    '绩效评价结果做为县市政府下一年度改造任务及资金分配、政府管理绩效考核的重要依据。',
  ],
};

type Printed = Rulebook['scorecard'];

/** The same table with what is printed below 项目质量达标率, which its first version left out. */
export const withQualityNote = (table: Printed): Printed => ({
  ...table,
  groups: table.groups.map((one) => ({
    ...one,
    indicators: one.indicators.map((own) => ({
      ...own,
      criteria: own.criteria.map((criterion) =>
        criterion.id === '7.1' ? { ...criterion, clause: '附件/质量达标' } : criterion,
      ),
    })),
  })),
});
