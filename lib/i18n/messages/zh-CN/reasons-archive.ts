/** Why a paper was refused (lib/domain/archive). */
export const archive = {
  compoundOfOther: '所选小区不在这个项目中。请从本项目的小区中选择。',
  dateInFuture: '发文日期是 {found}，晚于今天 {today}。请核对日期。',
  fileDamaged: '资料 {no}“{title}”的文件“{file}”与归档时不一致，不能打包。请从备份恢复，或重新归档。',
  fileMissing: '资料 {no}“{title}”的文件“{file}”找不到了，不能打包。请从备份恢复，或重新归档。',
  fileOfOther: '资料属于其他项目。请上传本项目的资料。',
  kindUnknown: '没有“{found}”这种资料。请从清单中选择。',
  noDate: '“{paper}”须填写发文日期。',
  noIssuer: '“{paper}”须填写发文机关。',
  noNumber: '“{paper}”须填写文号。',
  notCurrent: '这份资料已不是现行版本，不能撤回。请刷新页面。',
  notYours: '“{paper}”不由您所在的单位归档。请由出具或办理的单位归档。',
  projectWithdrawn: '项目已撤销，不能再办理。',
  stageCompleted: '第 {stage} 阶段已完成，不能撤回它的资料。请先退回这个阶段，或归档新版本。',
  whyLater: '第 {stage} 阶段已完成，换新版本须在备注中写明原因。',
} as const;

/** Why a step of the joint acceptance was refused (lib/domain/acceptance). */
export const acceptance = {
  accountBeforeAcceptance: '联合竣工验收还没有通过。请在验收通过后填写决算。',
  accountPaper: '还没有归档竣工财务决算。请先在资料中归档，再填写金额。',
  accountTooEarly: '竣工财务决算的日期是 {found}，早于验收通过的 {expected}。请核对决算资料的日期。',
  auditBeforeAccount: '还没有填写决算金额。请先填写决算金额，再填写审定金额。',
  auditPaper: '还没有归档决算审计报告。请先在资料中归档，再填写金额。',
  auditTooEarly: '决算审计报告的日期是 {found}，早于竣工财务决算的 {expected}。请核对两份资料的日期。',
  concluded: '这次验收已作出结论，不能再改动。',
  conditionsOpen: '“{name}”提出了整改意见，结论中还没有写明落实情况。请逐条写明。',
  constructionNotComplete: '第 8 阶段“工程实施和监管”还没有完成，不能通过验收。',
  disagrees: '“{name}”不同意，不能通过验收。请整改后再次组织，或作出未通过的结论。',
  heldBeforeCompletion: '验收日期是 {found}，早于完工的 {expected}。请核对验收日期。',
  heldInFuture: '验收日期是 {found}，晚于今天 {today}。请在验收当天或以后作出结论。',
  nameTwice: '“{name}”的意见已经登记。如有错误，请先撤下再登记。',
  negative: '金额不能小于0。请填写正数。',
  noConclusion: '未通过的，须写明结论和原因。',
  noRemarks: '不是“同意通过”的，须写明具体意见。',
  partyMissing: '还没有登记“{party}”的意见。请登记后再作出通过的结论。',
  partyTwice: '“{party}”的意见只登记一份，已经有了。如有错误，请先撤下再登记。',
  partyUnknown: '参加验收的各方中没有“{found}”。请从列表中选择。',
  passedAlready: '这个项目的联合竣工验收已经通过，不需要再组织。',
  projectNotActive: '项目已暂停或撤销，现在不能办理验收和决算。',
  underWay: '已有一次验收正在进行。请先作出结论。',
} as const;

/** Why something of the aftercare was refused (lib/domain/aftercare). */
export const aftercare = {
  checkInFuture: '检查日期是 {found}，晚于今天 {today}。请在检查后登记。',
  checkRemarks: '有问题的，须写明发现的问题。',
  checkTooEarly: '检查日期是 {found}，早于验收通过的 {expected}。请核对检查日期。',
  checkedAlready: '这次回访检查已经登记过。请刷新页面。',
  itemUnknown: '改造内容“{found}”不在菜单中。请从菜单中选择。',
  noPicture: '所选文件不是图片。请上传检查的照片。',
  operatorMaintains: '“{item}”属于管线，应由管线运营单位维护。请选择“管线运营单位”。',
  propertyBoth: '已填写接管的物业服务企业，又填写了未引入的原因。两项只填一项。',
  propertyNone: '请填写接管的物业服务企业；没有引入的，写明原因。',
  warrantyTooEarly: '保修期至 {found}，早于验收通过的 {expected}。请核对保修期。',
} as const;
