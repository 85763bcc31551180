import { FISCAL_LINE, fundRows, TOTAL_LINE } from './fund-rows';
import { COUNTED, filled, unfillable } from './rows';
import { COMPLETED, ofMonth, STARTED, scaleRows, TASK } from './scale-rows';
import type { ShapeGroup, ShapeRow } from './shape';

const money = { unit: COUNTED.yuan, form: 'yuan' as const };
const REPORT = '决定/月报';

export const projectsRow = (): ShapeRow =>
  filled('projects', 'projects', {
    name: { zh: '年度改造项目数', en: 'Programme year: projects' },
    unit: COUNTED.projects,
    definition: { zh: '项目年度内未撤销的改造项目。', en: "The year's projects that were not withdrawn." },
    clause: 'P三(二)',
  });

const ESTIMATE = filled('estimate', 'estimate', {
  name: { zh: '概算总投资', en: 'Estimated cost' },
  definition: { zh: '年度项目批准的概算之和。', en: "The approved estimates of the year's projects." },
  clause: 'P三(三)4',
  lacks: { zh: '个项目没有概算', en: 'projects without an estimate' },
  ...money,
});

const REPORTS: ShapeRow[] = [
  filled('reports.due', 'reports.due', {
    name: { zh: '应报月报项目', en: 'Projects that report' },
    unit: COUNTED.reports,
    definition: {
      zh: '本月应报月报的在建项目，不分项目年度，与县市月度汇总同一口径。',
      en: "Projects that report in the month, of whatever year; as the county's summary counts.",
    },
    clause: REPORT,
  }),
  filled('reports.accepted', 'reports.accepted', {
    name: { zh: '已接收月报', en: 'Reports accepted' },
    unit: COUNTED.reports,
    definition: { zh: '本月已被接收的月报。', en: 'Reports of the month that were accepted.' },
    clause: REPORT,
  }),
  filled('investment.month', 'investment.month', {
    name: { zh: '本月完成投资', en: 'Investment of the month' },
    definition: {
      zh: '已接收月报所报本月完成投资之和，不分项目年度。',
      en: 'As reported in the accepted reports of the month, of whatever programme year.',
    },
    clause: REPORT,
    lacks: { zh: '个项目的月报还没有被接收', en: 'projects whose report is not accepted yet' },
    ...money,
  }),
  filled('investment.soFar', 'investment.soFar', {
    name: { zh: '年度项目累计完成投资', en: "Investment of the year's projects so far" },
    definition: {
      zh: '年度项目截至本月末全部已接收月报的完成投资之和。',
      en: "All accepted reports of the year's projects to the end of the month.",
    },
    clause: REPORT,
    lacks: { zh: '个已到实施阶段的项目没有已接收的月报', en: 'projects in construction without an accepted report' },
    ...money,
  }),
  filled('reports.people', 'reports.people', {
    name: { zh: '现场人数', en: 'People on site' },
    unit: COUNTED.people,
    definition: { zh: '已接收月报所报现场人数之和。', en: 'As reported in the accepted reports of the month.' },
    clause: REPORT,
    lacks: { zh: '个项目的月报还没有被接收', en: 'projects whose report is not accepted yet' },
  }),
  unfillable(
    'never.investmentBySource',
    {
      zh: '月报所报完成投资不分资金来源；分来源的只有到位和支付，见财政资金表。',
      en: 'Reports give the investment without its sources; the finance table has receipts and payments by source.',
    },
    {
      name: { zh: '本月完成投资中中央补助资金', en: 'Of the investment of the month: central subsidy' },
      definition: {
        zh: '本月完成投资中使用中央补助资金的部分。',
        en: 'The part of the investment paid by central subsidy.',
      },
      clause: 'P四(二)1',
      ...money,
    },
  ),
];

const OTHERS: ShapeRow[] = [
  unfillable(
    'never.residents',
    {
      zh: '户册记录户和业主，不登记居住人口；不以户数乘系数推算。',
      en: 'Households and owners are recorded, not how many people live there; nothing is multiplied.',
    },
    {
      name: { zh: '惠及人口', en: 'People who benefit' },
      unit: COUNTED.people,
      definition: { zh: '改造小区的常住人口。', en: 'People who live in the compounds.' },
      clause: 'P一',
    },
  ),
  unfillable(
    'never.accidents',
    {
      zh: '系统记录检查问题和停工通知，不记录生产安全事故；事故按应急管理部门的统计填报。',
      en: 'Findings and stop-work notes are recorded, accidents are not.',
    },
    {
      name: { zh: '生产安全事故起数', en: 'Accidents' },
      unit: { zh: '起', en: 'accidents' },
      definition: {
        zh: '本月改造工地发生的生产安全事故。',
        en: 'Accidents at work on the sites in the month.',
      },
      clause: 'P四(三)4',
    },
  ),
];

const month = { of: 'fundMonth', form: 'yuan' } as const;
const soFar = { of: 'fund', form: 'yuan' } as const;
const lines = [TOTAL_LINE, FISCAL_LINE];
/** All of a movement, and the fiscal part of it: they stand in one group, so each says which movement it is. */
const movement = (rows: ShapeRow[], zh: string, en: string): ShapeRow[] =>
  rows.map((row, at) => ({
    ...row,
    name: at === 0 ? { zh, en } : { zh: `${zh}中：财政资金`, en: `${en}: fiscal` },
  }));

/** 县市月报表: the year's task, what began and ended in the month and so far, investment, money to the end of the month. */
export const countyMonthGroups = (): ShapeGroup[] => [
  {
    code: 'task',
    name: { zh: '年度任务', en: "The year's task" },
    rows: [projectsRow(), ...scaleRows(TASK), ESTIMATE],
  },
  {
    code: 'started',
    name: { zh: '开工', en: 'Started' },
    rows: [...scaleRows(ofMonth(STARTED, '本月开工', 'Started in the month:')), ...scaleRows(STARTED)],
  },
  {
    code: 'completed',
    name: { zh: '竣工', en: 'Completed' },
    rows: [...scaleRows(ofMonth(COMPLETED, '本月竣工', 'Completed in the month:')), ...scaleRows(COMPLETED)],
  },
  { code: 'investment', name: { zh: '月报与投资', en: 'Reports and investment' }, rows: REPORTS },
  {
    code: 'money',
    name: { zh: '资金', en: 'Money' },
    rows: [
      ...movement(fundRows('planned', lines, soFar), '年度计划资金', 'Planned for the year'),
      ...movement(fundRows('allocated', lines, month), '本月下达资金', 'Allocated in the month'),
      ...movement(fundRows('received', lines, month), '本月到位资金', 'Received in the month'),
      ...movement(fundRows('paid', lines, month), '本月支付资金', 'Paid in the month'),
      ...movement(fundRows('allocated', lines, soFar), '累计下达资金', 'Allocated so far'),
      ...movement(fundRows('received', lines, soFar), '累计到位资金', 'Received so far'),
      ...movement(fundRows('paid', lines, soFar), '累计支付资金', 'Paid so far'),
    ],
  },
  { code: 'others', name: { zh: '其他', en: 'Others' }, rows: OTHERS },
];
