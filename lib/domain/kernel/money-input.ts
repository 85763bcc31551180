import { z } from 'zod';
import { parseHundredths } from './hundredths';
import type { Money } from './money';

/** 10^11 yuan in fen: a sum in the wrong unit is caught, no real one is refused. */
export const MOST_MONEY: Money = 10_000_000_000_000n;

/** Why text is no sum of money to move: each way in its own words. null: it is one. */
function fault(text: string): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'money.unreadable';
  if (text.startsWith('-')) return 'money.negative';
  if (/\.\d{3,}$/.test(text)) return 'money.tooFine';
  const fen = parseHundredths(text);
  if (fen === undefined || fen > MOST_MONEY) return 'money.tooLarge';
  return fen === 0n ? 'money.zero' : null;
}

/** Yuan as decimal text ('418000.00'), above 0 and up to 10^11, into integer fen. */
export const movedMoney = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const found = fault(text);
    if (found) context.addIssue({ code: 'custom', message: found });
  })
  .transform((text) => parseHundredths(text) ?? 0n);
