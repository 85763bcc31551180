import 'server-only';
import { conditionOf, type Fault, type Warning } from '@/lib/domain/operations/condition';
import { certificateDaysLeft } from '@/lib/server/https/certificate';
import { log } from '@/lib/server/log';
import { backupFacts } from '@/lib/server/operations/backup-facts';
import { clockFaults, migrationFaults, restoreFaults, roleFacts, roleFaults } from './checks';
import { type QueueFacts, queueFacts } from './queue';
import { SILENT, storageState } from './storage';
import { within } from './within';

export interface Readiness {
  status: 'ready' | 'not_ready';
  /** Stable codes of what makes it unfit to be sent requests; no names, addresses or settings. */
  faults: Fault[];
  /** Stable codes of what somebody has to see to while people are served. */
  warnings: Warning[];
}

/** The whole answer within 2 s, whatever hangs. */
const LIMIT_MS = 1_800;

interface DatabaseState {
  faults: Fault[];
  known: (QueueFacts & { backupAgeSeconds: number; lastBackupFailed: boolean }) | null;
}
const AWAY: DatabaseState = { faults: ['database_away'], known: null };

async function databaseState(): Promise<DatabaseState> {
  try {
    const facts = await roleFacts();
    const faults = [...roleFaults(facts), ...restoreFaults(facts), ...clockFaults(facts), ...(await migrationFaults())];
    // of a database that lacks migrations the rest can't be asked
    if (faults.includes('migrations_pending')) return { faults, known: null };
    return { faults, known: { ...(await queueFacts()), ...(await backupFacts()) } };
  } catch (error) {
    log.warn('health.database', {}, error);
    return AWAY;
  }
}

async function look(): Promise<Readiness> {
  const [database, storage, certificate] = await Promise.all([
    within(LIMIT_MS, databaseState(), AWAY),
    within(LIMIT_MS, storageState(), SILENT),
    within(LIMIT_MS, certificateDaysLeft(), null),
  ]);
  const { disk } = storage;
  const condition = database.known
    ? conditionOf({ ...database.known, disk, auditUnsealed: false, certificateDaysLeft: certificate })
    : { faults: [], warnings: [] };
  const faults = [...new Set([...database.faults, ...storage.faults, ...condition.faults])];
  return { status: faults.length === 0 ? 'ready' : 'not_ready', faults, warnings: condition.warnings };
}

let looking: Promise<Readiness> | undefined;

/** Anybody may ask, as often as they like: those who ask at once share one look. */
export function readiness(): Promise<Readiness> {
  looking ??= look().finally(() => {
    looking = undefined;
  });
  return looking;
}
