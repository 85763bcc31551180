import 'server-only';
import { z } from 'zod';
import { defaultLocale, isLocale, type Locale, localeCookie } from '@/lib/i18n/config';
import { type Denied, failure, forbidden, tooMany } from '@/lib/server/answer';
import { faultAsAnswer } from '@/lib/server/api/faults';
import { problemResponse } from '@/lib/server/api/problem';
import { readForm } from '@/lib/server/api/read-form';
import { env } from '@/lib/server/env';
import { actorOf } from '@/lib/server/gate';
import { log } from '@/lib/server/log';
import { callerOf } from './caller';
import { endSessions } from './end-sessions';
import { type AuthRequest, askNextAuth } from './next-auth';
import { isCrossSite, safePath } from './origin';
import { serializeCookie } from './set-cookie';
import type { Caller, SignIn } from './sign-in';

/** What next-auth's own client and ours send; anything else is refused. */
const Posted = z.strictObject({
  csrfToken: z.string().max(200).optional(),
  username: z.string().max(200).optional(),
  password: z.string().max(1_000).optional(),
  callbackUrl: z.string().max(2_000).optional(),
  redirect: z.string().max(10).optional(),
  json: z.enum(['true', 'false']).optional(),
});
type Posted = z.infer<typeof Posted>;

interface Visit {
  request: Request;
  path: string[];
  caller: Caller;
  locale: Locale;
}

const toLogin = () => new Response(null, { status: 302, headers: { location: '/login', 'cache-control': 'no-store' } });
const headersOf = (request: Request) => Object.fromEntries(request.headers);

/** Everything under /api/auth: next-auth does csrf, the cookie and its encryption; who may come in is decided here. */
export async function authDoor(request: Request, path: string[]): Promise<Response> {
  const caller = callerOf(request);
  const wanted = caller.cookies[localeCookie];
  const visit: Visit = { request, path, caller, locale: isLocale(wanted) ? wanted : defaultLocale };
  try {
    const answer = request.method === 'GET' ? await read(visit) : await write(visit);
    return answer instanceof Response ? answer : await problemResponse(answer, visit.locale, caller.requestId);
  } catch (thrown) {
    const known = faultAsAnswer(thrown);
    if (!known) log.error('auth.fault', { requestId: caller.requestId }, thrown);
    return problemResponse(known ?? failure(500, 'internal'), visit.locale, caller.requestId);
  }
}

const ask = (visit: Visit, more: Pick<AuthRequest, 'method' | 'displayName' | 'body'>) =>
  askNextAuth({ path: visit.path, headers: headersOf(visit.request), caller: visit.caller, ...more });

async function read(visit: Visit): Promise<Response | Denied> {
  const name = visit.path.join('/');
  if (name === 'csrf' || name === 'providers') {
    return (await ask(visit, { method: 'GET', displayName: null })).response;
  }
  if (name === 'session') {
    const actor = await actorOf(visit.caller.cookies, visit.caller.requestId);
    if (!actor) return Response.json({}, { headers: { 'cache-control': 'no-store' } });
    return (await ask(visit, { method: 'GET', displayName: actor.displayName })).response;
  }
  // next-auth's own pages do not show, and what does not exist looks the same to a person: the sign-in page.
  return ['signin', 'signout', 'error', 'verify-request'].includes(visit.path[0] ?? '')
    ? toLogin()
    : failure(404, 'not_found');
}

async function write(visit: Visit): Promise<Response | Denied> {
  const name = visit.path.join('/');
  const known = name === 'callback/credentials' || name === 'signout';
  if (!known) return failure(404, 'not_found');
  if (visit.request.method !== 'POST') return failure(405, 'method_not_allowed');
  if (isCrossSite(visit.request)) return forbidden('csrf');
  const body = await readForm(Posted, visit.request);
  if (!body.ok) return body;
  return name === 'signout' ? signOut(visit, body.value) : enter(visit, body.value);
}

async function signOut(visit: Visit, body: Posted): Promise<Response | Denied> {
  const actor = await actorOf(visit.caller.cookies, visit.caller.requestId);
  const { response, happened } = await ask(visit, { method: 'POST', displayName: null, body });
  if (!happened.signedOut && actor) return forbidden('csrf');
  if (actor) await endSessions(actor.accountId, 'sign_out', visit.caller.requestId);
  if (body.json !== 'true') return withCookies(toLogin(), response.headers.getSetCookie());
  return withCookies(Response.json({ url: absolute('/login') }), response.headers.getSetCookie());
}

async function enter(visit: Visit, body: Posted): Promise<Response | Denied> {
  const { response, happened } = await ask(visit, { method: 'POST', displayName: null, body });
  const outcome = happened.signIn;
  // next-auth asks nobody for a password when its token is missing or wrong.
  if (!outcome) return forbidden('csrf');
  if (outcome.kind !== 'signed-in') return refusalOf(outcome);
  const actor = await actorOf(cookiesAfter(response), visit.caller.requestId);
  const next = actor?.mustChangePassword ? '/password' : safePath(pathOf(body.callbackUrl));
  const cookies = [...response.headers.getSetCookie(), outcome.deviceCookie];
  if (actor && !visit.caller.cookies[localeCookie]) {
    cookies.push(serializeCookie(localeCookie, actor.locale, { maxAge: 31_536_000, httpOnly: false }));
  }
  const answer =
    body.json === 'true'
      ? Response.json({ url: absolute(next), next, mustChangePassword: actor?.mustChangePassword ?? false })
      : new Response(null, { status: 302, headers: { location: next } });
  return withCookies(answer, cookies);
}

function refusalOf(outcome: Exclude<SignIn, { kind: 'signed-in' }>): Denied {
  if (outcome.kind === 'locked') return tooMany('too_many_tries', outcome.seconds);
  return outcome.kind === 'disabled' ? forbidden('account_disabled') : failure(401, 'wrong_credentials');
}

const absolute = (path: string): string => new URL(path, env().NEXTAUTH_URL).toString();

/** next-auth's client sends the whole address of the page it is on. */
function pathOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return url;
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`;
}

const cookiesAfter = (response: Response): Record<string, string> =>
  Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const pair = line.split(';')[0] ?? '';
      return [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))];
    }),
  );

function withCookies(response: Response, cookies: string[]): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}
