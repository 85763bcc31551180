import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';

/** What a command or a route answers: a value, or an expected no with all its reasons. */
export interface Done<T> {
  ok: true;
  value: T;
  status?: number;
  /** Version of the record answered: sent as ETag. */
  version?: number;
  headers?: Record<string, string>;
}

export interface Denied {
  ok: false;
  status: number;
  /** Stable; its sentence stands in lib/i18n/messages/…/errors.ts. */
  code: string;
  params?: Record<string, string | number>;
  reasons?: Reason[];
  /** For a conflict: what the other person saved, and what was sent. */
  conflict?: { theirs: unknown; yours: unknown; version: number };
  headers?: Record<string, string>;
}

/** A value that is JSON already, as PostgreSQL wrote it. */
export class JsonText {
  constructor(readonly text: string) {}
}

export type Answer<T> = Done<T> | Denied;

export const done = <T>(value: T, more: Omit<Done<T>, 'ok' | 'value'> = {}): Done<T> => ({ ok: true, value, ...more });
export const created = <T>(value: T, more: Omit<Done<T>, 'ok' | 'value'> = {}): Done<T> =>
  done(value, { status: 201, ...more });

const denied = (status: number, code: string, more: Partial<Denied> = {}): Denied => ({
  ok: false,
  status,
  code,
  ...more,
});

/** A rule said no. */
export const refused = (reasons: Reason[], code = 'refused'): Denied => denied(422, code, { reasons });
/** Foreign and not existing look alike. */
export const notFound = (): Denied => denied(404, 'not_found');
export const forbidden = (code = 'forbidden'): Denied => denied(403, code);
export const badRequest = (code: string, reasons?: Reason[]): Denied => denied(400, code, { reasons });
export const clash = (code: string, params?: Record<string, string | number>): Denied => denied(409, code, { params });
/** The second of two people who saved the same record: both versions, nothing lost. */
export const conflict = (theirs: unknown, yours: unknown, version: number): Denied =>
  denied(409, 'version_conflict', { conflict: { theirs, yours, version } });
export const tooMany = (code: string, seconds: number): Denied =>
  denied(429, code, { params: { seconds, minutes: Math.ceil(seconds / 60) } });
export const gone = (code: string): Denied => denied(410, code);
export const failure = (status: number, code: string, params?: Record<string, string | number>): Denied =>
  denied(status, code, { params });
