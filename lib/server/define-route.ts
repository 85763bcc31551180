import 'server-only';
import type { z } from 'zod';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { type Scope, scopeFor } from '@/lib/domain/accounts/scopes';
import { defaultLocale, isLocale, type Locale, localeCookie } from '@/lib/i18n/config';
import type { Actor } from './actor';
import { type Answer, type Denied, failure, forbidden, JsonText } from './answer';
import { faultAsAnswer } from './api/faults';
import { digestOfRequest, once } from './api/idempotency';
import { type LimitName, takeOneOf } from './api/limits';
import { problemResponse } from './api/problem';
import { bringsBody, readJson, readParams, readQuery } from './api/read-request';
import { cookiesOf } from './auth/cookies';
import { isCrossSite } from './auth/origin';
import { actorOfToken } from './auth/token-gate';
import { bearerOf } from './auth/token-secret';
import { type Tx, withActor } from './db/with-actor';
import { type Proof, type Reader, withReader } from './db/with-reader';
import { type Writer, withWriter } from './db/with-writer';
import { actorOf, whoForeseen } from './gate';
import { log, tellWho } from './log';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What every run gets. `actor` is null only where permission is 'public'. */
export interface Call<P, Q, B> {
  request: Request;
  requestId: string | null;
  locale: Locale;
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  /** Version from If-Match, where the operation asks for it. */
  ifMatch: number | undefined;
  /** Well formed; the frame keeps its answer itself, but for bare operations. */
  idempotencyKey: string | null;
}

export interface Operation<P = undefined, Q = undefined, B = undefined, O = unknown, F = undefined> {
  /** One sentence, for the OpenAPI document (Chinese). */
  summary: string;
  description?: string;
  tag: string;
  permission: Permission | 'signed-in';
  params?: P;
  query?: Q;
  body?: B;
  /** The largest body, where many records come at once: 1 MiB unless said. */
  mostMiB?: number;
  /** Schema of the answer; documents it, and answers are the type it says. */
  output?: O;
  status?: 200 | 201 | 202 | 204;
  /** Updates of a record: the version that was read must be sent as If-Match. */
  ifMatch?: boolean;
  /** What a token needs to ask this, where the permission does not say: a scope, 'any' token, or 'never' (so it is where only signing in is asked). */
  token?: Scope | 'any' | 'never';
  /** Expensive, or worth harvesting: so many per account and per token (lib/server/api/limits.ts). */
  limit?: LimitName;
  /** For those whose password was chosen by somebody else: only what lets them choose their own. */
  beforePasswordChange?: boolean;
  /** What the audit lines of this write call it, e.g. 'compound.update'. */
  action?: string;
  /** Minutes instead of seconds: what touches a county's rows at once. */
  long?: boolean;
  /** Done each time that it is asked, whatever its Idempotency-Key: an answer with personal data must not be kept. */
  neverKept?: boolean;
  /** Kinds of answer that are no JSON (files), for the OpenAPI document. */
  produces?: string;
  /** Kind of body that is no JSON (file upload), for the OpenAPI document; `run` reads request.body itself. */
  consumes?: string;
  /** Header that carries the name of the file, percent-encoded, for the OpenAPI document. */
  nameHeader?: string;
  /**
   * Asked before the transaction begins: what takes long, needs a connection of its own, or stays though the answer is no.
   * Its value comes to `run` as `before`.
   */
  before?: (call: Call<P, Q, B> & { actor: Actor }) => Promise<Answer<F>>;
  run: (call: Call<P, Q, B> & { actor: Actor; tx: Tx; before: F }) => Promise<Answer<unknown> | Response>;
}

/** Without a transaction of the frame's: for streams, uploads and what must not hold one. `run` opens its own. */
export interface BareOperation<P = undefined, Q = undefined, B = undefined, O = unknown>
  extends Omit<Operation<P, Q, B, O>, 'run' | 'before' | 'permission'> {
  bare: true;
  permission: Permission | 'signed-in' | 'public';
  run: (call: Call<P, Q, B> & { actor: Actor | null }) => Promise<Answer<unknown> | Response>;
}

/** A hot read: one reading transaction straight on the driver (withReader). Only for GET. */
export interface ReadOperation<P = undefined, Q = undefined, O = unknown>
  extends Omit<Operation<P, Q, undefined, O>, 'run' | 'before' | 'body' | 'ifMatch' | 'action'> {
  read: true;
  ifMatch?: undefined;
  /** All that it asks of the database is asked in one turn: nothing waits for the answer of something else. */
  atOnce?: (query: Out<Q>) => boolean;
  run: (call: Call<P, Q, undefined> & { actor: Actor; reader: Reader }) => Promise<Answer<unknown>>;
}

/** A hot write: one transaction straight on the driver (withWriter), for commands that take a Writer. */
export interface WriteOperation<P = undefined, Q = undefined, B = undefined, O = unknown>
  extends Omit<Operation<P, Q, B, O>, 'run' | 'before' | 'long'> {
  write: true;
  run: (call: Call<P, Q, B> & { actor: Actor; writer: Writer }) => Promise<Answer<unknown>>;
}

type AnyOperation = (
  | Operation<never, never, never, unknown, never>
  | WriteOperation<never, never, never, unknown>
  | BareOperation<never, never, never, unknown>
  | ReadOperation<never, never, unknown>
) & {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  output?: z.ZodType;
};
export type Spec = Omit<AnyOperation, 'run'>;
interface Context {
  params: Promise<Record<string, string | string[] | undefined>>;
}
export type Handler = ((request: Request, context: Context) => Promise<Response>) & { spec?: Spec };

type Schema = z.ZodType | undefined;
/** An operation as written in a route file; keeps the types of its schemas for `run`. */
export function operation<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  O extends Schema = undefined,
  F = undefined,
>(op: Operation<P, Q, B, O, F>): AnyOperation {
  return op as unknown as AnyOperation;
}
export function bareOperation<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  O extends Schema = undefined,
>(op: BareOperation<P, Q, B, O>): AnyOperation {
  return op as unknown as AnyOperation;
}

export function readOperation<P extends Schema = undefined, Q extends Schema = undefined, O extends Schema = undefined>(
  op: Omit<ReadOperation<P, Q, O>, 'read'>,
): AnyOperation {
  return { ...op, read: true } as unknown as AnyOperation;
}

export function writeOperation<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  O extends Schema = undefined,
>(op: Omit<WriteOperation<P, Q, B, O>, 'write'>): AnyOperation {
  return { ...op, write: true } as unknown as AnyOperation;
}

const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({ GET: operation({ … }) })`: methods not named answer 405 with a sentence. */
export function defineRoutes(operations: Partial<Record<Method, AnyOperation>>): Record<Method, Handler> {
  const allowed = METHODS.filter((method) => operations[method]);
  const handlers = METHODS.map((method): [Method, Handler] => {
    const op = operations[method];
    const handler: Handler = (request, context) => answer(request, context, method, op, allowed);
    handler.spec = op;
    return [method, handler];
  });
  return Object.fromEntries(handlers) as Record<Method, Handler>;
}

/**
 * A write must come from our own page: a header that other sites cannot send without asking, and where the browser says an origin,
 * it is ours. A token is sent by nobody but who holds it: that header proves nothing of it; the origin still counts.
 */
const isForged = (request: Request, actor: Actor | null): boolean =>
  isCrossSite(request) || (!actor?.token && !request.headers.get('x-anju-request'));

/** What a token must have been given for this operation. */
export function tokenAccess({ token, permission }: Spec): Scope | 'any' | 'never' {
  if (token) return token;
  const isOpen = permission === 'signed-in' || permission === ('public' as string);
  return isOpen ? 'never' : (scopeFor(permission as Permission) ?? 'never');
}

/** If-Match: "7" (the version as ETag), or undefined. */
function versionOf(request: Request): number | undefined {
  const match = request.headers.get('if-match')?.match(/^(?:W\/)?"(\d{1,9})"$/);
  return match ? Number(match[1]) : undefined;
}

class Rollback extends Error {
  constructor(readonly denied: Denied) {
    super('rollback');
  }
}

async function answer(
  request: Request,
  context: Context,
  method: Method,
  op: AnyOperation | undefined,
  allowed: Method[],
): Promise<Response> {
  const requestId = request.headers.get('x-request-id');
  const jar = cookiesOf(request);
  const wanted = jar[localeCookie];
  let locale: Locale = isLocale(wanted) ? wanted : defaultLocale;
  try {
    if (!op)
      return await problemResponse(failure(405, 'method_not_allowed'), locale, requestId, {
        allow: allowed.join(', '),
      });
    const bearer = bearerOf(request);
    const early =
      bearer === null && 'read' in op && (await asForeseen({ request, context, method, op, requestId, locale }, jar));
    if (early) return early;
    const actor = bearer === null ? await actorOf(jar, requestId) : await actorOfToken(bearer, request);
    if (actor && 'ok' in actor) return await problemResponse(actor, locale, requestId);
    if (actor && !wanted) locale = actor.locale;
    const result = await perform({ request, context, method, op, actor, requestId, locale });
    if (result instanceof Response) return result;
    return result.ok ? await valueResponse(result, op) : await problemResponse(result, locale, requestId);
  } catch (thrown) {
    const known = thrown instanceof Rollback ? thrown.denied : faultAsAnswer(thrown);
    if (known) return problemResponse(known, locale, requestId);
    log.error('route.fault', { requestId, method }, thrown);
    return problemResponse(failure(500, 'internal'), locale, requestId);
  }
}

/** A read by whom the session named last; null where that does not hold any more, or the answer is another than what was asked for. */
async function asForeseen(
  { locale, ...asked }: Omit<Performing, 'actor' | 'proof'>,
  jar: Record<string, string>,
): Promise<Response | null> {
  const foreseen = asked.op.limit ? null : await whoForeseen(jar, asked.requestId);
  if (!foreseen) return null;
  const { actor } = foreseen;
  const known = jar[localeCookie] ? locale : actor.locale;
  // whatever goes wrong is found again, and said, by whoever asks without guessing
  const result = await perform({ ...asked, ...foreseen, locale: known }).catch(() => null);
  if (result === null || result instanceof Response || !result.ok) return null;
  tellWho(actor);
  return valueResponse(result, asked.op);
}

interface Performing {
  request: Request;
  context: Context;
  method: Method;
  op: AnyOperation;
  actor: Actor | null;
  /** The actor is foreseen, and to be proved. */
  proof?: Proof;
  requestId: string | null;
  locale: Locale;
}

/** Gate, then schema, then run: what fails first is what is answered. */
async function perform({
  request,
  context,
  method,
  op,
  actor,
  proof,
  requestId,
  locale,
}: Performing): Promise<Answer<unknown> | Response> {
  const closed = gateOf(op, actor);
  if (closed) return closed;
  if (method !== 'GET' && isForged(request, actor)) return failure(403, 'csrf');
  const params = op.params ? readParams(op.params, await context.params) : none;
  if (!params.ok) return params;
  const url = new URL(request.url);
  const query = op.query ? readQuery(op.query, url) : url.search.length > 1 ? failure(400, 'no_parameters') : none;
  if (!query.ok) return query;
  const body = await bodyOf(op, method, request);
  if (!body.ok) return body;
  const ifMatch = versionOf(request);
  if (op.ifMatch && ifMatch === undefined) return failure(428, 'if_match_required');
  const sent = method === 'GET' ? null : request.headers.get('idempotency-key');
  if (sent !== null && !/^[\x21-\x7e]{1,200}$/.test(sent)) return failure(400, 'idempotency_key_malformed');
  // Two systems of one account may count from 1 alike.
  const key = sent !== null && actor?.token ? `${actor.token.id}:${sent}` : sent;
  const tooOften = op.limit && actor ? await takeOneOf(op.limit, actor) : null;
  if (tooOften) return tooOften;
  const given = { params: params.value, query: query.value, body: body.value };
  const call = { request, requestId, locale, ...given, ifMatch, idempotencyKey: key };

  if ('bare' in op) return op.run({ ...call, actor } as never);
  if (!actor) return failure(401, 'sign_in_required');
  if ('read' in op) {
    const atOnce = op.atOnce?.(query.value as never);
    return withReader(actor, (reader) => op.run({ ...call, actor, reader } as never), { atOnce, proof });
  }
  const kept = async <T>(tx: Writer, run: () => Promise<Answer<T> | Response>) => {
    const result =
      key && !op.neverKept
        ? await once(tx, actor, key, digestOfRequest(method, url.pathname, body.raw), run as () => Promise<Answer<T>>)
        : await run();
    // A no leaves nothing behind, whatever was written on the way to it.
    if (!(result instanceof Response) && !result.ok && method !== 'GET') throw new Rollback(result);
    return result;
  };
  if ('write' in op) {
    const act = { action: op.action };
    return withWriter(actor, (writer) => kept(writer, () => op.run({ ...call, actor, writer } as never)), act);
  }
  const before: Answer<unknown> = op.before ? await op.before({ ...call, actor } as never) : none;
  if (!before.ok) return before;
  return withActor(actor, (tx) => kept(tx, () => op.run({ ...call, actor, tx, before: before.value } as never)), {
    action: op.action,
    long: op.long,
  });
}

const none = { ok: true as const, value: undefined };

/** JSON by its schema; files are left to `run`, as they are and not inside a form; and a body where none belongs is a mistake to tell. */
async function bodyOf(op: AnyOperation, method: Method, request: Request) {
  if (op.body) return readJson(op.body, request, op.mostMiB);
  if (op.consumes && /^multipart\//i.test(request.headers.get('content-type') ?? ''))
    return failure(415, 'multipart_body');
  if (method !== 'GET' && !op.consumes && (await bringsBody(request))) return failure(400, 'no_body');
  return { ...none, raw: '' };
}

function gateOf(op: AnyOperation, actor: Actor | null): Denied | null {
  if (op.permission === ('public' as string)) return null;
  if (!actor) return failure(401, 'sign_in_required');
  if (actor.mustChangePassword && !op.beforePasswordChange) return forbidden('password_change_required');
  const permission = op.permission as Permission | 'signed-in';
  if (permission !== 'signed-in' && !can(actor.role, permission)) return forbidden();
  return actor.token ? tokenGateOf(op, actor.token.scopes) : null;
}

/** A token does only what it was given, of what its account may do. */
function tokenGateOf(op: AnyOperation, scopes: readonly Scope[]): Denied | null {
  const needed = tokenAccess(op);
  if (needed === 'never') return forbidden('token_not_allowed');
  if (needed === 'any' || scopes.includes(needed)) return null;
  const said = `Bearer realm="anju", error="insufficient_scope", scope="${needed}"`;
  return { ...failure(403, 'token_scope_missing', { scope: needed }), headers: { 'www-authenticate': said } };
}

/** Big integers (areas of 0.01 m² and the like) are turned into text by the views themselves; one that slips through is a fault. */
async function valueResponse(result: Extract<Answer<unknown>, { ok: true }>, op: AnyOperation): Promise<Response> {
  const status = result.status ?? op.status ?? 200;
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...result.headers };
  if (result.version !== undefined) headers.etag = `"${result.version}"`;
  if (status === 204) return new Response(null, { status, headers });
  const text = result.value instanceof JsonText ? result.value.text : JSON.stringify(result.value);
  // bytes: a text would be looked through for halves of signs once more before it is written as these bytes
  return new Response(Buffer.from(text), {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  });
}
