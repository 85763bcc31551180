import type { No } from '@/lib/domain/field/machine';
import { type Problem, sentencesOf } from '../api';

/** What came back: a value, a no, or nothing at all. */
export type Heard<T> = { is: 'value'; value: T } | { is: 'no'; no: No } | { is: 'nothing' };

const JSON_TIMEOUT = 30_000;
const PHOTO_TIMEOUT = 180_000;

const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('json');

function noOf(problem: Problem, status: number, retryAfter: string | null): No {
  const { theirs } = problem.conflict ?? {};
  return {
    status,
    code: problem.code,
    sentences: sentencesOf(problem),
    ...(theirs === undefined ? {} : { theirs }),
    ...(retryAfter ? { retryAfter: Number(retryAfter) || 0 } : {}),
  };
}

/**
 * One request, answered by our server or by nobody: a hotel's or a station's sign-in page answers everything, with 200 too, and is nobody. Trying again is the
 * outbox's business, not done here.
 */
export async function ask<T>(path: string, init: RequestInit = {}, timeout = JSON_TIMEOUT): Promise<Heard<T>> {
  try {
    const headers = { accept: 'application/json', ...init.headers };
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init, headers, signal });
    if (response.redirected || !isJson(response)) return { is: 'nothing' };
    const body: unknown = await response.json();
    if (response.ok) return { is: 'value', value: body as T };
    const problem = body as Problem;
    if (typeof problem?.code !== 'string') return { is: 'nothing' };
    return { is: 'no', no: noOf(problem, response.status, response.headers.get('retry-after')) };
  } catch {
    return { is: 'nothing' };
  }
}

interface Sent {
  method: 'POST' | 'PUT';
  path: string;
  /** what was read, where the request asks for it */
  version?: number;
  key: string;
  body: unknown;
}

export const send = <T>({ method, path, version, key, body }: Sent): Promise<Heard<T>> =>
  ask(path, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-anju-request': '1',
      'idempotency-key': key,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });

export const postPhoto = (key: string, name: string, blob: Blob): Promise<Heard<{ id: string }>> =>
  ask(
    '/api/v1/files?purpose=photo',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-anju-request': '1',
        'x-file-name': encodeURIComponent(name),
        'idempotency-key': key,
      },
      body: blob,
    },
    PHOTO_TIMEOUT,
  );
