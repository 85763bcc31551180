import 'server-only';
import { env } from '@/lib/server/env';
import { cookieName } from './session-token';

interface CookieOptions {
  path?: string;
  maxAge: number;
  httpOnly: boolean;
}

export function serializeCookie(name: string, value: string, { path = '/', maxAge, httpOnly }: CookieOptions): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, `Path=${path}`, `Max-Age=${maxAge}`, 'SameSite=Lax'];
  if (httpOnly) parts.push('HttpOnly');
  if (env().NEXTAUTH_URL.startsWith('https:')) parts.push('Secure');
  return parts.join('; ');
}

/** The session's row is what ended; this only tidies up the browser. */
export const clearedSessionCookie = (): string => serializeCookie(cookieName(), '', { maxAge: 0, httpOnly: true });
