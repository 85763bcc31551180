import { plain } from '@/components/funds/batch-values';
import { type ItemsTyped, itemRows, noItems } from '@/components/funds/forms/item-values';
import type { FreeView, ImportChoice } from '@/lib/domain/funds/imports/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { hasMoney, type MoneyTyped, moneySent } from './money-values';

/** A part as it is typed: `what` names what it is for (see optionsOf in the dialog). */
export interface PartTyped {
  key: number;
  what: string;
  amount: string;
  reason: string;
  /** of a payment that is asked for */
  money: MoneyTyped;
  items: ItemsTyped['rows'];
}

export const OUTSIDE = 'outside';
export const PAYMENT = 'payment';
export const emptyPart = (key: number, money: MoneyTyped): PartTyped => ({
  ...{ key, what: '', amount: '', reason: '', money, items: noItems().rows },
});

const fen = (text: string): bigint => parseHundredths(plain(text)) ?? 0n;

/** What is missing to the line's sum (fen); below zero: too much. */
export const missing = (sum: string, parts: readonly PartTyped[]): bigint =>
  parts.reduce((rest, { amount }) => rest - fen(amount), fen(sum));

/** What money that comes in may be received for: a pot of a project that still expects some. */
export const receiptsOf = (choices: readonly ImportChoice[]) =>
  choices.flatMap((project) =>
    project.pots
      .filter((pot) => hasMoney(pot, true))
      .map((pot) => ({ value: ['receipt', project.id, pot.source, pot.kind, pot.earmark].join('|'), project, pot })),
  );

export const freeValue = ({ type, id }: FreeView): string => `${type}|${id}`;

/** What of a part each item has; its own sum is the part's. */
export const itemsOf = ({ amount, items }: PartTyped, put: (items: PartTyped['items']) => void = () => {}) =>
  itemRows({ amount, rows: items }, ({ rows }) => put(rows));

/** As the request says it. */
export function partSent(part: PartTyped, choices: readonly ImportChoice[]): object {
  const { what, amount, reason, money } = part;
  const [decision = '', id = '', source = '', kind = '', earmark = 'general'] = what.split('|');
  const sum = { amount: plain(amount) };
  if (decision === 'entry') return { decision, entryId: id, ...sum };
  if (decision === 'order') return { decision, orderId: id, ...sum };
  if (decision === 'receipt') return { decision, projectId: id, source, kind, earmark, ...sum };
  if (decision === PAYMENT) return { ...moneySent(money, choices, itemsOf(part).sent), ...sum };
  return { decision: OUTSIDE, reason: reason.trim(), ...sum };
}
