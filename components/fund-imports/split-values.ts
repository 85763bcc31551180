import type { FreeView, ImportChoice } from '@/lib/domain/funds/imports/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';

/** A part as it is typed: `what` names what it is for (see optionsOf in the dialog). */
export interface PartTyped {
  key: number;
  what: string;
  amount: string;
  reason: string;
}

export const OUTSIDE = 'outside';
export const EMPTY_PARTS: PartTyped[] = [0, 1].map((key) => ({ key, what: '', amount: '', reason: '' }));

export const plain = (text: string): string => text.replaceAll(/[,，\s]/g, '');
const fen = (text: string): bigint => parseHundredths(plain(text)) ?? 0n;

/** What is missing to the line's sum (fen); below zero: too much. */
export const missing = (sum: string, parts: readonly PartTyped[]): bigint =>
  parts.reduce((rest, { amount }) => rest - fen(amount), fen(sum));

/** What money that comes in may be received for: a pot of a project that still expects some. */
export const receiptsOf = (choices: readonly ImportChoice[]) =>
  choices.flatMap((project) =>
    project.pots
      .filter(({ outstanding }) => outstanding !== '0.00')
      .map((pot) => ({ value: ['receipt', project.id, pot.source, pot.kind, pot.earmark].join('|'), project, pot })),
  );

export const freeValue = ({ type, id }: FreeView): string => `${type}|${id}`;

/** As the request says it. */
export function partSent({ what, amount, reason }: PartTyped): object {
  const [decision = '', id = '', source = '', kind = '', earmark = 'general'] = what.split('|');
  const sum = { amount: plain(amount) };
  if (decision === 'entry') return { decision, entryId: id, ...sum };
  if (decision === 'order') return { decision, orderId: id, ...sum };
  if (decision === 'receipt') return { decision, projectId: id, source, kind, earmark, ...sum };
  return { decision: OUTSIDE, reason: reason.trim(), ...sum };
}
