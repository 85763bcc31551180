import 'server-only';
import type { Socket } from 'node:net';
import pg from 'pg';
import { DatabaseAway, isAway } from './away';
import { beginWait, type LongClient, type LongWork, longWork, markAway, patienceLeft } from './patience';

type Callback = (error: Error | null | undefined, result?: unknown) => void;
type QueryArguments = [config: unknown, values?: unknown, callback?: Callback];

/** @types/pg keeps the connection to itself. */
const socketOf = (client: pg.Client): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

const isTimeout = (error: unknown): boolean => (error as Error | null)?.message === 'Query read timeout';

const LONGEST_MS = 600_000;

/** The database keeps the plan of each, half a megabyte where row security is asked, for as long as the connection lasts. */
const MOST_STATEMENTS = 150;

/** A connection that is not waited for beyond the patience of the request that uses it. */
export class PatientClient extends pg.Client implements LongClient {
  /** Questions are sent without waiting for one another (pg's own; its types keep it to themselves). */
  declare pipeline: boolean;
  /** When it last did something for somebody. */
  usedAt = performance.now();
  /** Its answer did not come: the others of its pool may be as dead. */
  onSilence: () => void = () => {};
  readonly #prepared = new Set<string>();

  /** Filters can be combined in thousands of ways: one that has prepared this many statements is not lent again. */
  get isFull(): boolean {
    return this.#prepared.size >= MOST_STATEMENTS;
  }

  /** Nothing more will be heard on it: whatever waits on it fails now, and the pool lets it go. */
  lose(): void {
    socketOf(this).destroy();
  }

  /** What is asked from here to the end of the turn leaves in one packet, and wakes the database once; `last` may add to it. */
  gather(last?: () => void): void {
    const socket = socketOf(this);
    socket.cork();
    process.nextTick(() => {
      last?.();
      socket.uncork();
    });
  }

  /** Bytes that have passed so far: whether somebody is there at all. */
  get traffic(): number {
    const socket = socketOf(this);
    return socket.bytesRead + socket.bytesWritten;
  }

  get backend(): number | null {
    return (this as unknown as { processID: number | null }).processID;
  }

  override query(...args: never[]): never {
    return this.#ask(args as unknown as QueryArguments) as never;
  }

  #ask([config, values, callback]: QueryArguments): unknown {
    const left = patienceLeft();
    const long = longWork();
    if (long) long.client = this;
    const ask = super.query as unknown as (...args: QueryArguments) => unknown;
    // COPY and cursors (jobs, exports) have ends of their own
    if (typeof (config as { submit?: unknown }).submit === 'function') return ask.call(this, config, values, callback);
    const done = typeof values === 'function' ? (values as Callback) : callback;
    if (left === 0) return this.#refuse(done);
    const given: { query_timeout?: number; probe?: boolean; name?: string } =
      typeof config === 'string' ? { text: config } : (config as object);
    if (given.name) this.#prepared.add(given.name);
    const limit = left ?? (long ? LONGEST_MS : undefined);
    const timed =
      limit === undefined ? given : { ...given, query_timeout: Math.min(limit, given.query_timeout ?? limit) };
    const settle = this.#waiting(long, given.probe === true);
    if (done) {
      return ask.call(this, timed, typeof values === 'function' ? undefined : values, (error, result) => {
        settle(error);
        done(error, result);
      });
    }
    const answer = ask.call(this, timed, values) as Promise<unknown>;
    answer.then(() => settle(null), settle);
    return answer;
  }

  /** A probe that fails says nothing of the request: the pool takes another connection. */
  #waiting(long: LongWork | null, probe: boolean): (error: unknown) => void {
    const waited = beginWait();
    if (long) long.pending++;
    return (error) => {
      waited();
      if (long) long.pending--;
      if (!probe && isAway(error)) markAway();
      if (!isTimeout(error)) return;
      this.onSilence();
      this.lose();
    };
  }

  #refuse(done: Callback | undefined): unknown {
    markAway();
    this.lose(); // in the middle of a transaction, and nobody left to end it
    const error = new DatabaseAway('Query read timeout: the request has waited for as long as it may');
    if (!done) return Promise.reject(error);
    process.nextTick(done, error);
    return undefined;
  }
}
