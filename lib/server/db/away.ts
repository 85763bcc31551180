import 'server-only';

const WORDS =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|timeout exceeded when trying to connect|Connection terminated|Query read timeout|Unable to start a transaction|Server has closed|not queryable/i;
const STATES = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', '57014']);

/** The database did not answer, or not in time: a state that passes. */
export class DatabaseAway extends Error {}

export function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return error instanceof DatabaseAway || STATES.has(code ?? '') || WORDS.test(`${code ?? ''} ${message ?? ''}`);
}
