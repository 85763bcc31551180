import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { log } from '@/lib/server/log';

interface Hold {
  pool: object;
  /** Its holders ask nothing further of any pool, so that whoever waits for it is served. */
  last: boolean;
  over: boolean;
  outer: Hold | undefined;
}

declare global {
  /** The build holds modules of its own, and all of them must see the same. */
  var anjuHolds: AsyncLocalStorage<Hold> | undefined;
}

function holds(): AsyncLocalStorage<Hold> {
  globalThis.anjuHolds ??= new AsyncLocalStorage();
  return globalThis.anjuHolds;
}

/** Runs work that holds a connection of this pool until it is over. */
export async function whileHolding<T>(pool: object, work: () => Promise<T>, { last = false } = {}): Promise<T> {
  const hold: Hold = { pool, last, over: false, outer: holds().getStore() };
  try {
    return await holds().run(hold, work);
  } finally {
    hold.over = true;
  }
}

function holdsAlready(pool: object): boolean {
  for (let hold = holds().getStore(); hold; hold = hold.outer)
    if (!hold.over && (hold.last || hold.pool === pool)) return true;
  return false;
}

/**
 * Who waits for a second connection while holding one waits for ever once as many do so as there are connections: sixteen people on
 * one page were enough. A fault wherever it is tried out; in the office it is said, and goes well as long as few come at once.
 */
export function refuseSecond(pool: object): void {
  if (!holdsAlready(pool)) return;
  const error = new Error('a second connection is asked for inside a transaction');
  if (process.env.NODE_ENV !== 'production') throw error;
  log.error('db.second-connection', {}, error);
}
