import 'server-only';
import { clockFaults, jobsSeenAt, migrationFaults, roleFacts, roleFaults, storageFaults } from './checks';

export interface Readiness {
  status: 'ready' | 'not_ready';
  /** Stable codes of what is wrong; no names, addresses or settings. */
  faults: string[];
  jobs: { seenAt: string | null };
}

const LIMIT_MS = 2_000;

/** A database that swallows packets answers nobody: neither may this wait for it. */
function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

interface DatabaseState {
  faults: string[];
  seenAt: string | null;
}
const AWAY: DatabaseState = { faults: ['database_away'], seenAt: null };

async function databaseState(): Promise<DatabaseState> {
  try {
    const facts = await roleFacts();
    const [migrations, seenAt] = [await migrationFaults(), await jobsSeenAt()];
    return { faults: [...roleFaults(facts), ...clockFaults(facts), ...migrations], seenAt };
  } catch (error) {
    console.error(JSON.stringify({ level: 'warn', event: 'health.database', message: (error as Error).message }));
    return AWAY;
  }
}

export async function readiness(): Promise<Readiness> {
  const [database, storage] = await Promise.all([within(databaseState(), AWAY), storageFaults()]);
  const faults = [...database.faults, ...storage];
  return { status: faults.length === 0 ? 'ready' : 'not_ready', faults, jobs: { seenAt: database.seenAt } };
}
