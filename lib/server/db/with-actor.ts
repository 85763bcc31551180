import 'server-only';
import type pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import type { Prisma } from '@/prisma/generated/client';
import { whileHolding } from './holding';
import { isVisited, longWork, SHORT_SETTINGS } from './patience';
import { pool } from './pool';
import { prisma } from './prisma';
import { type Act, columnsOf, SET_ALL, settingsOf } from './settings';
import { statementName } from './statement-name';
import { patiently } from './watch-long';

export type Tx = Prisma.TransactionClient;

export interface TransactionOptions extends Act {
  /** Minutes instead of seconds: imports and exports on the job runner. */
  long?: boolean;
  /** Does not wait for the disk: for what is done anew after a crash. Whatever is committed after it waits for both. */
  soon?: boolean;
}

const SHORT_MS = 15_000;
const LONG_MS = 600_000;

const LONG_SETTINGS: readonly [string, string][] = [
  ['statement_timeout', String(LONG_MS)],
  ['idle_in_transaction_session_timeout', String(LONG_MS)],
];

const settingsFor = (actor: Actor, options: TransactionOptions): [string[], string[]] =>
  columnsOf([
    ...settingsOf(actor, options),
    ...(options.long ? LONG_SETTINGS : isVisited() ? SHORT_SETTINGS : []),
    ...(options.soon ? ([['synchronous_commit', 'off']] satisfies [string, string][]) : []),
  ]);

const connections = new WeakMap<Tx, pg.ClientBase>();

/**
 * In this transaction, past Prisma: it would write parameters of megabytes as JSON once more and read them again, and answers likewise. For the
 * long transactions of imports; arrays and JSON are given as text, rows come as arrays. One at a time, like everything on a connection.
 */
export async function inBulk<R extends unknown[]>(tx: Tx, text: string, values: readonly unknown[]): Promise<R[]> {
  const connection = connections.get(tx);
  if (!connection) throw new Error('not a long transaction');
  const { rows } = await connection.query<R>({
    name: statementName(text),
    text,
    values: [...values],
    rowMode: 'array',
  });
  return rows;
}

/** One transaction as this actor: what it reads and writes is what the database lets that person see. */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const settings = settingsFor(actor, options);
  const transact = () =>
    prisma().$transaction(
      async (tx) => {
        await tx.$queryRawUnsafe(SET_ALL, ...settings);
        // the first of this work to have asked anything: it is this transaction's own connection
        const connection = options.long ? longWork()?.client : null;
        if (connection) connections.set(tx, connection as unknown as pg.ClientBase);
        // the long work of a job tells its progress on the side; of those there are few at once
        return options.long ? work(tx) : whileHolding(pool(), () => work(tx));
      },
      { maxWait: 4_000, timeout: options.long ? LONG_MS : SHORT_MS },
    );
  return options.long ? patiently(transact) : transact();
}

/** From here on the audit lines of this transaction say this. */
export async function setAct(tx: Tx, act: Act): Promise<void> {
  await tx.$queryRawUnsafe(SET_ALL, ['app.action', 'app.reason'], [act.action ?? '', act.reason ?? '']);
}

/** The same on a bare connection, for COPY and cursors (bulk paths). */
export function withActorClient<T>(
  actor: Actor,
  work: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const transact = () => onOneConnection(actor, work, options);
  return options.long ? patiently(transact) : transact();
}

async function onOneConnection<T>(
  actor: Actor,
  work: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query({ text: SET_ALL, values: settingsFor(actor, options) });
    const result = await (options.long ? work(client) : whileHolding(pool(), () => work(client)));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
