import type { CalendarDate } from '../kernel/calendar-date';
import { formatMoney, type Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import type { Movement } from './types';

/** What is to be taken back, and what is there for it. Sums in fen. */
export interface ReversalFacts {
  kind: Movement;
  amount: Money;
  entryOn: CalendarDate;
  /** null: of the county's pool */
  projectId: string | null;
  /** was taken back already */
  reversed: boolean;
  /** written by a batch of the prefecture, and who asks is not of it */
  ofPrefecture: boolean;
  /** written by a household's payment, and taken back there */
  ofHousehold: boolean;
  balance: { pool: Money; receivable: Money; cash: Money };
  /** asked for and not decided yet, from the same pot */
  pending: Money;
  on: CalendarDate;
  today: CalendarDate;
  voucherNo: string;
  voucherUsed: boolean;
}

/** What a movement brought must still be there to be taken back: what was received goes first, what was paid before that. */
function goneReasons({ kind, amount, projectId, balance, pending }: ReversalFacts): Reason[] {
  const against = (code: string, there: Money) =>
    amount > there ? [reason(code, { found: formatMoney(amount), there: formatMoney(there) })] : [];
  if (kind === 'allocated' && projectId === null) return against('fund.assignedAlready', balance.pool);
  if (kind === 'allocated' || kind === 'assigned') return against('fund.receivedAlready', balance.receivable);
  return kind === 'received' ? against('fund.paidAlready', balance.cash - pending) : [];
}

/** A wrong entry is taken back by a second one, once; a reversal is not reversed: the right entry is made anew. */
export function reversalReasons(facts: ReversalFacts): Reason[] {
  const { kind, reversed, ofPrefecture, ofHousehold, on, entryOn, today, voucherNo, voucherUsed } = facts;
  const field = 'entryOn';
  return [
    ...(kind === 'reversed' ? [reason('fund.isReversal')] : []),
    ...(reversed ? [reason('fund.reversedAlready')] : []),
    ...(ofPrefecture ? [reason('fund.ofPrefecture')] : []),
    ...(ofHousehold ? [reason('fund.ofHousehold')] : []),
    ...(on > today ? [reason('fund.inFuture', { found: on, expected: today }, { field })] : []),
    ...(on < entryOn ? [reason('fund.beforeEntry', { found: on, expected: entryOn }, { field })] : []),
    ...(voucherUsed ? [reason('fund.voucherUsed', { found: voucherNo }, { field: 'voucherNo' })] : []),
    ...goneReasons(facts),
  ];
}
