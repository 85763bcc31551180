import 'server-only';
import type { Caller } from './sign-in';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((part) => part.trim());
  return Object.fromEntries(
    pairs
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))]),
  );
}

/** Where a request came from, as the server in front of Next says (it sets the header itself). */
export function callerOf(request: Request): Caller {
  return {
    cookies: cookiesOf(request),
    userAgent: request.headers.get('user-agent'),
    address: request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null,
    requestId: request.headers.get('x-request-id'),
  };
}
