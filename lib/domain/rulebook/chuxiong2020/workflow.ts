type Kind = 'submit' | 'review' | 'approve' | 'report' | 'receive' | 'complete';

interface More {
  needs?: string[];
  meets?: string[];
  paper?: string;
  returnsTo?: string;
}

const step = (
  code: string,
  name: string,
  nameEn: string,
  kind: Kind,
  by: string[],
  clause: string,
  { needs = [], meets = [], paper, returnsTo }: More = {},
) => ({ code, name, nameEn, kind, by, needs, meets, paper: paper ?? null, returnsTo: returnsTo ?? null, clause });

const BODIES = ['county_bureau', 'prefecture_bureau'];
const stage = (number: number, ...steps: ReturnType<typeof step>[]) => ({ stage: number, steps, sentBackBy: BODIES });
const complete = (by: string[], clause: string, needs: string[]) =>
  step('complete', '完成本阶段', 'Complete the stage', 'complete', by, clause, { needs });

const ENTITY = ['implementing_entity'];
const COUNTY = ['county_bureau'];
const PREFECTURE = ['prefecture_bureau'];

const stages = [
  stage(1, complete(COUNTY, 'P三(三)1/调研', ['surveyed', 'eligible'])),
  stage(
    2,
    complete(COUNTY, 'P三(三)2/清单', [
      'roundOnePassed',
      'renovationType',
      'listNoticeOver',
      'feasibilityReport',
      'governmentConsent',
      'feasibilityApproved',
    ]),
  ),
  stage(
    3,
    complete(COUNTY, 'P三(三)3/方案', [
      'compoundPlan',
      'buildingPlans',
      'fundingSums',
      'residentShares',
      'implementingEntity',
    ]),
  ),
  stage(
    4,
    step('submit', '报送初步设计', 'Send the preliminary design in', 'submit', [...ENTITY, ...COUNTY], 'P三(三)4', {
      needs: ['design', 'costEstimate', 'fundRaisingPlan', 'maintenanceFundPlan', 'propertyServicePlan'],
    }),
    step('review', '技术性审查', 'Technical review', 'review', PREFECTURE, 'P三(三)4', {
      meets: ['technicalReview'],
      paper: 'technicalReview',
      returnsTo: 'submit',
    }),
    step('approve', '审批初步设计', 'Approve the preliminary design', 'approve', COUNTY, 'P三(三)4', {
      meets: ['countyApproval'],
      paper: 'designApproval',
      returnsTo: 'submit',
    }),
    step('report', '报州住建局备案', 'Report for filing', 'report', COUNTY, 'P三(三)4', { needs: ['countyApproval'] }),
    step('receive', '备案登记', 'Take into the files', 'receive', PREFECTURE, 'P三(三)4', {
      meets: ['approvalsFiled'],
      returnsTo: 'report',
    }),
  ),
  stage(5, complete(['town', 'community'], 'P三(三)5', ['designNoticeOver', 'roundTwoPassed'])),
  stage(6, complete(ENTITY, 'P三(三)6', ['inAnnualPlan', 'permits', 'drawings', 'budget', 'budgetAudit'])),
  stage(7, complete(ENTITY, 'P三(三)7', ['constructionAwarded', 'supervisionAwarded'])),
  stage(
    8,
    step('submit', '报告完工', 'Report completion', 'submit', ENTITY, 'P三(三)8', {
      needs: ['itemsComplete', 'findingsRectified'],
    }),
    step('confirm', '确认完工', 'Confirm completion', 'approve', COUNTY, 'P三(三)8', {
      needs: ['itemsComplete', 'findingsRectified'],
      meets: ['countyConfirmed'],
      returnsTo: 'submit',
    }),
  ),
  stage(9, complete(COUNTY, 'P三(三)9/验收', ['jointAcceptance', 'finalAccount', 'finalAudit', 'archiveHandedOver'])),
  stage(
    10,
    complete([...ENTITY, 'community'], 'P三(三)10/方案', ['managementPlan', 'propertyService', 'handoverList']),
  ),
];

type Required = 'always' | 'optional' | 'permit';
const paper = (
  code: string,
  name: string,
  nameEn: string,
  stageNumber: number,
  need: string | null,
  numbered: boolean,
  clause: string,
  required: Required = need ? 'always' : 'optional',
) => ({ code, name, nameEn, stage: stageNumber, need, numbered, required, clause });

const papers = [
  paper('planDocument', '改造方案文本', 'Plan as a paper', 3, null, false, 'P三(三)3/方案'),
  paper('design', '初步设计文件', 'Preliminary design', 4, 'design', false, 'P三(三)4'),
  paper('costEstimate', '概算书', 'Cost estimate', 4, 'costEstimate', false, 'P三(三)4'),
  paper('fundRaisingPlan', '居民资金筹集方案', 'Fund-raising plan', 4, 'fundRaisingPlan', false, 'P三(三)4'),
  paper(
    'maintenanceFundPlan',
    '住宅维修资金补缴、续筹方案',
    'Maintenance-fund plan',
    4,
    'maintenanceFundPlan',
    false,
    'P三(三)4',
  ),
  paper(
    'propertyServicePlan',
    '物业服务引进方案',
    'Property-service plan',
    4,
    'propertyServicePlan',
    false,
    'P三(三)4',
  ),
  paper('technicalReview', '技术性审查意见', 'Technical review', 4, 'technicalReview', true, 'P三(三)4'),
  paper('designApproval', '初步设计批复', 'Approval of the design', 4, 'countyApproval', true, 'P三(三)4'),
  paper('siteSelection', '规划选址审批文件', 'Site-selection permit', 6, 'permits', true, 'P四(三)3', 'permit'),
  paper('landUsePlanning', '建设用地规划许可证', 'Land-use planning permit', 6, 'permits', true, 'P四(三)3', 'permit'),
  paper('drawings', '施工图设计文件', 'Construction drawings', 6, 'drawings', false, 'P三(三)6'),
  paper('budget', '施工图预算', 'Budget', 6, 'budget', false, 'P三(三)6'),
  paper('budgetAudit', '第三方预算审核报告', 'Third-party audit of the budget', 6, 'budgetAudit', true, 'P三(三)6'),
  paper('tenderNotice', '招标公告', 'Tender notice', 7, null, true, 'P三(三)7'),
  paper('awardNotice', '中标通知书', 'Notice of award', 7, null, true, 'P三(三)7'),
  paper('startReport', '开工报告', 'Start report', 8, null, true, 'P三(三)8'),
  paper('completionReport', '竣工报告', 'Completion report', 8, null, true, 'P三(三)8'),
  paper('acceptanceOpinion', '联合竣工验收意见书', 'Opinion of the joint acceptance', 9, null, true, 'P三(三)9/验收'),
  paper('finalAccount', '竣工财务决算', 'Final account', 9, 'finalAccount', true, 'P三(三)9/决算'),
  paper('finalAudit', '决算审计报告', 'Audit of the final account', 9, 'finalAudit', true, 'P三(三)9/决算'),
  paper('archiveReceipt', '资料移交签收单', 'Receipt of the archive', 9, 'archiveHandedOver', true, 'P三(三)9/决算'),
  paper('managementPlan', '长效管理方案', 'Management plan', 10, 'managementPlan', false, 'P三(三)10/方案'),
  paper('propertyContract', '物业服务合同', 'Property-service contract', 10, null, true, 'P三(三)10/物业'),
];

const type = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: '决定/改造类型' });
const party = (code: string, name: string, nameEn: string, required: boolean, many: boolean) => ({
  code,
  name,
  nameEn,
  required,
  many,
  clause: 'P三(三)9/验收',
});

/** How the ten stages are gone through: who takes which step, which papers, who accepts, and the checks afterwards. */
export const workflow = {
  renovationTypes: [
    type('basic', '基础类改造', 'Basic renovation'),
    type('completing', '完善类改造', 'Completing renovation'),
    type('improving', '提升类改造', 'Improving renovation'),
    type('comprehensive', '综合整治', 'Comprehensive renovation'),
  ],
  stages,
  papers,
  acceptanceParties: [
    party('countyBureau', '县市住建局', 'County bureau', true, false),
    party('department', '相关部门', 'Department', true, true),
    party('participant', '参建单位', 'Participant in the works', true, true),
    party('town', '镇政府', 'Town government', true, false),
    party('community', '社区', 'Community', true, true),
    party('owners', '业主委员会或居民自治小组', "Owners' committee or residents' group", true, true),
  ],
  aftercare: { months: [6, 12, 24], clause: '决定/回访检查' },
  rankingScale: {
    condition: { deficiencies: 4_000, facilities: 4_000, age: 2_000 },
    ageYears: 20,
    mechanism: { ownersCommittee: 2_500, propertyService: 2_500, maintenanceFund: 2_000 },
    mechanismPapers: [
      { code: 'propertyServicePlan', points: 1_000 },
      { code: 'maintenanceFundPlan', points: 1_000 },
      { code: 'managementPlan', points: 1_000 },
    ],
    clause: '决定/排序权重',
  },
};

/** What the gates of 2020.1 did not ask for yet. */
export const morePermits = [
  'permits',
  '规划选址、用地规划许可已办理（或适用绿色通道）',
  'Permits at hand, or spared by the green channel',
  'P四(三)3',
] as const;
