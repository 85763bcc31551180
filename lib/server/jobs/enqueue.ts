import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';
import { sender } from './boss';

/** Jobs carry ids only: what they work on and who asked. */
export interface Jobs {
  'import.read': { batchId: string; accountId: string };
  'import.apply': { batchId: string; accountId: string };
  'export.make': { exportId: string; accountId: string };
  'file.thumbnail': { fileId: string };
}

/** In the transaction of the command: the job exists exactly when the command's effect does. */
export async function enqueue<N extends keyof Jobs>(tx: Tx, name: N, data: Jobs[N]): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: (await tx.$queryRawUnsafe(text, ...values.map(asParameter))) as unknown[],
    }),
  };
  const id = await sender().send(name, data, { db });
  if (!id) throw new Error(`job ${name} was not taken`);
}

/** Prisma takes no undefined and would send an object as JSON of another type than the statement casts to. */
function asParameter(value: unknown): unknown {
  if (value === undefined) return null;
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;
}
