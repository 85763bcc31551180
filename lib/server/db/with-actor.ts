import 'server-only';
import type pg from 'pg';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { can } from '@/lib/domain/accounts/permissions';
import type { Actor } from '@/lib/server/actor';
import type { Prisma } from '@/prisma/generated/client';
import { pool } from './pool';
import { prisma } from './prisma';

export type Tx = Prisma.TransactionClient;

/** What the audit lines of this transaction say beside who and when. */
export interface Act {
  action?: string;
  reason?: string;
}

export interface TransactionOptions extends Act {
  /** Minutes instead of seconds: imports and exports on the job runner. */
  long?: boolean;
}

const SHORT_MS = 15_000;
const LONG_MS = 600_000;

/** The settings that row security and the audit triggers read. '' is "not set" to all of them. */
function settingsOf(actor: Actor, options: TransactionOptions): [string, string][] {
  return [
    ['app.account', actor.accountId],
    ['app.actor', `${actor.displayName}（${ROLE_LABELS[actor.role].zh}，${actor.unit.name}）`],
    ['app.level', actor.level],
    ['app.prefecture', actor.prefectureId],
    ['app.counties', `{${actor.counties.join(',')}}`],
    ['app.subdistrict', actor.subdistrictId ?? ''],
    ['app.community', actor.communityId ?? ''],
    ['app.personal', can(actor.role, 'personal.read') ? 'on' : ''],
    ['app.request', actor.requestId ?? ''],
    ['app.action', options.action ?? ''],
    ['app.reason', options.reason ?? ''],
    ...(options.long
      ? ([
          ['statement_timeout', String(LONG_MS)],
          ['idle_in_transaction_session_timeout', String(LONG_MS)],
        ] satisfies [string, string][])
      : []),
  ];
}

const SET_ALL = 'SELECT set_config(name, value, true) FROM unnest($1::text[], $2::text[]) AS s(name, value)';

/** One transaction as this actor: what it reads and writes is what the database lets that person see. */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const settings = settingsOf(actor, options);
  return prisma().$transaction(
    async (tx) => {
      await tx.$queryRawUnsafe(
        SET_ALL,
        settings.map(([name]) => name),
        settings.map(([, value]) => value),
      );
      return work(tx);
    },
    { maxWait: 4_000, timeout: options.long ? LONG_MS : SHORT_MS },
  );
}

/** From here on the audit lines of this transaction say this. */
export async function setAct(tx: Tx, act: Act): Promise<void> {
  await tx.$queryRawUnsafe(SET_ALL, ['app.action', 'app.reason'], [act.action ?? '', act.reason ?? '']);
}

/** The same on a bare connection, for COPY and cursors (bulk paths). */
export async function withActorClient<T>(
  actor: Actor,
  work: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    const settings = settingsOf(actor, options);
    await client.query('BEGIN');
    await client.query({ text: SET_ALL, values: [settings.map(([name]) => name), settings.map(([, value]) => value)] });
    const result = await work(client);
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
