/** Why something of the residents' contributions was refused (lib/domain/contributions). */
export const contribution = {
  bookedAlready: '居民自筹 {sum} 元已按总额登记下达，再确定各户应缴会重复计算。请先在“资金台账”冲销那一笔。',
  areaMissing: '有 {count} 户没有专有面积，不能按面积分摊：{names}。请先在户册中补齐。',
  beforePayment: '冲销日期是 {found}，早于交款日期 {expected}。请核对日期。',
  beyondDue: '{name}还应交 {left} 元，登记的是 {found} 元。请核对金额；多交的不能登记。',
  inFuture: '日期是 {found}，晚于今天 {expected}。请填写实际发生的日期。',
  isReversal: '这一笔本身是冲销，不能再冲销。如需要，请重新登记交款。',
  noHouseholds: '这个小区的户册中没有住户。请先登记户册。',
  notOfProject: '所选小区不在这个项目中。请从本项目的小区中选择。',
  nothingAgreed: '还没有议定这个小区的居民自筹金额。请先在资金分摊中议定。',
  nothingDue: '这一户在本项目中没有应缴金额，或不在您的辖区。请从列表中选择。',
  paidInFull: '{name}已经交清，不能再登记。请核对户号。',
  paidMore: '{name}已交 {paid} 元，新的应缴是 {due} 元。请先冲销或退还多交的部分，再重新确定。',
  reasonMissing: '应缴已经确定过。重新确定须写明原因。',
  receiptTwice: '收据号 {found} 在这次登记中用了两次。一张收据只登记一笔。',
  receiptUsed: '收据号 {found} 已经登记过。请核对收据号。',
  reversedAlready: '这一笔已经冲销过。请刷新页面。',
  sameAgain: '各户应缴与现在的完全相同，不需要重新确定。',
} as const;

/** Why something of a compound's maintenance fund was refused (lib/domain/maintenance). */
export const maintenance = {
  accountExists: '这个小区已经建立了专项维修资金账户。请刷新页面。',
  beforeEntry: '冲销日期是 {found}，早于原登记日期 {expected}。请核对日期。',
  beforeOpening: '日期是 {found}，早于开户日期 {expected}。请核对日期。',
  beyondBalance: '账户中只有 {there} 元，登记的是 {found} 元。请核对金额。',
  inFuture: '日期是 {found}，晚于今天 {expected}。请填写实际发生的日期。',
  isReversal: '这一笔本身是冲销，不能再冲销。如需要，请重新登记。',
  noAccount: '这个小区还没有住宅专项维修资金账户。请先建立账户，再登记缴存。',
  numberUnreadable: '账号应为 8 至 32 位数字。请按开户证明填写。',
  purposeMissing: '支用须写明用途。',
  reversedAlready: '这一笔已经冲销过。请刷新页面。',
  voucherUsed: '票据号 {found} 在这个账户中已经登记过。请核对票据号。',
} as const;
