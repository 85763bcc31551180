import 'server-only';
import type pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import { whileHolding } from './holding';
import { isVisited, SHORT_SETTINGS } from './patience';
import type { PatientClient } from './patient-client';
import { pool } from './pool';
import { type Act, columnsOf, SET_ALL, settingsOf } from './settings';
import { Prisma } from './sql';
import { statementName } from './statement-name';
import type { Reader } from './with-reader';

/** What a hot write needs of a transaction. Prisma's own has it too, so a command that takes a Writer runs in both. */
export interface Writer extends Reader {
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
  /** Sent and not waited for: whether it went well is known at the end of the transaction, which fails with it. */
  $send?(query: Prisma.Sql): void;
}

/** For what a command writes last and reads nothing of: where it can, it travels with the end of the transaction. */
export async function sendTo(tx: Writer, query: Prisma.Sql): Promise<void> {
  if (tx.$send) tx.$send(query);
  else await tx.$executeRaw(query);
}

const SET = { name: 'as-actor', text: SET_ALL };
/** As for hot reads: under row security a statement takes as long to plan as to run. */
const PLANNED_ONCE: [string, string] = ['plan_cache_mode', 'force_generic_plan'];

function writerOn(client: pg.PoolClient, sent: Promise<unknown>[]): Writer {
  const line = client as unknown as PatientClient;
  let isGathering = true;
  const gather = () => {
    if (!isGathering) line.gather();
    isGathering = true;
    process.nextTick(() => {
      isGathering = false;
    });
  };
  const ask = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    gather();
    const sql = 'raw' in query ? Prisma.sql(query, ...(values as Prisma.Sql[])) : query;
    return client.query({ name: statementName(sql.text), text: sql.text, values: sql.values as unknown[] });
  };
  return {
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await ask(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await ask(query, values)).rowCount ?? 0,
    $send: (query) => {
      const going = ask(query, []);
      // looked at before anything is answered
      going.catch(() => {});
      sent.push(going);
    },
  };
}

/**
 * One transaction as this actor that writes, straight on the driver: beginning, saying who writes and the first question travel in one packet.
 * It is answered when the COMMIT is on disk. Values come as the driver reads them (bigint and numeric as text).
 */
export async function withWriter<T>(actor: Actor, work: (writer: Writer) => Promise<T>, act: Act = {}): Promise<T> {
  const client = await pool().connect();
  const line = client as unknown as PatientClient;
  let broken: Error | undefined;
  line.gather();
  line.pipeline = true;
  const begun = client.query('BEGIN');
  const settings = [...settingsOf(actor, act), PLANNED_ONCE, ...(isVisited() ? SHORT_SETTINGS : [])];
  const named = client.query({ ...SET, values: columnsOf(settings) });
  const sent: Promise<unknown>[] = [];
  try {
    const [result] = await Promise.all([whileHolding(pool(), () => work(writerOn(client, sent))), begun, named]);
    // looked at together: where the line is lost, both fail, and neither may fail unseen
    const [{ command }] = await Promise.all([client.query('COMMIT'), ...sent]);
    if (command !== 'COMMIT') throw new Error(`a transaction that had failed was to be kept: ${command}`);
    return result;
  } catch (error) {
    const [first] = (await Promise.allSettled([begun, named, ...sent])).filter(({ status }) => status === 'rejected');
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed;
    });
    throw first ? (first as PromiseRejectedResult).reason : error;
  } finally {
    line.pipeline = false;
    client.release(broken);
  }
}
