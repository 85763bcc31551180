import { expect, test } from 'vitest';
import { type Account, accountReasons, accountVariances } from '@/lib/domain/acceptance/final-account';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';

const good: Account = {
  finalAccount: 100n,
  audited: 99n,
  acceptedOn: day('2020-07-10'),
  accountPaperOn: day('2020-07-10'),
  auditPaperOn: day('2020-08-01'),
};
test.each([
  [{}, []],
  [{ finalAccount: null, audited: null, acceptedOn: null, accountPaperOn: null, auditPaperOn: null }, []],
  [{ acceptedOn: null }, ['acceptance.accountBeforeAcceptance']],
  [{ accountPaperOn: null }, ['acceptance.accountPaper']],
  [{ accountPaperOn: day('2020-07-09') }, ['acceptance.accountTooEarly']],
  [{ finalAccount: null }, ['acceptance.auditBeforeAccount']],
  [{ auditPaperOn: null }, ['acceptance.auditPaper']],
  [{ auditPaperOn: day('2020-07-09') }, ['acceptance.auditTooEarly']],
])('%o: %o', (facts, expected) => {
  expect(accountReasons({ ...good, ...facts }).map(({ code }) => code)).toEqual(expected);
});

test.each([
  [1_000n, 1_100n, 1_100n, []],
  [1_000n, 1_101n, null, ['accountOverContract']],
  [1_000n, 1_000n, 1_001n, ['auditedOverAccount']],
  [1_000n, 1_000n, 1_101n, ['auditedOverAccount', 'auditedOverContract']],
  [0n, 500n, 500n, []],
  [1_000n, null, null, []],
])('contract %s, account %s, audited %s: %o', (contract, finalAccount, audited, expected) => {
  expect(accountVariances(contract, { finalAccount, audited })).toEqual(expected);
});
