export default {
  says: 'The verifier does not add the balances of the books up again.',
  file: 'lib/server/audit/verify/books.ts',
  find: "  ['ledger_balance', BALANCES],\n",
  put: '',
  run: ['integration', 'tests/integration/funds/verify.test.ts'],
  fails: /ledger_balance/,
};
