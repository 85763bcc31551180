import type { Reason } from '@/lib/domain/kernel/result';

export interface ProblemReason extends Reason {
  /** The reason's sentence in the reader's language. */
  message: string;
}

/** RFC 9457, as the server answers a no. `code` 'offline' and 'unreadable' are made here. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  reasons?: ProblemReason[];
  conflict?: { theirs: unknown; yours: unknown; version: number };
  requestId?: string;
  /** With 429: how long to wait. */
  retryAfter?: number;
}

export type ApiResult<T> = { ok: true; value: T; version?: number } | { ok: false; problem: Problem };

export interface Send {
  body?: unknown;
  /** Version that was read: If-Match. */
  version?: number;
  /** One per thing a person did, kept when it is sent again; made here when not given. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** crypto.randomUUID is missing where the page came over plain http from another machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const RETRIES = [400, 1_500];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isChinese = () => typeof document === 'undefined' || document.documentElement.lang !== 'en';

function ownProblem(code: 'offline' | 'unreadable', status: number): Problem {
  const texts = {
    offline: isChinese()
      ? ['网络连接不上', '没有连上服务器，您填写的内容还在本页。请检查网络后再试一次。']
      : ['No connection', 'The server could not be reached. What you typed is still on this page: try again.'],
    unreadable: isChinese()
      ? ['服务器的回答无法识别', '请稍后再试；如果还是不行，请联系系统管理员。']
      : ['The answer could not be read', 'Try again later; if it happens again, tell the administrator.'],
  };
  const [title = '', detail = ''] = texts[code];
  return { status, code, title, detail };
}

export const unreachable = (): Problem => ownProblem('offline', 0);

/** The same request again while nobody answers: the key makes sure that it takes effect once. */
async function fetchAgain(path: string, init: RequestInit): Promise<Response | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(path, init);
      if (response.status !== 503 || attempt >= RETRIES.length) return response;
    } catch (thrown) {
      if (init.signal?.aborted) throw thrown;
      if (attempt >= RETRIES.length) return null;
    }
    await pause(RETRIES[attempt] ?? 0);
  }
}

const versionOf = (response: Response): number | undefined => {
  const match = response.headers.get('etag')?.match(/^(?:W\/)?"(\d+)"$/);
  return match ? Number(match[1]) : undefined;
};

export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return ownProblem('unreadable', response.status);
  const problem = (await response.json()) as Problem;
  const retryAfter = Number(response.headers.get('retry-after') ?? 0);
  return retryAfter ? { ...problem, retryAfter } : problem;
}

/** The one way in which the product's own pages speak with /api/v1. A no is an answer, never an exception. */
export async function api<T>(method: Method, path: string, send: Send = {}): Promise<ApiResult<T>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') {
    headers['x-anju-request'] = '1';
    headers['idempotency-key'] = send.idempotencyKey ?? newKey();
  }
  if (send.body !== undefined) headers['content-type'] = 'application/json';
  if (send.version !== undefined) headers['if-match'] = `"${send.version}"`;
  const body = send.body === undefined ? undefined : JSON.stringify(send.body);
  const response = await fetchAgain(path, { method, headers, body, signal: send.signal, credentials: 'same-origin' });
  if (!response) return { ok: false, problem: unreachable() };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const value = (response.status === 204 ? undefined : await response.json()) as T;
  return { ok: true, value, version: versionOf(response) };
}

/** The sentences of a problem, for a banner: every reason, or the detail where there is none. */
export function sentencesOf(problem: Problem): string[] {
  return problem.reasons?.length ? problem.reasons.map(({ message }) => message) : [problem.detail];
}

/** The sentences that belong to a field of the form. */
export function fieldErrors(problem: Problem | undefined, field: string): string[] {
  return (problem?.reasons ?? []).filter((reason) => reason.field === field).map(({ message }) => message);
}
