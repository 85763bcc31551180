import 'server-only';
import pg from 'pg';
import { log } from '@/lib/server/log';
import { DatabaseAway, isAway } from './away';
import { refuseSecond } from './holding';
import { beginWait, markAway, patienceLeft } from './patience';
import type { PatientClient } from './patient-client';

/** A connection that has rested for longer is asked whether it lives before it is used. */
const TRUSTED_MS = 5_000;
const PING_MS = 1_000;
/** More than these do not wait for a connection: they would not be served in time anyway. */
const LONGEST_QUEUE = 500;

type Lent = pg.PoolClient & PatientClient;
type Done = (error: Error | undefined, client: Lent | undefined, release: Lent['release']) => void;

const logged = (error: Error) => log.warn('db.connection-lost', {}, error);

/**
 * pg's pool, for lines that fail: nobody waits for a connection beyond the patience of the request, what has rested is
 * tried before it is used, and one that proved dead brings all others that rested with it under suspicion.
 */
export class PatientPool extends pg.Pool {
  /** Last used before this: asked first. */
  #doubtedBefore = 0;
  /** Last used before this: not even asked. */
  #deadBefore = 0;

  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('connect', (client) => {
      const made = client as unknown as Lent;
      // one that is lent has no other listener, and without a listener a dying server ends the process
      made.on('error', logged);
      made.usedAt = performance.now();
      made.onSilence = () => {
        this.#doubtedBefore = performance.now();
      };
    });
    this.on('release', (_error, client) => {
      (client as unknown as Lent).usedAt = performance.now();
    });
    this.on('error', () => {}); // said by the connection itself
  }

  override connect(...args: never[]): never {
    const [done] = args as unknown as [Done | undefined];
    if (!done) return this.#lend() as never;
    this.#lend().then(
      (client) => done(undefined, client, client.release),
      (error: Error) => done(error, undefined, () => {}),
    );
    return undefined as never;
  }

  async #lend(): Promise<Lent> {
    refuseSecond(this);
    const waited = beginWait();
    try {
      for (;;) {
        const client = await this.#next();
        if (await this.#lives(client)) return untilFull(client);
      }
    } catch (error) {
      if (isAway(error)) markAway();
      throw error;
    } finally {
      waited();
    }
  }

  #next(): Promise<Lent> {
    const left = patienceLeft();
    if (left === 0 || this.waitingCount >= LONGEST_QUEUE)
      throw new DatabaseAway('timeout exceeded when trying to connect');
    const coming = (super.connect as unknown as () => Promise<Lent>).call(this);
    return left === null ? coming : inTime(coming, left);
  }

  async #lives(client: Lent): Promise<boolean> {
    if (client.usedAt < this.#deadBefore) {
      client.release(true);
      return false;
    }
    const now = performance.now();
    if (client.usedAt >= this.#doubtedBefore && now - client.usedAt < TRUSTED_MS) return true;
    try {
      await client.query({
        text: 'SELECT 1',
        probe: true,
        query_timeout: Math.min(PING_MS, patienceLeft() ?? PING_MS),
      } as pg.QueryConfig);
      return true;
    } catch {
      this.#deadBefore = now;
      client.release(true);
      return false;
    }
  }
}

/** One that is full when it comes back is closed, and another is made when one is needed. */
function untilFull(client: Lent): Lent {
  const { release } = client;
  client.release = (error) => release(error || client.isFull);
  return client;
}

/** One that comes too late goes back to the pool for the next. */
function inTime(coming: Promise<Lent>, ms: number): Promise<Lent> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new DatabaseAway('timeout exceeded when trying to connect'));
    }, ms);
    coming.then(
      (client) => {
        clearTimeout(timer);
        if (late) client.release();
        else resolve(client);
      },
      (error: Error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
