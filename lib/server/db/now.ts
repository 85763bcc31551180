import 'server-only';
import type { Tx } from './with-actor';

/** The one clock: the database's. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  if (!row) throw new Error('the database told no time');
  return row.now;
}
