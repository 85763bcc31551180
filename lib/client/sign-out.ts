import { api } from './api';

/** Ends the session, then leaves with a whole new page; stays when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const result = await api<undefined>('POST', '/api/v1/sign-out');
  const ended = result.ok || result.problem.status === 401;
  if (ended) window.location.assign('/login?notice=signedOut');
  return ended;
}
