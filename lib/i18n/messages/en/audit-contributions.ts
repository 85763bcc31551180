/** What residents' contributions and maintenance funds are called in the audit. */
export const entities = {
  contribution_setting: 'Dues of households',
  contribution_payment: "Household's payment",
  maintenance_account: 'Maintenance-fund account',
  maintenance_entry: 'Maintenance-fund entry',
} as const;

export const fields = {
  rule: 'Shared by',
  channel: 'Paid by',
  receipt_no: 'Receipt',
  paid_on: 'Paid on',
  voucher_no: 'Voucher',
  entry_on: 'On',
  balance: 'Balance (fen)',
  bank: 'Bank',
  number_masked: 'Account number',
  opened_on: 'Opened on',
  counterparty: 'Counterparty',
  set_at: 'Set at',
} as const;

export const actions = {
  contribution: { set: 'Set dues', pay: 'Record payments of households', reverse: 'Reverse a payment of a household' },
  maintenance: {
    open: 'Open a maintenance-fund account',
    correct: 'Correct a maintenance-fund account',
    record: 'Record a maintenance-fund entry',
    reverse: 'Reverse a maintenance-fund entry',
  },
} as const;
