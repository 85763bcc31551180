/** What imports of bank statements and ledgers are called in the audit. */
export const entities = {
  bank_statement: 'Import of a statement or ledger',
  bank_line: 'Imported row',
  bank_match: 'Confirmed by the bank',
} as const;

export const fields = {
  decision: 'What becomes of it',
  line_on: 'Day at the bank',
  serial_no: 'Serial number',
  balance: 'Balance (fen)',
  sum_in: 'Money in (fen)',
  sum_out: 'Money out (fen)',
} as const;

export const actions = {
  fundImport: {
    upload: 'Sent a statement or ledger',
    decide: 'Decided on rows of a statement',
    apply: 'Wrote an import to the books',
    cancel: 'Cancelled an import',
  },
} as const;
