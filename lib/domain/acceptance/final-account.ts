import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';

export interface Account {
  finalAccount: Money | null;
  audited: Money | null;
  /** the day of the acceptance that passed */
  acceptedOn: CalendarDate | null;
  /** days on their papers; null: no such paper is filed */
  accountPaperOn: CalendarDate | null;
  auditPaperOn: CalendarDate | null;
}

/** P三(三)9: first the acceptance, then the final account, then its audit, each with its paper. */
export function accountReasons(facts: Account): Reason[] {
  const clause = 'P三(三)9/决算';
  const reasons: Reason[] = [];
  if (facts.finalAccount !== null) {
    if (facts.acceptedOn === null)
      reasons.push(reason('acceptance.accountBeforeAcceptance', undefined, { clause, field: 'finalAccount' }));
    if (facts.accountPaperOn === null)
      reasons.push(reason('acceptance.accountPaper', undefined, { clause, field: 'finalAccount' }));
    else if (facts.acceptedOn !== null && facts.accountPaperOn < facts.acceptedOn)
      reasons.push(
        reason(
          'acceptance.accountTooEarly',
          { found: facts.accountPaperOn, expected: facts.acceptedOn },
          { clause, field: 'finalAccount' },
        ),
      );
  }
  if (facts.audited !== null) {
    if (facts.finalAccount === null)
      reasons.push(reason('acceptance.auditBeforeAccount', undefined, { clause, field: 'audited' }));
    if (facts.auditPaperOn === null)
      reasons.push(reason('acceptance.auditPaper', undefined, { clause, field: 'audited' }));
    else if (facts.accountPaperOn !== null && facts.auditPaperOn < facts.accountPaperOn)
      reasons.push(
        reason(
          'acceptance.auditTooEarly',
          { found: facts.auditPaperOn, expected: facts.accountPaperOn },
          { clause, field: 'audited' },
        ),
      );
  }
  return reasons;
}

export type AccountVariance = 'accountOverContract' | 'auditedOverAccount' | 'auditedOverContract';

/** Compared as integers: over means more than a tenth above. */
const overTenth = (amount: Money, base: Money): boolean => base > 0n && amount * 10n > base * 11n;

/** What is shown and explained, not refused: a sum that grew. */
export function accountVariances(
  contractSum: Money,
  { finalAccount, audited }: Pick<Account, 'finalAccount' | 'audited'>,
): AccountVariance[] {
  const found: AccountVariance[] = [];
  if (finalAccount !== null && overTenth(finalAccount, contractSum)) found.push('accountOverContract');
  if (audited !== null && finalAccount !== null && audited > finalAccount) found.push('auditedOverAccount');
  if (audited !== null && overTenth(audited, contractSum)) found.push('auditedOverContract');
  return found;
}
