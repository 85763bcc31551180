import type { Called, CallOptions, World } from '../world';
import type { EveryOperation } from './operations';
import { isWrite } from './operations';
import type { Caller } from './side';

/** A whole and valid request for one operation. */
export interface Example {
  who: Caller;
  /** Of whom a token is made, where it is nobody of the usual world. */
  accountId?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Bytes, where the body is a file. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
  /** The version it is based on: If-Match. */
  version?: number;
}

/** What differs from the valid request. */
export interface Change {
  who?: Caller | null;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  rawBody?: BodyInit | null;
  headers?: Record<string, string>;
}

export const pathOf = (path: string, params: Record<string, string> = {}): string =>
  `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;

function bodyOf(example: Example, change: Change): Pick<CallOptions, 'body' | 'rawBody'> {
  if (change.rawBody === null) return {};
  if (change.rawBody !== undefined) return { rawBody: change.rawBody };
  if ('body' in change) return { body: change.body };
  if (example.raw !== undefined) return { rawBody: example.raw as BodyInit };
  return example.body === undefined ? {} : { body: example.body };
}

/** The request as it would be sent: as a call of the handler, or over a wire. */
export function requestOf(op: EveryOperation, example: Example, change: Change = {}) {
  const params = change.params ?? example.params ?? {};
  const search = change.query ?? new URLSearchParams(example.query).toString();
  const headers = new Map<string, string>();
  if (isWrite(op) && example.version !== undefined) headers.set('if-match', `"${example.version}"`);
  if (example.body !== undefined || 'body' in change) headers.set('content-type', 'application/json');
  return {
    method: op.method,
    path: `${pathOf(op.path, params)}${search ? `?${search}` : ''}`,
    params,
    ...bodyOf(example, change),
    headers: { ...Object.fromEntries(headers), ...example.headers, ...change.headers },
  };
}

export const send = (world: World, op: EveryOperation, example: Example, change: Change = {}): Promise<Called> =>
  world.call(op.handler, {
    ...(change.who === null ? {} : (change.who ?? example.who)),
    ...requestOf(op, example, change),
  });
