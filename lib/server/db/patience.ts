import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A person waits five seconds at most, so a request may wait for the database for less than that: all its queries
 * together, those that run side by side counted once. What the request computes itself is not counted.
 */
const BUDGET_MS = 3_800;
/** What the database itself ends before that, so that a slow statement or a lock is told from a line that is dead. */
export const SHORT_SETTINGS: readonly [string, string][] = [
  ['statement_timeout', '3400'],
  ['lock_timeout', '3000'],
];

/** One request, begun by scripts/serve-visit.mjs, which answers for us when the page could not. */
interface Visit {
  waitedMs: number;
  waiting: number;
  since: number;
  away: boolean;
}

/** Work of minutes: not timed, but watched (watch-long.ts). */
export interface LongWork {
  long: true;
  /** Somebody waits for it. */
  visited: boolean;
  client: LongClient | null;
  /** Queries sent and not answered. */
  pending: number;
}

export interface LongClient {
  readonly traffic: number;
  readonly backend: number | null;
  lose: () => void;
}

declare global {
  /** The server in front makes it too: the build holds modules of its own, and both must see the same. */
  var anjuVisits: AsyncLocalStorage<Visit | LongWork> | undefined;
}

function visits(): AsyncLocalStorage<Visit | LongWork> {
  globalThis.anjuVisits ??= new AsyncLocalStorage();
  return globalThis.anjuVisits;
}

function visit(): Visit | null {
  const store = visits().getStore();
  return store && !('long' in store) ? store : null;
}

export function longWork(): LongWork | null {
  const store = visits().getStore();
  return store && 'long' in store ? store : null;
}

/** Within a request there is somebody who waits; jobs and scripts have time. */
export const isVisited = (): boolean => visit() !== null;

export const asLongWork = <T>(store: LongWork, work: () => Promise<T>): Promise<T> => visits().run(store, work);
export const outsideOfAll = <T>(work: () => T): T => visits().exit(work);

/** ms that may still be waited, or null where nobody counts. */
export function patienceLeft(): number | null {
  const one = visit();
  if (!one) return null;
  const running = one.waiting > 0 ? performance.now() - one.since : 0;
  return Math.max(0, BUDGET_MS - one.waitedMs - running);
}

/** Call when a wait begins; what it answers, once, when it is over. */
export function beginWait(): () => void {
  const one = visit();
  if (!one) return () => {};
  if (one.waiting++ === 0) one.since = performance.now();
  let over = false;
  return () => {
    if (over) return;
    over = true;
    if (--one.waiting === 0) one.waitedMs += performance.now() - one.since;
  };
}

/** The page of this request cannot be shown for want of the database: the server in front says so instead. */
export function markAway(): void {
  const one = visit();
  if (one) one.away = true;
}
