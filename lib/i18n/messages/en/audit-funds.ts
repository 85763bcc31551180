/** What the ledger and its requests are called in the audit. */
export const entities = {
  ledger_entry: 'ledger entry',
  payment_order: 'request for payment',
  fund_batch: 'allocation batch',
  fund_batch_line: 'line of a batch',
} as const;

export const fields = {
  fund_kind: 'kind of money',
  earmark: 'purpose of the money',
  entry_on: 'date of entry',
  pay_on: 'date of payment',
  voucher_no: 'voucher number',
  counterparty: 'counterparty',
  payee: 'payee',
  purpose: 'purpose',
  items: 'items',
  reverses_id: 'reversed entry',
  decision_note: 'decision note',
  total: 'total (fen)',
  reward: 'reward',
} as const;

export const actions = {
  ledger: { post: 'ledger entry', reverse: 'ledger reversal' },
  payment: {
    ask: 'request for payment',
    askReversal: 'request to reverse a payment',
    decide: 'decision on a payment',
    withdraw: 'request for payment withdrawn',
  },
  fundBatch: {
    create: 'batch of money',
    update: 'change of a batch',
    lines: 'lines of a batch',
    issue: 'issue of a batch',
    discard: 'batch discarded',
    reverse: 'reversal of an allocation',
  },
  fundPool: { assign: "assignment of the county's pool" },
} as const;
