export default {
  says: 'More may be received than was allocated, as far as the rule goes.',
  file: 'lib/domain/funds/posting.ts',
  find: "  if (movement === 'received') return against('fund.beyondAllocated', balance.receivable);\n",
  put: "  if (movement === 'received') return [];\n",
  run: ['unit', 'tests/unit/domain/funds/posting.test.ts'],
  fails: /fund\.beyondAllocated/,
};
