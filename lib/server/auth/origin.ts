import 'server-only';
import { env } from '@/lib/server/env';

/** Whether the browser says that another site sent this. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  if (!origin) return false;
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== request.headers.get('host') && host !== new URL(env().NEXTAUTH_URL).host;
}

/** An address inside the application, or the front page: a link that was sent to somebody can't lead elsewhere after sign-in. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 1_000 || !wanted.startsWith('/')) return '/';
  const base = 'http://anju.invalid';
  if (!URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  return /^\/(login|password|api)(\/|$)/.test(url.pathname) ? '/' : `${url.pathname}${url.search}${url.hash}`;
}
