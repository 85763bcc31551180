import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { digestOf } from './session-token';

/** Says what it is, wherever it turns up: in a log, a mail, a repository. */
export const TOKEN_PREFIX = 'anju_';
const BYTES = 32;
const SUM = 4;
const SHAPE = /^anju_([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{4})$/;

const sumOf = (random: string): string => createHash('sha256').update(random).digest('base64url').slice(0, SUM);

export interface TokenSecret {
  secret: string;
  digest: string;
  hint: string;
}

/** 256 bits of chance, and a sum that tells a token that was copied badly from one that is none of ours. */
export function newTokenSecret(): TokenSecret {
  const random = randomBytes(BYTES).toString('base64url');
  const secret = `${TOKEN_PREFIX}${random}${sumOf(random)}`;
  return { secret, digest: digestOf(secret), hint: secret.slice(0, TOKEN_PREFIX.length + 4) };
}

export function isTokenSecret(text: string): boolean {
  const [, random, sum] = SHAPE.exec(text) ?? [];
  return random !== undefined && sumOf(random) === sum;
}

/** What stands behind "Bearer", or null where the request brings no such thing (another scheme is a proxy's matter, not ours). */
export function bearerOf(request: Request): string | null {
  const sent = /^bearer(?:\s+(.*))?$/i.exec(request.headers.get('authorization')?.trim() ?? '');
  return sent ? (sent[1] ?? '').trim() : null;
}
