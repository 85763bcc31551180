export default {
  says: 'A final account is taken before the acceptance, where its paper is there.',
  file: 'lib/domain/acceptance/final-account.ts',
  find: '    if (facts.acceptedOn === null)\n      reasons',
  put: '    if (facts.acceptedOn === null && facts.accountPaperOn === null)\n      reasons',
  run: ['unit', 'tests/unit/domain/acceptance/final-account.test.ts'],
  fails: /acceptance\.accountBeforeAcceptance/,
};
