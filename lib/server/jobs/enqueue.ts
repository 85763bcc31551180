import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';
import { sender } from './boss';
import { wake } from './wake';

/** Jobs carry ids only: what they work on and who asked. */
export interface Jobs {
  'import.read': { batchId: string; accountId: string };
  'import.apply': { batchId: string; accountId: string };
  'export.make': { exportId: string; accountId: string };
  'file.thumbnail': { fileId: string };
}

/** In the transaction of the command: the job exists exactly when the command's effect does. */
export async function enqueue<N extends keyof Jobs>(tx: Tx, name: N, data: Jobs[N]): Promise<void> {
  const id = await sender().send(name, data, { db: onTx(tx) });
  if (!id) throw new Error(`job ${name} was not taken`);
  await wake(tx, name);
}

/** The queue inside a transaction of ours. */
export const onTx = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: (await tx.$queryRawUnsafe(text, ...values.map(asParameter))) as unknown[],
  }),
});

/** Prisma takes no undefined, and would send an array of texts as one type and an object as JSON of another type than the statement casts to. */
function asParameter(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(String(one))).join(',')}}`;
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;
}
