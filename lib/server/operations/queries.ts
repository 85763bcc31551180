import 'server-only';
import type { Operations } from '@/lib/domain/operations/answers';
import { conditionOf, LIMITS } from '@/lib/domain/operations/condition';
import { askIn } from '@/lib/server/db/ask';
import type { Tx } from '@/lib/server/db/with-actor';
import { clockFaults, migrationFaults, roleFacts, roleFaults } from '@/lib/server/health/checks';
import { queueFacts } from '@/lib/server/health/queue';
import { SILENT, storageState } from '@/lib/server/health/storage';
import { within } from '@/lib/server/health/within';
import { daysLeftOf, serverCertificate } from '@/lib/server/https/certificate';
import release from '@/package.json';
import { backupFacts } from './backup-facts';
import { backupState, listBackups } from './backups';
import { failedJobs, queueViews } from './queues';

const STORAGE_MS = 1_500;
const RUNS_SHOWN = 5;

interface DatabaseRow {
  now: Date;
  version: string;
  size: string;
  connections: number;
  most: number;
  migrations: number;
  last: string;
  workers: number;
  seen: Date | null;
}

async function databaseRow(tx: Tx): Promise<DatabaseRow | undefined> {
  const [row] = await tx.$queryRaw<DatabaseRow[]>`SELECT now() AS now, current_setting('server_version') AS version,
    pg_database_size(current_database())::text AS size, (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
    current_setting('max_connections')::int AS most, (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migrations,
    (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS last,
    (SELECT count(*)::int FROM worker_seen WHERE seen_at > now() - make_interval(secs => ${LIMITS.workerSeconds}::int)) AS workers,
    (SELECT max(seen_at) FROM worker_seen) AS seen`;
  return row;
}

interface SealRow {
  sealed: Date | null;
  unsealed: boolean;
}

/** Lines are sealed within a minute: the newest one is old, and still newer than the newest seal. */
async function sealRow(tx: Tx): Promise<SealRow> {
  const [row] = await tx.$queryRaw<SealRow[]>`
    SELECT s.at AS sealed, coalesce(l.at < anju_now() - make_interval(secs => ${LIMITS.unsealedSeconds}::int) AND l.at > coalesce(s.at, '-infinity'), false) AS unsealed
    FROM (SELECT max(sealed_at) AS at FROM audit_seal) s LEFT JOIN (SELECT at FROM audit_line ORDER BY id DESC LIMIT 1) l ON true`;
  return row ?? { sealed: null, unsealed: false };
}

const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();

/** 运行状况: the same facts as readiness, with their figures, for the administrators of the prefecture. */
export async function operations(tx: Tx): Promise<Operations> {
  const storage = await within(STORAGE_MS, storageState(), SILENT);
  const certificate = await within(STORAGE_MS, serverCertificate(), null);
  const row = await databaseRow(tx);
  const seal = await sealRow(tx);
  const ask = askIn(tx);
  const role = await roleFacts(ask);
  const migrations = await migrationFaults(ask);
  const queue = await queueFacts(ask);
  const backup = await backupFacts(ask);
  const state = await backupState(ask);
  const condition = conditionOf({
    ...queue,
    ...backup,
    disk: storage.disk,
    auditUnsealed: seal.unsealed,
    certificateDaysLeft: daysLeftOf(certificate),
  });
  const { disk } = storage;
  return {
    asOf: (row?.now ?? new Date()).toISOString(),
    faults: [...roleFaults(role), ...clockFaults(role), ...migrations, ...storage.faults, ...condition.faults],
    warnings: condition.warnings,
    database: {
      version: row?.version ?? '',
      size: row?.size ?? '0',
      connections: row?.connections ?? 0,
      mostConnections: row?.most ?? 0,
      migrations: row?.migrations ?? 0,
      lastMigration: row?.last ?? '',
    },
    worker: { count: row?.workers ?? 0, seenAt: row?.seen?.toISOString() ?? null },
    queues: await queueViews(tx),
    failed: await failedJobs(tx),
    disk: disk && { free: String(disk.free), total: String(disk.total) },
    backup: { lastGoodAt: state.lastGoodAt, nextDueAt: state.nextDueAt, runs: await listBackups(tx, RUNS_SHOWN) },
    audit: { sealedAt: seal.sealed?.toISOString() ?? null },
    certificate: certificate === 'unreadable' ? null : certificate,
    release: { version: release.version, node: process.versions.node, startedAt },
  };
}
