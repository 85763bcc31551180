import 'server-only';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/server/env';
import type { Caller, SignIn } from './sign-in';
import { SESSION_HOURS, signIn } from './sign-in';

/** What happened inside next-auth, which itself only knows yes and no. */
export interface Happened {
  signIn?: SignIn;
  signedOut?: boolean;
  /** What was thrown on the way (a database that is away): next-auth would call it a wrong password. */
  fault?: unknown;
}

/** The session's row ends a session, by the database's clock: a cookie that expired by the app server's would end it when that is wrong. */
const BEYOND_ANY_CLOCK = 100 * 365 * 86_400;

/** How long the browser keeps it is counted from when it arrives, by the browser. */
const untilEndOfSession = (line: string): string =>
  line.replace(/; expires=[^;]+/i, `; Max-Age=${SESSION_HOURS * 3600}`);
const isSet = (line: string): boolean =>
  /^[^=]+=[^;]/.test(line) && /; expires=/i.test(line) && !/; max-age=/i.test(line);

/** Made for each request, so that the outcome of this very attempt can be told apart from others. */
function optionsFor(caller: Caller, happened: Happened, displayName: string | null): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    jwt: { encode: (params) => encode({ ...params, maxAge: BEYOND_ANY_CLOCK }) },
    pages: { signIn: '/login', signOut: '/login', error: '/login', verifyRequest: '/login', newUser: '/' },
    // Its warnings name settings that are right here; faults reach the route as exceptions.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: [
      CredentialsProvider({
        name: 'password',
        credentials: { username: { type: 'text' }, password: { type: 'password' } },
        authorize: async (given) => {
          const outcome = await signIn(given?.username ?? '', given?.password ?? '', caller).catch((error: unknown) => {
            happened.fault = error;
            throw error;
          });
          happened.signIn = outcome;
          return outcome.kind === 'signed-in' ? { id: outcome.accountId, sid: outcome.secret } : null;
        },
      }),
    ],
    callbacks: {
      // The cookie carries nothing but the secret that names the session's row.
      jwt: ({ token, user }) => (user ? { sid: user.sid } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires, user: { name: displayName } }),
      // Nothing that a request says decides where next-auth leads.
      redirect: async ({ baseUrl }) => baseUrl,
    },
    events: {
      signOut: () => {
        happened.signedOut = true;
      },
    },
  };
}

/** The answer that next-auth writes on Node's response, caught. */
class Caught {
  code = 200;
  readonly headers = new Headers();
  body: string | null = null;
  status(code: number): this {
    this.code = code;
    return this;
  }
  getHeader(name: string): string[] | undefined {
    return name.toLowerCase() === 'set-cookie' ? this.headers.getSetCookie() : undefined;
  }
  setHeader(name: string, value: string | string[]): this {
    this.headers.delete(name);
    for (const one of [value].flat()) this.headers.append(name, one);
    return this;
  }
  json(value: unknown): void {
    this.setHeader('content-type', 'application/json; charset=utf-8');
    this.body = JSON.stringify(value);
  }
  send(value: unknown): void {
    if (typeof value === 'string') this.body = value;
    else if (value !== undefined) this.json(value);
  }
  end(): void {}
}

export interface AuthRequest {
  method: 'GET' | 'POST';
  path: string[];
  body?: Record<string, string | undefined>;
  headers: Record<string, string>;
  caller: Caller;
  displayName: string | null;
}

export async function askNextAuth(request: AuthRequest): Promise<{ response: Response; happened: Happened }> {
  const happened: Happened = {};
  const caught = new Caught();
  const { method, path, body, headers, caller } = request;
  const req = { method, query: { nextauth: path }, body, headers, cookies: caller.cookies };
  await NextAuth(req as never, caught as never, optionsFor(caller, happened, request.displayName));
  if (happened.fault) throw happened.fault;
  const lines = caught.headers.getSetCookie();
  caught.setHeader(
    'set-cookie',
    lines.map((line) => (isSet(line) ? untilEndOfSession(line) : line)),
  );
  return { response: new Response(caught.body, { status: caught.code, headers: caught.headers }), happened };
}
