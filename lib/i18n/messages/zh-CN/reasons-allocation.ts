/** Why money was not allocated or assigned (lib/domain/funds/batches, pool). */
export const batch = {
  documentInFuture: '文件日期是 {found}，晚于今天 {expected}。请核对文件日期。',
  documentTwice: '这份文件的这项资金已经有一个批次。请核对文号，或在原批次上办理。',
  issued: '这个批次已经下达，不再改动。有误的请逐笔冲销。',
  issuedAlready: '这个批次已经下达过，没有重复下达。请刷新页面。',
  kindUnknown: '“{source}”须写明规则中的类别，没有类别的不填。请重新选择资金。',
  lineNotAbove: '第 {row} 行的金额须大于0。请填写金额，或去掉这一行。',
  lineTwice: '第 {row} 行与前面的一行相同。请合并成一行。',
  noLines: '还没有下达明细。请填写下达给哪些县市和项目。',
  notThroughPrefecture: '“{source}”的这类资金不经州里下达。请由县市在台账中登记。',
  otherYear: '第 {row} 行“{name}”不是这个年度的项目。请改在它的年度下达。',
  over: '各行合计 {sum} 元，比文件总额 {total} 元多 {rest} 元。请核对到分。',
  projectElsewhere: '第 {row} 行“{name}”不是这个县市的项目。请重新选择。',
  short: '各行合计 {sum} 元，比文件总额 {total} 元少 {rest} 元。请补足，余下的可下达到县市待分配。',
  withdrawn: '第 {row} 行“{name}”已经撤销，不能下达。请去掉这一行。',
} as const;

export const pool = {
  beyond: '本次合计分配 {found} 元，待分配只有 {there} 元。请减少金额，或等上级下达。',
  projectTwice: '第 {row} 行的项目写了两次。请合并成一行。',
} as const;
