import 'server-only';
import { type Reason, reason } from '@/lib/domain/kernel/result';

/** Why the file as a whole can't be read: an answer for the clerk, not a fault. */
export class FileRefused extends Error {
  readonly reason: Reason;
  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.reason = reason(`import.file.${code}`, params);
  }
}

/** Limits of an upload. 100,000 rows of our template are about 90 MB of XML in 6 MB of zip. */
export const LIMITS = {
  fileBytes: 30 * 1024 * 1024,
  entries: 1_000,
  inflatedBytes: 600 * 1024 * 1024,
  /** Inflated to stored size, looked at above `ratioFrom` bytes. */
  ratio: 120,
  ratioFrom: 20 * 1024 * 1024,
  rows: 200_000,
  columns: 400,
  sharedStringChars: 60_000_000,
} as const;
