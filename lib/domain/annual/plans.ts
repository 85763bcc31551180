import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { Outcome } from './types';

export interface PlanFacts {
  no: number;
  status: 'draft' | 'confirmed';
}

const clause = 'P四(三)2/排序';

/** A draft is worked on; what was confirmed stays, and is adjusted by a later version. */
export const againstChange = ({ status }: PlanFacts): Reason[] =>
  status === 'confirmed' ? [reason('annual.confirmed', undefined, { clause })] : [];

export interface Confirmation {
  documentNo: string;
  documentOn: CalendarDate;
  reason: string | null;
}

/** Confirming: by document, an adjustment with its reason; what was locked in and each county's minimum within the money. */
export function againstConfirming(
  plan: PlanFacts,
  { documentOn, reason: why }: Confirmation,
  outcome: Pick<Outcome, 'verdicts' | 'lockShort' | 'minimumShort'>,
  today: CalendarDate,
): Reason[] {
  const reasons = againstChange(plan);
  if (documentOn > today)
    reasons.push(reason('annual.documentInFuture', { found: documentOn, expected: today }, { field: 'documentOn' }));
  if (plan.no > 1 && !why) reasons.push(reason('annual.adjustmentReason', undefined, { field: 'reason' }));
  if (!outcome.verdicts.some(({ chosen }) => chosen))
    reasons.push(reason('annual.nothingChosen', undefined, { clause }));
  if (outcome.lockShort.length > 0)
    reasons.push(reason('annual.lockShort', { count: outcome.lockShort.length }, { clause }));
  if (outcome.minimumShort.length > 0)
    reasons.push(reason('annual.minimumShort', { count: outcome.minimumShort.length }, { clause }));
  return reasons;
}

/** A lock goes before the ranking: it says why. */
export const lockReasons = (lock: 'in' | 'out' | null, why: string | null): Reason[] =>
  lock && !why ? [reason('annual.lockReason', undefined, { field: 'reason' })] : [];
