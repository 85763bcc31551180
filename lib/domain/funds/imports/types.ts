import type { CalendarDate } from '../../kernel/calendar-date';
import type { Money } from '../../kernel/money';
import type { ItemPart, Movement, Pot } from '../types';

/** draft: looked at and decided; applied: in the books; cancelled: nothing of it was written */
export const STATEMENT_STATES = ['draft', 'applied', 'cancelled'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/**
 * What becomes of a line. entry: an entry of the books says the same, which the bank confirms (已入账); order: a payment that was asked for; receipt, payment,
 * allocation, assignment: is written when the import is applied; outside: not of any project (不属于本项目), with its reason;
 * split: several of these, each with its part of the sum.
 */
export const LINE_DECISIONS = [
  ...(['entry', 'order', 'receipt', 'payment', 'allocation', 'assignment', 'outside', 'split'] as const),
] as const;
export type LineDecision = (typeof LINE_DECISIONS)[number];

/** What a part of a line may become. */
export const PART_DECISIONS = ['entry', 'order', 'receipt', 'payment', 'outside'] as const;

/** One of several that a line of the bank stands for; fen, above 0. */
export interface LinePart extends Pot {
  decision: (typeof PART_DECISIONS)[number];
  amount: Money;
  entryId: string | null;
  orderId: string | null;
  projectId: string | null;
  /** of a payment that is to be asked for, with what of the part each item has */
  contractId: string | null;
  items: ItemPart[] | null;
  voucherNo: string | null;
  note: string | null;
}

/** A line of a bank statement. */
export interface BankLine {
  rowNo: number;
  day: CalendarDate;
  /** signed: in +, out − */
  amount: Money;
  /** 红字: a minus where its column or side says the other way; it takes something back */
  red: boolean;
  balance: Money | null;
  counterparty: string | null;
  /** the last digits alone */
  counterAccount: string | null;
  remark: string | null;
  serialNo: string | null;
}

/** A row of a ledger as it stands after reading; what is already in the books names where. */
export interface LedgerRow extends Pot {
  rowNo: number;
  decision: LineDecision;
  entryId: string | null;
  orderId: string | null;
  projectId: string | null;
  day: CalendarDate;
  amount: Money;
  voucherNo: string;
  contractId: string | null;
  items: ItemPart[] | null;
  counterparty: string | null;
  remark: string | null;
}

/** What a number stands for in the books of the county. */
export interface KnownVoucher {
  entryId: string | null;
  orderId: string | null;
  movement: Movement;
  amount: Money;
  source: string;
  kind: string;
  earmark: string;
  projectId: string | null;
}
