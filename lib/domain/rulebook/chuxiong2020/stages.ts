type Need = readonly [code: string, name: string, nameEn: string, clause?: string];

function stage(
  number: number,
  code: string,
  name: string,
  nameEn: string,
  completedBy: string[],
  clause: string,
  needs: Need[],
) {
  return {
    number,
    code,
    name,
    nameEn,
    completedBy,
    clause,
    needs: needs.map(([needCode, needName, needNameEn, needClause]) => ({
      code: needCode,
      name: needName,
      nameEn: needNameEn,
      clause: needClause ?? clause,
    })),
  };
}

/** P三(三)1–10, in order; names as the policy heads them. */
export const stages = [
  stage(1, 'survey', '排查摸底', 'Survey', ['county_bureau'], 'P三(三)1/调研', [
    ['surveyed', '小区已完成摸底', 'Every compound surveyed'],
    ['eligible', '小区符合改造范围', 'Every compound eligible', 'P三(三)1/范围'],
  ]),
  stage(2, 'firstVote', '第一次征求意见', 'First vote', ['community', 'county_bureau', 'county_drc'], 'P三(三)2/清单', [
    ['roundOnePassed', '各小区第一次表决通过', "Every compound's round 1 passed", 'P三(三)2/表决'],
    ['renovationType', '已明确改造类型', 'Renovation type stated'],
    ['listNoticeOver', '改造项目清单已公示期满', 'Project list published and its notice period over'],
    ['feasibilityReport', '年度可行性研究报告已编制', "The year's feasibility report written"],
    ['governmentConsent', '县市人民政府已同意', 'Consent of the county government'],
    ['feasibilityApproved', '县市发改局已审批', 'Approved by the county DRC'],
  ]),
  stage(3, 'plan', '编制改造方案', 'Plan', ['county_bureau'], 'P三(三)3/方案', [
    ['compoundPlan', '“一区一策”方案', 'A plan for each compound'],
    ['buildingPlans', '“一楼一策”方案', 'A plan for each building'],
    ['fundingSums', '资金来源合计等于造价', 'Funding sums to cost'],
    ['residentShares', '居民出资分摊比例已落实', 'Resident shares set'],
    ['implementingEntity', '已落实项目实施单位', 'Implementing entity named', 'P三(三)3/实施单位'],
  ]),
  stage(
    4,
    'preliminaryDesign',
    '制订初步设计方案',
    'Preliminary design',
    ['implementing_entity', 'prefecture_bureau', 'county_bureau'],
    'P三(三)4',
    [
      ['design', '初步设计方案', 'Preliminary design'],
      ['costEstimate', '概算', 'Cost estimate'],
      ['technicalReview', '州住建局技术性审查通过', 'Technical review by the prefecture passed'],
      ['countyApproval', '县市住建局审批', 'Approved by the county bureau'],
      ['approvalsFiled', '可研批复、初设批复已报州住建局备案', 'Both approvals filed with the prefecture'],
      ['fundRaisingPlan', '居民资金筹集方案', 'Fund-raising plan for residents'],
      ['maintenanceFundPlan', '住宅维修资金补缴、续筹方案', 'Maintenance-fund plan'],
      ['propertyServicePlan', '物业服务引进方案', 'Property-service plan'],
    ],
  ),
  stage(5, 'secondVote', '第二次征求意见', 'Second vote', ['town', 'community'], 'P三(三)5', [
    ['designNoticeOver', '初步设计方案已公示期满', 'Design published and its notice period over'],
    ['roundTwoPassed', '各小区第二次表决通过', "Every compound's round 2 passed"],
  ]),
  stage(6, 'drawings', '进行施工图设计', 'Construction drawings', ['implementing_entity'], 'P三(三)6', [
    ['inAnnualPlan', '已列入年度实施计划', 'In an annual plan', 'P四(三)2/排序'],
    ['drawings', '施工图', 'Construction drawings'],
    ['budget', '预算', 'Budget'],
    ['budgetAudit', '第三方预算审核报告', 'Third-party audit of the budget'],
  ]),
  stage(7, 'tender', '招投标', 'Tender', ['implementing_entity'], 'P三(三)7', [
    ['constructionAwarded', '施工已定标（或工程总承包）', 'Construction awarded (or EPC)'],
    ['supervisionAwarded', '监理已定标（或全过程咨询）', 'Supervision awarded (or whole-process consulting)'],
  ]),
  stage(8, 'construction', '工程实施和监管', 'Construction', ['implementing_entity', 'county_bureau'], 'P三(三)8', [
    ['itemsComplete', '计划改造内容全部完成上报', 'All planned items reported complete'],
    ['findingsRectified', '检查问题全部整改', 'Every inspection finding rectified'],
    ['countyConfirmed', '县市住建局确认', 'Confirmed by the county bureau'],
  ]),
  stage(9, 'acceptance', '项目验收', 'Acceptance', ['county_bureau'], 'P三(三)9/验收', [
    ['jointAcceptance', '联合竣工验收通过', 'Joint acceptance passed'],
    ['finalAccount', '竣工财务决算', 'Final account', 'P三(三)9/决算'],
    ['finalAudit', '决算审计', 'Audit of the final account', 'P三(三)9/决算'],
    ['archiveHandedOver', '资料归档和移交', 'Archive handed over', 'P三(三)9/决算'],
  ]),
  stage(10, 'aftercare', '后续管理', 'Aftercare', ['implementing_entity', 'community'], 'P三(三)10/方案', [
    ['managementPlan', '长效管理方案', 'Management plan'],
    [
      'propertyService',
      '已引入物业服务（或说明原因）',
      'Property service introduced, or the reason why not',
      'P三(三)10/物业',
    ],
    ['handoverList', '移交清单：质保与维护单位', 'Handover list with warranty and maintaining party', 'P四(一)4'],
  ]),
];

const green = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: 'P四(三)3' });

/** P四(三)3: spared only when none of `unless` is touched. */
export const greenChannel = {
  clause: 'P四(三)3',
  unless: [
    green('newLand', '新增用地', 'New land'),
    green('newPipelines', '新建管道（线）', 'New pipelines or lines'),
    green('structuralWork', '建筑物本体结构工程', "Work on the building's structure"),
  ],
  permitsSpared: [
    green('siteSelection', '规划选址', 'Site selection'),
    green('landUsePlanning', '建设用地规划许可', 'Land-use planning permit'),
  ],
};

const entity = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: 'P四(三)1' });

export const implementingEntityKinds = [
  entity('countyBureau', '县市住建局', 'County bureau'),
  entity('town', '属地镇政府', 'Town government'),
  entity('company', '政府主导的投资公司', 'Government-led investment company'),
];
