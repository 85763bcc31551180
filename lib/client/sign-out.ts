import { api, type Problem } from './api';
import { readMark } from './outbox/mark';

interface SignedOut {
  ended: boolean;
  problem?: Problem;
  /** Recorded on this device and not on the server: the person says whether it is to be thrown away. */
  unsent?: number;
}

/** The outbox is loaded where something was taken along on this device, and nowhere else. */
const outbox = () => (readMark() ? import('./outbox/leaving') : null);

/** Ends the session, then leaves with a whole new page; stays when the server could not be told, or while something waits to be sent. */
export async function signOut({ discard = false } = {}): Promise<SignedOut> {
  const held = await outbox();
  const unsent = discard || !held ? 0 : await held.sendBeforeLeaving();
  if (unsent > 0) return { ended: false, unsent };
  const result = await api<undefined>('POST', '/api/v1/sign-out');
  if (!result.ok && result.problem.status !== 401) return { ended: false, problem: result.problem };
  await held?.leaveDevice();
  window.location.assign('/login?notice=signedOut');
  return { ended: true };
}
