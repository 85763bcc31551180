/** What papers, acceptance and aftercare of a project are called in the audit. */
export const entities = {
  paper: '项目资料',
  acceptance: '联合竣工验收',
  acceptance_party: '验收意见',
  handover_item: '移交清单',
  aftercare_check: '回访检查',
} as const;

export const fields = {
  issued_on: '发文日期',
  file_sha256: '文件哈希',
  ended_reason: '撤回原因',
  held_on: '验收日期',
  place: '地点',
  conclusion: '结论',
  concluded_at: '结论时间',
  party: '参加验收方',
  person: '签字人',
  opinion: '意见',
  what: '移交内容',
  warranty_until: '保修期至',
  maintainer_kind: '维护单位类别',
  maintainer: '维护单位',
  months: '验收后第几个月',
  due_on: '应检查日期',
  checked_on: '检查日期',
  final_account: '决算金额',
  audited: '审定金额',
  property_service: '物业服务企业',
  property_service_reason: '未引入物业的原因',
} as const;

export const actions = {
  paper: { file: '归档资料', withdraw: '撤回资料' },
  acceptance: {
    start: '组织验收',
    update: '修改验收日期、地点',
    opinion: '登记验收意见',
    retire: '撤下验收意见',
    passed: '验收通过',
    failed: '验收未通过',
    account: '填写决算、审定金额',
  },
  handover: { add: '列入移交清单', update: '修改移交清单', retire: '去掉移交清单的一项' },
  aftercare: { check: '登记回访检查', property: '填写物业服务' },
} as const;
