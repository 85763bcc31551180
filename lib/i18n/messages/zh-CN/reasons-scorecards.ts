/** What a record says for or against a criterion (lib/domain/scorecards/measures). */
export default {
  countySurveyed: { met: '摸排登记 {count} 个小区，其中符合条件 {eligible} 个。', unmet: '还没有摸排登记小区。' },
  eligible: { met: '摸排认定符合条件。', unmet: '摸排没有认定为符合条件。' },
  annualPlan: {
    met: '{year} 年度实施计划（第 {no} 版）确定目标 {count} 个小区。',
    unmet: '{year} 年度实施计划没有确定，或者没有给本县市定目标。',
  },
  compoundPlan: { met: '“一区一策”已定稿。', unmet: '“一区一策”没有定稿。' },
  buildingPlans: {
    met: '{buildings} 栋楼都有“一楼一策”。',
    unmet: '{buildings} 栋楼中有 {planned} 栋有定稿的“一楼一策”。',
  },
  applied: {
    met: '{on}收到改造申请，不晚于{due}。',
    late: '{on}才收到改造申请，期限是{due}。',
    none: '没有已受理的改造申请，期限是{due}。',
  },
  leadingGroup: {
    met: '{no}（{on}），组长{head}，{headPost}。',
    noFile: '{no}（{on}）没有上传文件。',
    none: '没有登记领导小组的成立文件。',
  },
  payments: {
    met: '{count} 笔支付，合同、改造内容和第二人审批齐全。',
    unmet: '{count} 笔支付中有 {found} 笔合同、改造内容和第二人审批齐全。',
  },
  vouchers: {
    met: '{count} 笔账都有凭证号和凭证文件。',
    unmet: '{count} 笔账中有 {found} 笔有凭证文件。',
  },
  money: { met: '到位 {amount} 元。', unmet: '没有到位。' },
  started: {
    met: '{on}收到开工报告，不晚于{due}。',
    late: '{on}才收到开工报告，期限是{due}。',
    none: '没有报开工，期限是{due}。',
  },
  reviewed: {
    met: '初步设计已通过州住建局技术性审查。',
    unmet: '在第 {stage} 阶段，初步设计没有通过州住建局技术性审查。',
  },
  procedures: {
    met: '{ready}办完施工前各阶段，{on}动工。',
    late: '{on}动工，施工前各阶段到{ready}才办完。',
    open: '{on}已动工，项目还在第 {stage} 阶段，施工前各阶段没有办完。',
  },
  completed: { met: '{on}收到竣工报告，已接收。', unmet: '没有已接收的竣工报告，在第 {stage} 阶段。' },
  onTime: {
    met: '{on}收到竣工报告，不晚于{due}。',
    late: '{on}才收到竣工报告，期限是{due}。',
    none: '没有已接收的竣工报告，期限是{due}。',
  },
  accepted: { met: '联合竣工验收合格，第 9 阶段已完成。', unmet: '在第 {stage} 阶段，没有完成项目验收。' },
  facilities: {
    met: '完成公共设施改造、提升 {found} 项。',
    unmet: '完成公共设施改造、提升 {found} 项，要求 {least} 项以上。',
  },
  itemPlanned: { met: '定稿方案里有：{names}。', unmet: '定稿方案里没有。' },
  contract: { met: '有这类合同。', unmet: '没有这类合同。' },
  inspected: { met: '检查 {count} 次。', unmet: '没有检查过。' },
  gap: {
    met: '两次检查最长相隔 {days} 天，不超过 {most} 天。',
    unmet: '最长 {days} 天没有检查，要求不超过 {most} 天。',
  },
  findings: { met: '{count} 个检查问题都没有超过整改期限。', late: '{count} 个检查问题中有 {late} 个超过整改期限。' },
  supervision: { met: '{on}答复，不晚于{due}。', late: '没有在{due}前答复。' },
  reports: { met: '{count} 个月的月报都按时。', late: '{count} 个月的月报中有 {found} 个月按时。' },
  month: { met: '{on}报送，不晚于{due}。', late: '{on}才报送，期限是{due}。', none: '没有报送，期限是{due}。' },
  rounds: { met: '两次表决都已认定通过。', unmet: '第 {rounds} 次表决没有认定通过。' },
  notices: {
    met: '计划、内容、成果的公示齐全。',
    list: '{count} 类公示完成了 {found} 类，缺项目清单公示。',
    plan: '{count} 类公示完成了 {found} 类，缺改造方案或初步设计公示。',
    design: '{count} 类公示完成了 {found} 类，缺初步设计公示。',
    result: '{count} 类公示完成了 {found} 类，缺结果公示。',
  },
  complaint: { met: '{on}答复，不晚于{due}。', late: '没有在{due}前答复。' },
  satisfied: {
    asked: '{households} 户中 {satisfied} 户满意。',
    none: '没有结束的满意度调查，{households} 户都不算满意。',
  },
  property: { met: '物业服务：{name}。', unmet: '没有登记改造后的物业服务。' },
  news: { met: '{on}。' },
  veto: {
    graveOpen: '有 {count} 个重大检查问题没有办结。',
    stopped: '有 {count} 份停工通知没有解除。',
    acceptancesFailed: '有 {count} 次验收没有通过。',
  },
} as const;
