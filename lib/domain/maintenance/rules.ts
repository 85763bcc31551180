import type { CalendarDate } from '../kernel/calendar-date';
import { formatMoney, type Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';

const clause = 'P四(二)4/账户';

interface Opening {
  exists: boolean;
  openedOn: CalendarDate;
  today: CalendarDate;
}

/** One account of a compound (建立专项维修资金账户). */
export function openingReasons({ exists, openedOn, today }: Opening): Reason[] {
  return [
    ...(exists ? [reason('maintenance.accountExists', undefined, { clause })] : []),
    ...(openedOn > today
      ? [reason('maintenance.inFuture', { found: openedOn, expected: today }, { field: 'openedOn' })]
      : []),
  ];
}

export interface Account {
  openedOn: CalendarDate;
  balance: Money;
}

export interface EntryFacts {
  /** null: the compound has none */
  account: Account | null;
  kind: 'deposit' | 'withdrawal';
  amount: Money;
  entryOn: CalendarDate;
  today: CalendarDate;
  voucherNo: string;
  voucherUsed: boolean;
  /** what a withdrawal is for */
  note: string | null;
}

function dayReasons(entryOn: CalendarDate, account: Account, today: CalendarDate): Reason[] {
  const field = 'entryOn';
  return [
    ...(entryOn > today ? [reason('maintenance.inFuture', { found: entryOn, expected: today }, { field })] : []),
    ...(entryOn < account.openedOn
      ? [reason('maintenance.beforeOpening', { found: entryOn, expected: account.openedOn }, { field })]
      : []),
  ];
}

const balanceReasons = (amount: Money, balance: Money): Reason[] =>
  amount > balance
    ? [
        reason(
          'maintenance.beyondBalance',
          { found: formatMoney(amount), there: formatMoney(balance) },
          { field: 'amount' },
        ),
      ]
    : [];

/** Money goes into the compound's own account, never into the project's; no more comes out than is in it, and it is said for what. */
export function entryReasons(facts: EntryFacts): Reason[] {
  const { account, kind, amount, entryOn, today, voucherNo, voucherUsed, note } = facts;
  if (!account) return [reason('maintenance.noAccount', undefined, { clause })];
  const isOut = kind === 'withdrawal';
  return [
    ...dayReasons(entryOn, account, today),
    ...(voucherUsed ? [reason('maintenance.voucherUsed', { found: voucherNo }, { field: 'voucherNo' })] : []),
    ...(isOut && !note ? [reason('maintenance.purposeMissing', undefined, { field: 'note' })] : []),
    ...(isOut ? balanceReasons(amount, account.balance) : []),
  ];
}

export interface ReversalFacts {
  account: Account;
  kind: 'deposit' | 'withdrawal' | 'reversal';
  amount: Money;
  reversed: boolean;
  entryOn: CalendarDate;
  on: CalendarDate;
  today: CalendarDate;
}

/** A wrong entry is taken back by a second one, once; a deposit only while it is still there. */
export function reversalReasons({ account, kind, amount, reversed, entryOn, on, today }: ReversalFacts): Reason[] {
  const field = 'entryOn';
  return [
    ...(kind === 'reversal' ? [reason('maintenance.isReversal')] : []),
    ...(reversed ? [reason('maintenance.reversedAlready')] : []),
    ...(on > today ? [reason('maintenance.inFuture', { found: on, expected: today }, { field })] : []),
    ...(on < entryOn ? [reason('maintenance.beforeEntry', { found: on, expected: entryOn }, { field })] : []),
    ...(kind === 'deposit' && !reversed ? balanceReasons(amount, account.balance) : []),
  ];
}

/** Of an account number only the end is kept. */
export const maskedNumber = (digits: string): string => `****${digits.slice(-4)}`;
