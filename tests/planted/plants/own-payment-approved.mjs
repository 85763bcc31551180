export default {
  says: 'Who asked for a payment may approve it.',
  file: 'lib/domain/funds/orders.ts',
  find: "  return createdBy === accountId ? [reason('payment.own')] : [];\n}\n\n/** Taken",
  put: "  return createdBy === '' ? [reason('payment.own')] : [];\n}\n\n/** Taken",
  run: ['unit', 'tests/unit/domain/funds/posting.test.ts'],
  fails: /payment\.own/,
};
