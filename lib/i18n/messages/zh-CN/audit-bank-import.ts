/** What imports of bank statements and ledgers are called in the audit. */
export const entities = {
  bank_statement: '银行流水和台账导入',
  bank_line: '导入的行',
  bank_match: '银行核对',
} as const;

export const fields = {
  decision: '怎样入账',
  line_on: '交易日期',
  serial_no: '流水号',
  balance: '余额（分）',
  sum_in: '收入合计（分）',
  sum_out: '支出合计（分）',
} as const;

export const actions = {
  fundImport: { upload: '上传流水或台账', decide: '决定流水怎样入账', apply: '导入记入台账', cancel: '取消导入' },
} as const;
