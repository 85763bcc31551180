import { type ApiResult, type Problem, problemOf, unreachable } from './api';
import { askFirst } from './outbox/mark';

interface SignedIn {
  /** where to go now, inside the application */
  next: string;
  mustChangePassword: boolean;
}

/** Through next-auth's own door: its token first, then user name and password. */
export async function signIn(given: {
  username: string;
  password: string;
  next: string;
}): Promise<ApiResult<SignedIn>> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    if (!csrf.ok) return { ok: false, problem: await problemOf(csrf) };
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const { username, password, next } = given;
    const body = new URLSearchParams({ csrfToken, username, password, callbackUrl: next, json: 'true' });
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    askFirst(true);
    return { ok: true, value: (await response.json()) as SignedIn };
  } catch {
    return { ok: false, problem: unreachable() satisfies Problem };
  }
}
