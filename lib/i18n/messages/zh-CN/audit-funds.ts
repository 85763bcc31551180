/** What the ledger and its requests are called in the audit. */
export const entities = {
  ledger_entry: '资金台账',
  payment_order: '支付申请',
  fund_batch: '资金下达批次',
  fund_batch_line: '资金下达明细',
} as const;

export const fields = {
  fund_kind: '资金类别',
  earmark: '资金用途',
  entry_on: '记账日期',
  pay_on: '支付日期',
  voucher_no: '凭证号',
  counterparty: '对方单位',
  payee: '收款单位',
  purpose: '摘要',
  items: '改造内容',
  reverses_id: '冲销的台账',
  decision_note: '审核意见',
  total: '总额（分）',
  reward: '奖励资金',
} as const;

export const actions = {
  ledger: { post: '登记台账', reverse: '冲销台账' },
  payment: { ask: '申请支付', askReversal: '申请冲销支付', decide: '审核支付', withdraw: '撤回支付申请' },
  fundBatch: {
    create: '新建资金下达批次',
    update: '修改资金下达批次',
    lines: '填写资金下达明细',
    issue: '下达资金',
    discard: '作废资金下达批次',
    reverse: '冲销资金下达',
  },
  fundPool: { assign: '县级分配' },
} as const;
