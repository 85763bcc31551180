import 'server-only';
import type pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import { whileHolding } from './holding';
import { isVisited, SHORT_SETTINGS } from './patience';
import type { PatientClient } from './patient-client';
import { readPool } from './pool';
import { columnsOf, SET_ALL, setAllAndAsk, settingsOf } from './settings';
import { Prisma } from './sql';
import { statementName } from './statement-name';

/** What a hot read needs of a transaction. Prisma's own has it too, so a query that takes a Reader runs in both. */
export interface Reader {
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
}

/** That the actor is still who was foreseen: asked by the statement that says who reads. */
export interface Proof {
  /** answered by one text or none; $3 is what it is about */
  question: string;
  about: string;
  holds: (said: string | null) => boolean;
}

const BEGIN = 'BEGIN READ ONLY';
/** Planning such a query with its row security costs as much as running it: it is planned once per connection, for any values. */
const PLANNED_ONCE: [string, string] = ['plan_cache_mode', 'force_generic_plan'];

function saying(settings: [string, string][], proof: Proof | undefined): pg.QueryConfig {
  const values = columnsOf(settings);
  if (!proof) return { name: 'as-actor', text: SET_ALL, values };
  const text = setAllAndAsk(proof.question);
  return { name: statementName(text), text, values: [...values, proof.about] };
}

function readerOn(client: pg.PoolClient, isOver: () => boolean): Reader {
  return {
    async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
      // behind the COMMIT the wall would show nothing: better a fault than an empty answer
      if (isOver()) throw new Error('withReader: asked after its turn');
      const sql = 'raw' in query ? Prisma.sql(query, ...(values as Prisma.Sql[])) : query;
      const text = sql.text;
      const { rows } = await client.query({ name: statementName(text), text, values: sql.values as unknown[] });
      return rows as T;
    },
  };
}

/** Ended with COMMIT also after a fault: of a transaction that has failed the database makes a ROLLBACK. */
function leave(client: pg.PoolClient): void {
  client.query('COMMIT').then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
}

/**
 * One reading transaction as this actor, straight on the driver: half of withActor's cost. Beginning, saying who reads
 * and the first queries travel in one packet, and the answer does not wait for the end. The database refuses any write.
 * `proof`: nothing of what was read is answered unless it holds. `atOnce`: all that is asked is asked in the first turn, so that the end travels with it too.
 * Values come as the driver reads them (bigint and numeric as text): let PostgreSQL build the JSON.
 */
export async function withReader<T>(
  actor: Actor,
  work: (reader: Reader) => Promise<T>,
  { atOnce = false, proof }: { atOnce?: boolean; proof?: Proof } = {},
): Promise<T> {
  const client = await readPool().connect();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    leave(client);
  };
  (client as unknown as PatientClient).gather(atOnce ? end : undefined);
  const begun = client.query(BEGIN);
  const settings = [...settingsOf(actor), PLANNED_ONCE, ...(isVisited() ? SHORT_SETTINGS : [])];
  const named = client.query<{ said?: string | null }>(saying(settings, proof));
  try {
    const [result, , { rows }] = await Promise.all([
      whileHolding(readPool(), () => work(readerOn(client, () => isOver)), { last: true }),
      begun,
      named,
    ]);
    if (proof && !proof.holds(rows[0]?.said ?? null)) throw new Error('withReader: not who was foreseen');
    return result;
  } catch (error) {
    // what was first refused is the reason; the queries behind it only say that the transaction is lost
    const [first] = (await Promise.allSettled([begun, named])).filter(({ status }) => status === 'rejected');
    throw first ? (first as PromiseRejectedResult).reason : error;
  } finally {
    end();
  }
}
