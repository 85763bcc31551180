import 'server-only';
import { cookiesOf } from './cookies';
import type { Caller } from './sign-in';

/** Where a request came from, as the server in front of Next says (it sets the header itself). */
export function callerOf(request: Request): Caller {
  return {
    cookies: cookiesOf(request),
    userAgent: request.headers.get('user-agent'),
    address: request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null,
    requestId: request.headers.get('x-request-id'),
  };
}
