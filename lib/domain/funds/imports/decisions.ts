import { z } from 'zod';
import { idField, textField } from '../../kernel/input';
import type { Money } from '../../kernel/money';
import { formatMoney, sumMoney } from '../../kernel/money';
import { movedMoney } from '../../kernel/money-input';
import { type Reason, reason } from '../../kernel/result';
import { FUNDING_SOURCES } from '../../rulebook/schema-funding';
import { MOST_LINES } from './row-reader';
import type { LineDecision, StatementState } from './types';

const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const pot = {
  projectId: idField,
  source: z.enum(FUNDING_SOURCES),
  kind: code.or(z.literal('')).default(''),
  earmark: code.default('general'),
  /** unless said, the number that the bank gave the line */
  voucherNo: textField(60).optional(),
};
const item = z.strictObject({ item: z.string().regex(/^([BC]-[RI]\d{2})?$/), amount: movedMoney });

const entry = { decision: z.literal('entry'), entryId: idField };
const order = { decision: z.literal('order'), orderId: idField };
const receipt = { decision: z.literal('receipt'), ...pot };
const payment = {
  ...{ decision: z.literal('payment'), ...pot, contractId: idField },
  items: z.array(item).max(60),
};
const outside = { decision: z.literal('outside'), reason: textField(200) };

const part = z.discriminatedUnion('decision', [
  z.strictObject({ ...entry, amount: movedMoney }),
  z.strictObject({ ...order, amount: movedMoney }),
  z.strictObject({ ...receipt, amount: movedMoney }),
  z.strictObject({ ...payment, amount: movedMoney }),
  z.strictObject({ ...outside, amount: movedMoney }),
]);
export type PartInput = z.output<typeof part>;

/** What a person says of a line of a bank statement; undecided takes it back. */
export const lineDecision = z.discriminatedUnion('decision', [
  z.strictObject({ lineId: idField, ...entry }),
  z.strictObject({ lineId: idField, ...order }),
  z.strictObject({ lineId: idField, ...receipt }),
  z.strictObject({ lineId: idField, decision: z.literal('split'), parts: z.array(part).min(2).max(20) }),
  z.strictObject({ lineId: idField, ...payment }),
  z.strictObject({ lineId: idField, ...outside }),
  z.strictObject({ lineId: idField, decision: z.literal('undecided') }),
]);
export type LineDecisionInput = z.output<typeof lineDecision>;
export const decisionsInput = z.strictObject({ decisions: z.array(lineDecision).min(1).max(MOST_LINES) });

/** Changed only as a draft; what was applied or cancelled stays. */
export const againstChange = (status: StatementState): Reason[] =>
  status === 'draft' ? [] : [reason(`bankImport.${status}`)];

/** What a target says of itself; null: it is not there for this county, or stands beside another line. */
export interface TargetFacts {
  direction: 'in' | 'out';
  amount: Money;
}

/** Money that came in is a receipt, money that went out a payment; an entry or a request stands for the same sum. */
export function decisionReasons(
  line: { amount: Money },
  decision: LineDecision | 'undecided',
  target: TargetFacts | null,
  field: string,
): Reason[] {
  const isIn = line.amount > 0n;
  const sum = isIn ? line.amount : -line.amount;
  if (decision === 'receipt' && !isIn) return [reason('bankImport.notIn', undefined, { field })];
  if (decision === 'payment' && isIn) return [reason('bankImport.notOut', undefined, { field })];
  if (decision !== 'entry' && decision !== 'order') return [];
  if (!target) return [reason('bankImport.targetGone', undefined, { field })];
  const isSame = target.direction === (isIn ? 'in' : 'out') && target.amount === sum;
  return isSame
    ? []
    : [reason('bankImport.otherSum', { found: formatMoney(target.amount), expected: formatMoney(sum) }, { field })];
}

/** The parts make the line, to the fen. */
export function partsReasons(line: { amount: Money }, parts: readonly { amount: Money }[], field: string): Reason[] {
  const [sum, whole] = [sumMoney(parts.map(({ amount }) => amount)), line.amount < 0n ? -line.amount : line.amount];
  const found = { sum: formatMoney(sum), amount: formatMoney(whole) };
  return sum === whole ? [] : [reason('bankImport.partsDiffer', found, { field: `${field}.parts` })];
}

/** The items of a payment make it, to the fen. */
export function itemsReasons(items: readonly { amount: Money }[], paid: { amount: Money }, field: string): Reason[] {
  if (items.length === 0) return [reason('fund.itemsMissing', undefined, { field })];
  const [sum, whole] = [sumMoney(items.map(({ amount }) => amount)), paid.amount < 0n ? -paid.amount : paid.amount];
  const found = { sum: formatMoney(sum), amount: formatMoney(whole) };
  return sum === whole ? [] : [reason('fund.itemsDiffer', found, { field })];
}

/** All that stands in the way of applying: errors of the sheet, lines that nobody decided on. */
export function againstApplying(facts: { status: StatementState; errors: number; undecided: number }): Reason[] {
  const { status, errors, undecided } = facts;
  if (status !== 'draft') return [reason(`bankImport.${status}`)];
  return [
    ...(errors > 0 ? [reason('bankImport.errors', { count: errors })] : []),
    ...(undecided > 0 ? [reason('bankImport.undecided', { count: undecided })] : []),
  ];
}
