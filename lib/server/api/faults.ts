import 'server-only';
import { type Denied, failure } from '@/lib/server/answer';
import { isAway } from '@/lib/server/db/away';

interface DbError {
  code?: string;
  message?: string;
  cause?: unknown;
  /** Of what the operating system refused. */
  syscall?: string;
  meta?: {
    code?: string;
    driverAdapterError?: { cause?: { originalCode?: string; kind?: string; constraint?: unknown } };
  };
}

/** PostgreSQL's own code, wherever Prisma or pg put it. */
function sqlState(error: DbError): string | undefined {
  const original = error.meta?.driverAdapterError?.cause?.originalCode ?? error.meta?.code;
  if (original) return original;
  if (error.code && /^[0-9A-Z]{5}$/.test(error.code) && !/^P\d{4}$/.test(error.code)) return error.code;
  const cause = error.cause as DbError | undefined;
  return cause && cause !== error
    ? sqlState({ ...cause, code: (cause as { originalCode?: string }).originalCode ?? cause.code })
    : undefined;
}

const PRISMA_UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);

const BY_STATE: Record<string, () => Denied> = {
  '23505': () => failure(409, 'already_exists'),
  '23503': () => failure(422, 'reference_missing'),
  '23514': () => failure(422, 'out_of_range'),
  '22003': () => failure(422, 'out_of_range'),
  '22021': () => failure(400, 'unstorable_text'),
  '22P02': () => failure(400, 'invalid_input'),
  '22P05': () => failure(400, 'unstorable_text'),
  '42501': () => failure(403, 'forbidden'),
  '40001': () => failure(409, 'busy_retry'),
  '40P01': () => failure(409, 'busy_retry'),
  '55P03': () => failure(409, 'busy_retry'),
  '57014': () => failure(503, 'too_slow'),
  '57P01': () => failure(503, 'database_away'),
  '57P02': () => failure(503, 'database_away'),
  '57P03': () => failure(503, 'database_away'),
  '53300': () => failure(503, 'database_away'),
};

/** The folder of the files: full, not ours, or something else in its place. */
const BY_ERRNO: Record<string, () => Denied> = {
  ENOSPC: () => failure(507, 'storage_full'),
  EDQUOT: () => failure(507, 'storage_full'),
  EROFS: () => failure(503, 'storage_away'),
  EACCES: () => failure(503, 'storage_away'),
  EPERM: () => failure(503, 'storage_away'),
  ENOTDIR: () => failure(503, 'storage_away'),
  EEXIST: () => failure(503, 'storage_away'),
  EIO: () => failure(503, 'storage_away'),
};

/** What the database said, as an answer; null for a surprise of our own. */
export function faultAsAnswer(thrown: unknown): Denied | null {
  const error = (thrown ?? {}) as DbError;
  if (error.code === 'P2025') return failure(404, 'not_found');
  if (error.code === 'P2002') return failure(409, 'already_exists');
  if (error.code === 'P2003') return failure(422, 'reference_missing');
  const stored = BY_ERRNO[error.code ?? ''];
  if (stored && error.syscall) return stored();
  const known = BY_STATE[sqlState(error) ?? ''];
  if (known) return known();
  if (PRISMA_UNREACHABLE.has(error.code ?? '') || isAway(error)) return failure(503, 'database_away');
  return null;
}
