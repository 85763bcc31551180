import 'server-only';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '@/lib/server/actor';
import { type Denied, failure } from '@/lib/server/answer';
import { pool } from '@/lib/server/db/pool';
import { env } from '@/lib/server/env';

export interface Limit {
  name: string;
  /** so many in `seconds` seconds */
  count: number;
  seconds: number;
}

const MINUTE = 60;

/** What is expensive, or worth harvesting, and how much of it one account (or one token) may ask for. Many times what an office does; far below what a machine left to itself does. */
export const LIMITS = {
  // A workbook of a county is minutes of a core; one person looks at what one export holds before taking the next.
  export: { name: 'export', count: 30, seconds: 10 * MINUTE },
  // Each upload is read whole by a worker of its own. A county has about ten townships' workbooks, each sent in two or three times.
  import: { name: 'import', count: 40, seconds: 10 * MINUTE },
  // A picture is decoded and drawn anew: about 0.2 s of a core. Thirty pictures a compound, ten compounds at one sitting.
  upload: { name: 'upload', count: 300, seconds: 10 * MINUTE },
  // A clerk on the telephone reads out one owner a minute. Whoever reads sixty is copying the register.
  reveal: { name: 'reveal', count: 60, seconds: 10 * MINUTE },
  // A search by words walks a county's lines: up to a second of the database.
  search: { name: 'search', count: 60, seconds: MINUTE },
  // Asked at each pause in typing, of whole tables: two a second is faster than anybody reads.
  find: { name: 'find', count: 120, seconds: MINUTE },
  // Systems are connected a few times a year.
  token: { name: 'token', count: 20, seconds: 60 * MINUTE },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** Everything that one token asks for: ten a second, day and night, is a system that went wrong or reads the whole database. */
export const TOKEN_CEILING: Limit = { name: 'ceiling', count: 600, seconds: MINUTE };

const limiters = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

/** Counted in the database by one atomic statement, so that several app servers count together; outside any request's transaction. */
function limiterOf({ name, count, seconds }: Limit): RateLimiterPostgres {
  const ofPool = limiters.get(pool()) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool(), ofPool);
  const known = ofPool.get(name);
  if (known) return known;
  const points = count * env().ANJU_LIMIT_FACTOR;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'request_count',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Who is over it is told so by this process alone, without asking the database again.
    inMemoryBlockOnConsumed: points + 1,
  });
  ofPool.set(name, made);
  return made;
}

/** Counts one, or says how long to wait. */
export async function takeOne(limit: Limit, key: string): Promise<Denied | null> {
  try {
    await limiterOf(limit).consume(key);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
    const count = limit.count * env().ANJU_LIMIT_FACTOR;
    return failure(429, 'too_often', { seconds, count, window: Math.ceil(limit.seconds / MINUTE) });
  }
}

/** A token has a count of its own: a system gone wild must not lock out the person whose token it is. */
export const takeOneOf = (name: LimitName, { accountId, token }: Actor): Promise<Denied | null> =>
  takeOne(LIMITS[name], token ? `token:${token.id}` : `account:${accountId}`);

/** Takes one back: what turned out to be no guess is not counted as one. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(key);
}
