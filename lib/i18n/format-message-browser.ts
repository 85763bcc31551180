import { type FillOptions, fill, type Values } from './fill';

/** The same where texts have come from ClientMessages: in their parts already, so that the browser needs no reader of sentences. */
export default function formatMessage(key: string, message: unknown, values: Values, options: FillOptions): unknown {
  if (typeof message === 'string' || Array.isArray(message)) return fill(message, values, options);
  throw new Error(`${key} is no sentence`);
}
formatMessage.raw = true;
