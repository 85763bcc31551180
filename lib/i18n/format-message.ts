import { type FillOptions, fill, type Values } from './fill';
import { readSentence } from './read-sentence';

/**
 * Stands in for the part of next-intl that fills values into a sentence (next.config.ts says so): that one reads every
 * sentence anew for every page, and makes its formats of numbers and dates anew.
 */
export default function formatMessage(key: string, message: unknown, values: Values, options: FillOptions): unknown {
  if (typeof message === 'string') return fill(readSentence(message), values, options);
  if (Array.isArray(message)) return fill(message, values, options);
  throw new Error(`${key} is no sentence`);
}
// what t.raw() answers is what it was given
formatMessage.raw = true;
