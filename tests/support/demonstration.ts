import type { Actor } from '@/lib/server/actor';
import { pool, readPool } from '@/lib/server/db/pool';
import { actors } from '@/prisma/seed/demonstration/votes/stage';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { filledDatabase, type TestDatabase } from './database';

/** Most of what is tested of it was written on this day; its stories are dated from the day on which it is loaded. */
const AS_OF = '2026-11-20T10:00:00+08:00';

/** The settings that the seed reads are read once in a process: they name the database that the file gets. */
async function fill(made: TestDatabase, own: TestDatabase, asOf: string | null): Promise<void> {
  process.env.DATABASE_URL = own.appUrl;
  const owner = await connectOwner(made.ownerUrl);
  try {
    if (asOf !== null)
      await owner.query(
        'UPDATE anju_clock SET shift_ms = (extract(epoch FROM $1::timestamptz - now()) * 1000)::bigint',
        [asOf],
      );
    await settle(owner, { embedded: true, demo: undefined });
  } finally {
    await owner.end();
  }
}

export interface Demonstration {
  database: TestDatabase;
  owner: Awaited<ReturnType<typeof connectOwner>>;
  people: Map<string, Actor>;
  end: () => Promise<void>;
}

/** The demonstration prefecture in a database of its own, loaded once for all test files: on a fixed day, or today (null). */
export async function openDemonstration(asOf: string | null = AS_OF): Promise<Demonstration> {
  const name = asOf === null ? 'demonstration_today' : 'demonstration';
  const database = await filledDatabase(name, (made, own) => fill(made, own, asOf));
  process.env.DATABASE_URL = database.appUrl;
  const owner = await connectOwner(database.ownerUrl);
  const people = await actors(owner);
  return {
    ...{ database, owner, people },
    end: async () => {
      await owner.end();
      await Promise.all([pool().end(), readPool().end()]);
      await database.drop();
    },
  };
}
