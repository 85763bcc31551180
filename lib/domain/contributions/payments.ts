import type { CalendarDate } from '../kernel/calendar-date';
import { formatMoney, type Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import type { ProjectStatus } from '../projects/types';

export interface PaidLine {
  householdId: string;
  amount: Money;
  receiptNo: string;
}

export interface KnownDue {
  name: string;
  amount: Money;
  paid: Money;
}

export interface PaymentFacts {
  /** households of this person's places that owe something in the project */
  dues: ReadonlyMap<string, KnownDue>;
  /** of the receipts named, those that are used already in the county */
  receiptsUsed: ReadonlySet<string>;
  today: CalendarDate;
}

function lineReasons(line: PaidLine, at: number, all: readonly PaidLine[], facts: PaymentFacts): Reason[] {
  const { householdId, amount, receiptNo } = line;
  const due = facts.dues.get(householdId);
  if (!due) return [reason('contribution.nothingDue', undefined, { field: `items.${at}.householdId` })];
  // of one household several times in one list: each line finds what the lines before it leave
  const before = all.slice(0, at).filter((one) => one.householdId === householdId);
  const left = before.reduce((rest, one) => rest - one.amount, due.amount - due.paid);
  const { name } = due;
  const receipt = { field: `items.${at}.receiptNo` };
  const most = { name, found: formatMoney(amount), left: formatMoney(left > 0n ? left : 0n) };
  const twice = all.findIndex((one) => one.receiptNo === receiptNo) < at;
  return [
    ...(left <= 0n
      ? [reason('contribution.paidInFull', { name }, { field: `items.${at}.amount` })]
      : amount > left
        ? [reason('contribution.beyondDue', most, { field: `items.${at}.amount` })]
        : []),
    ...(twice ? [reason('contribution.receiptTwice', { found: receiptNo }, receipt)] : []),
    ...(facts.receiptsUsed.has(receiptNo) ? [reason('contribution.receiptUsed', { found: receiptNo }, receipt)] : []),
  ];
}

/** Households pay what is still due and no more, on a day that has come, each payment with a receipt of its own. */
export function paymentReasons(lines: readonly PaidLine[], paidOn: CalendarDate, facts: PaymentFacts): Reason[] {
  const { today } = facts;
  return [
    ...(paidOn > today
      ? [reason('contribution.inFuture', { found: paidOn, expected: today }, { field: 'paidOn' })]
      : []),
    ...lines.flatMap((line, at, all) => lineReasons(line, at, all, facts)),
  ];
}

interface ReversalFacts {
  kind: 'payment' | 'reversal';
  reversed: boolean;
  paidOn: CalendarDate;
  on: CalendarDate;
  today: CalendarDate;
}

/** A mistake, or money given back: a second row with its reason takes the whole payment back, once. */
export function reversalReasons({ kind, reversed, paidOn, on, today }: ReversalFacts): Reason[] {
  const field = 'reversedOn';
  return [
    ...(kind === 'reversal' ? [reason('contribution.isReversal')] : []),
    ...(reversed ? [reason('contribution.reversedAlready')] : []),
    ...(on > today ? [reason('contribution.inFuture', { found: on, expected: today }, { field })] : []),
    ...(on < paidOn ? [reason('contribution.beforePayment', { found: on, expected: paidOn }, { field })] : []),
  ];
}

/** Of a withdrawn project nothing is set or collected any more; what was paid can be given back. */
export const againstCollecting = (status: ProjectStatus): Reason[] =>
  status === 'withdrawn' ? [reason('project.notNow.withdrawn')] : [];
