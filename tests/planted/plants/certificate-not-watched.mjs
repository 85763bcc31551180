export default {
  says: 'Nobody is told that the certificate ends.',
  file: 'lib/domain/operations/condition.ts',
  find: "typeof days === 'number' && days < LIMITS.certificateDays",
  put: "typeof days === 'number' && days < 0",
  run: ['integration', 'tests/integration/https/authority.test.ts'],
  fails: /to include 'certificate_expiring'/,
};
