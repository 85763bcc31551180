/** Why money was not moved (lib/domain/funds). */
export const fund = {
  approvalsNotFiled: '初步设计和概算还没有审批并报州住建局备案，不能支付。请先完成第4阶段。',
  assignedAlready: '要冲销 {found} 元，待分配资金只剩 {there} 元，其余已分配到项目。请先冲销分配。',
  beforeEntry: '冲销日期 {found} 早于原记账日期 {expected}。请改为当天或以后。',
  beyondAllocated: '到位 {found} 元超过了下达未到位的 {there} 元。请核对金额，或先登记下达。',
  beyondContract: '合同 {no} 金额 {amount} 元，已支付 {paid} 元，最多还能支付 {left} 元。请核对金额或合同。',
  beyondContractAndAsked:
    '合同 {no} 金额 {amount} 元，已支付 {paid} 元，另有 {pending} 元已申请待审核，还能申请 {left} 元。请核对金额或合同，或先处理待审核的申请。',
  beyondPool: '要分配 {found} 元，县市待分配资金只有 {there} 元。请减少金额，或等上级下达。',
  beyondReceived: '要支付 {found} 元，这笔资金到位未支付的只有 {there} 元。请减少金额，或改用别的资金。',
  beyondReceivedAndAsked:
    '要支付 {found} 元，这笔资金到位未支付 {cash} 元，其中 {pending} 元已申请待审核，还能申请 {there} 元。请减少金额，或改用别的资金。',
  contractEnded: '合同 {no} 已经终止，不能再支付。结算须另立合同。',
  contractUnknown: '这个项目没有这份合同。请重新选择。',
  earmarkUnknown: '资金用途“{found}”不在规则中。请重新选择。',
  estimateNotApproved: '初步设计和概算还没有审批备案，州里拨付的资金还不能到位。请先完成第4阶段。',
  inFuture: '日期 {found} 晚于今天 {expected}。请核对。',
  isReversal: '这一笔本身是冲销，不能再冲销。请重新登记正确的一笔。',
  itemNotPlanned: '“{item}”不在改造方案要做的内容中，不能支付。请核对改造方案。',
  itemsDiffer: '各项改造内容合计 {sum} 元，与支付金额 {amount} 元不一致。请核对到分。',
  itemsMissing: '没有写明支付的是哪些改造内容。请至少填写一项。',
  itemTwice: '同一项改造内容写了两次。请合并成一项。',
  notForFees: '这笔资金“{purpose}”，不能支付设计、监理、审计等费用。请改用统筹使用的资金。',
  notForItem: '这笔资金“{purpose}”，不能用于“{item}”。专款专用，请改用别的资金。',
  ofHousehold: '这一笔由住户缴款记入。请在“居民出资”中冲销那一笔缴款。',
  ofHouseholds: '这个项目已确定各户应缴，居民自筹由各户缴款记入台账。请到“居民出资”登记，不要在这里重复登记。',
  ofPrefecture: '这一笔由州住建局下达，县市不能冲销。如有差错，请联系州住建局。',
  paidAlready: '要冲销 {found} 元，这笔资金结余只有 {there} 元，其余已支付或待审核。请先冲销支付。',
  receivedAlready: '要冲销 {found} 元，下达未到位的只有 {there} 元，其余已经到位。请先冲销到位。',
  reversedAlready: '这一笔已经冲销过。请刷新页面。',
  voucherUsed: '凭证号“{found}”已经用过。请核对凭证，不要重复登记。',
} as const;

export const payment = {
  decided: {
    approved: '这笔支付申请已经同意并记账。请刷新页面。',
    rejected: '这笔支付申请已经退回。请刷新页面。',
    withdrawn: '这笔支付申请已经撤回。请刷新页面。',
  },
  notOwn: '只有申请人能撤回。不同意的，请退回并写明原因。',
  own: '支付申请是您提出的，须由另一个账号审核。',
} as const;

export const money = {
  negative: '金额不能是负数。要减少已登记的金额，请冲销原来的一笔。',
  tooFine: '金额最多两位小数（到分）。请核对。',
  tooLarge: '金额超过1000亿元。请核对单位，应以元填写。',
  zero: '金额须大于0。请填写以元为单位的金额。',
} as const;
