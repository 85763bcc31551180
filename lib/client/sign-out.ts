import { api, type Problem } from './api';

/** Ends the session, then leaves with a whole new page; stays when the server could not be told. */
export async function signOut(): Promise<{ ended: boolean; problem?: Problem }> {
  const result = await api<undefined>('POST', '/api/v1/sign-out');
  if (!result.ok && result.problem.status !== 401) return { ended: false, problem: result.problem };
  window.location.assign('/login?notice=signedOut');
  return { ended: true };
}
