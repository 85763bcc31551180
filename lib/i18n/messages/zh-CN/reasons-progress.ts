/** Why a monthly report, a start or completion, a summary or an outage was refused (lib/domain/progress). */
export const report = {
  backwards: '{name}：本月 {found}%，低于上次的 {last}%。进度减少的，请写明原因。',
  beforeProject: '{found} 早于项目建立的月份 {expected}。请选择以后的月份。',
  completedItem: '{name} 已登记完工，本月应为 100%，现填 {found}%。要改的，请先在“建设”中撤销完工登记。',
  correctionAnswered: '这个更正申请已经答复。请刷新页面查看。',
  correctionNote: '不同意更正的，请写明理由。',
  correctionOwn: '更正申请不能由申请人自己答复，请由另一位审核人员办理。',
  correctionWaiting: '这份月报已有一个更正申请等待答复，答复后才能再申请。',
  itemMissing: '{name} 没有填写进度。请填写 0 到 100 之间的百分比。',
  laterSent: '{later} 的月报已经报送，不能再补报 {found}。需要改变的，请对已报送的月报申请更正。',
  locked: {
    accepted: '这份月报已经接收并锁定。需要改变的，请申请更正。',
    submitted: '这份月报已经报送，正在等待审核，不能修改。',
  },
  monthUnreadable: '月份无法识别。请写成年-月，例如 2020-05。',
  notBegun: '{found} 还没有开始（今天是 {expected}），不能填报。',
  notBuilding: '项目现在处于第 {stage} 阶段，第八阶段（实施和监管）开始后才有施工进度。请把各项进度填为 0。',
  notCompleted: '{name} 填了 100%，但没有登记完工。请先在“建设”中登记完工（写明日期，附照片），再报 100%。',
  notLocked: {
    correcting: '这份月报已经同意更正，请直接修改后重新报送。',
    draft: '这份月报还没有报送，直接修改即可，不需要申请更正。',
    returned: '这份月报已经退回，直接修改后重新报送即可，不需要申请更正。',
    submitted: '这份月报正在等待审核。接收以后才能申请更正；有错的，可以请审核人员退回。',
  },
  notPlanned: '改造内容 {item} 不在这个项目现行的方案中。请刷新页面，按方案填写。',
  notWaiting: {
    accepted: '这份月报已经接收。要改变的，由填报单位申请更正。',
    correcting: '这份月报正在更正，重新报送后再审核。',
    draft: '这份月报还没有报送，不能审核。',
    returned: '这份月报已经退回，重新报送后再审核。',
  },
  outOfOrder: '{lacking} 的月报还没有报送。请按月份顺序，先报 {lacking}，再报 {found}。',
  percentOutside: '{name}：进度 {found}% 不在 0 到 100 之间。请填写 0 到 100 的整数。',
  remarkMissing: '退回须写明意见。请在要更正的项目旁写明。',
  reviewedBySender: '自己报送的月报不能由自己审核，请由另一位审核人员办理。',
  summedUp: '本月的县市汇总已经报送，月报由州住建局办理。',
  twice: '{name} 填了两次。请只保留一行。',
} as const;

export const milestone = {
  beforeContract: {
    completion: '竣工日期 {found} 早于施工合同的开始日期 {expected}。请核对。',
    start: '开工日期 {found} 早于施工合同的开始日期 {expected}。请核对日期，或先更正合同。',
  },
  beforeLastItem: '{name}：竣工日期 {found} 早于最后一项完工的日期 {expected}。请核对。',
  beforeStart: '竣工日期 {found} 早于开工日期 {expected}。请核对。',
  compoundOpen: '{name} 还没有报告竣工。请先逐个小区报告，再报告整个项目。',
  findingsOpen: '还有 {count} 个检查问题没有销号。整改并复查后，再报告项目竣工。',
  inFuture: '日期 {found} 晚于今天 {expected}。请核对。',
  itemsOpen: '{name}：{planned} 项改造内容只登记完工 {completed} 项。全部完工后再报告竣工。',
  noCompoundStarted: '还没有一个小区报告开工。请先报告小区开工。',
  noContract: '项目还没有施工（或工程总承包）合同。请先登记合同。',
  notStarted: '还没有报告开工。请先报告开工，再报告竣工。',
  notWaiting: {
    accepted: '这份报告已经接收，不能再改变。',
    returned: '这份报告已经退回，重新报送后再办理。',
  },
  otherCompound: '这个小区不在项目中。请选择项目的小区。',
  remarkMissing: '退回须写明原因。',
  there: {
    accepted: '已经报告并接收，不需要再报。',
    submitted: '已经报告，正在等待接收。',
  },
} as const;

export const summary = {
  monthRunning: '{found} 还没有结束，下月1日起报送汇总。',
  nothing: '{found} 没有要报的项目，不需要汇总。',
  notWaiting: '这份汇总已经办理。请刷新页面查看。',
  open: {
    correcting: '{name} 的月报正在更正。接收后再汇总。',
    draft: '{name} 的月报只有草稿。报送并接收后再汇总。',
    none: '{name} 还没有填月报。报送并接收后再汇总。',
    returned: '{name} 的月报已退回。重新报送并接收后再汇总。',
    submitted: '{name} 的月报等待审核。接收后再汇总。',
  },
  remarkMissing: '退回须写明原因。',
  samePerson: '填报人、审核人不能是同一人，填报人也不能签发（都写了“{name}”）。请改正。',
  there: {
    accepted: '{found} 的汇总已经接收，不能再报。',
    submitted: '{found} 的汇总已经报送，正在等待州住建局接收。',
  },
} as const;

export const outage = {
  notOver: '恢复时间晚于现在。系统恢复以后再登记。',
  order: '恢复时间须晚于中断时间。请核对。',
  overlaps: '这段时间与已登记的一次中断重叠。请核对，不要重复登记。',
  retiredAlready: '这条记录已经撤销。',
  tooLong: '一次中断不能超过 {expected} 天。请核对日期。',
} as const;
