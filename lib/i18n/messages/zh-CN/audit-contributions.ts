/** What residents' contributions and maintenance funds are called in the audit. */
export const entities = {
  contribution_setting: '各户应缴',
  contribution_payment: '居民交款',
  maintenance_account: '专项维修资金账户',
  maintenance_entry: '专项维修资金登记',
} as const;

export const fields = {
  rule: '分摊办法',
  channel: '交款方式',
  receipt_no: '收据号',
  paid_on: '交款日期',
  voucher_no: '凭证号',
  entry_on: '发生日期',
  balance: '余额（分）',
  bank: '开户银行',
  number_masked: '账号',
  opened_on: '开户日期',
  counterparty: '对方',
  set_at: '确定时间',
} as const;

export const actions = {
  contribution: { set: '确定各户应缴', pay: '登记居民交款', reverse: '冲销居民交款' },
  maintenance: {
    open: '建立专项维修资金账户',
    correct: '更正专项维修资金账户',
    record: '登记专项维修资金',
    reverse: '冲销专项维修资金登记',
  },
} as const;
