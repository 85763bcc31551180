import type { MeasureCode } from '../../rulebook/schema-scoring';
import type { CriterionScore } from '../sheet';

/** Which records a measure looks at, as an office calls them. */
const RECORDS: Record<MeasureCode, string> = {
  countySurveyed: '排查摸底',
  eligibleCompounds: '小区符合改造条件的认定',
  annualPlan: '年度实施计划',
  compoundPlans: '一区一策',
  buildingPlans: '一楼一策',
  appliedInTime: '改造申请',
  paymentsInOrder: '项目支付手续',
  vouchers: '资金凭证',
  moneyReceived: '到位资金',
  leadingGroup: '领导机构文件',
  startedInTime: '项目开工',
  technicalReview: '设计技术性审查',
  proceduresFirst: '开工前基本建设程序',
  inspected: '项目质量安全检查',
  inspectionGaps: '施工期检查间隔',
  findingsInTime: '检查问题整改',
  supervisionsInTime: '督办答复',
  reportsInTime: '项目月报',
  countyMonths: '县市月度汇总',
  completedCompounds: '小区完成',
  onTimeCompounds: '小区按时限完成',
  acceptedCompounds: '小区竣工验收',
  complaintsInTime: '群众诉求答复',
  satisfiedHouseholds: '小区满意度调查',
  propertyService: '改造后物业管理',
  roundsPassed: '两次征求意见',
  noticesComplete: '公示',
  itemPlanned: '相关改造内容',
  contractOf: '创新实施方式的合同',
  facilitiesDone: '小区公共配套设施改造',
  news: '新闻信息',
};

/** What each test of a criterion looks at, in the order of its tests. */
export const recordsOf = ({ tests }: CriterionScore): string[] =>
  tests.map(({ measure, about }) => {
    const more = about.map(({ name }) => name).join('、');
    return more ? `${RECORDS[measure]}（${more}）` : RECORDS[measure];
  });
