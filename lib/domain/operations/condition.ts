/** What is known of the running installation at one moment; null: it could not be found out, or never was. */
export interface RunningFacts {
  workerSeenSecondsAgo: number | null;
  /** how long the oldest job that could be run has waited; null: none waits */
  oldestWaitingSeconds: number | null;
  failedLastDay: number;
  disk: { free: number; total: number } | null;
  /** of the last good backup; before the first one, since the installation */
  backupAgeSeconds: number;
  lastBackupFailed: boolean;
  /** a line of the audit that has waited longer than any sealing takes */
  auditUnsealed: boolean;
  /** of the server's certificate; 'unreadable': its file is named or there, and cannot be read; null: there is none */
  certificateDaysLeft: number | 'unreadable' | null;
}

const MIB = 1024 * 1024;
export const LIMITS = {
  workerSeconds: 30,
  waitingSeconds: 600,
  /** below it nothing that is acknowledged is sure to be kept */
  diskFloor: 256 * MIB,
  diskLow: 2048 * MIB,
  /** a night that was missed, and the office hours to notice it */
  backupSeconds: 36 * 3600,
  unsealedSeconds: 900,
  /** several chances for the monthly renewal, which makes a new one from 60 days on */
  certificateDays: 30,
} as const;

export const FAULTS = [
  'database_away',
  'role_superuser',
  'role_bypasses_row_security',
  'role_owns_tables',
  'clock_shifted',
  'migrations_pending',
  'migrations_unknown',
  'migration_failed',
  'restore_unfinished',
  'storage_not_writable',
  'storage_silent',
  'disk_full',
] as const;
export const WARNINGS = [
  'worker_away',
  'queue_stuck',
  'jobs_failed',
  'disk_low',
  'disk_unknown',
  'backup_overdue',
  'backup_failed',
  'audit_unsealed',
  'certificate_expiring',
  'certificate_unreadable',
] as const;
export type Fault = (typeof FAULTS)[number];
export type Warning = (typeof WARNINGS)[number];

/**
 * A fault: requests should go elsewhere, for they would be answered wrongly or not kept. A warning: people are served, and somebody has to see to it
 * (docs/decisions/0015-what-is-told-of-a-running-installation.md).
 */
export function conditionOf(facts: RunningFacts): { faults: Fault[]; warnings: Warning[] } {
  const { disk, certificateDaysLeft: days } = facts;
  const full = disk !== null && disk.free < LIMITS.diskFloor;
  const away = facts.workerSeenSecondsAgo === null || facts.workerSeenSecondsAgo > LIMITS.workerSeconds;
  const stuck = facts.oldestWaitingSeconds !== null && facts.oldestWaitingSeconds > LIMITS.waitingSeconds;
  const warnings: [Warning, boolean][] = [
    ['worker_away', away],
    ['queue_stuck', stuck],
    ['jobs_failed', facts.failedLastDay > 0],
    ['disk_low', disk !== null && !full && disk.free < LIMITS.diskLow],
    ['disk_unknown', disk === null],
    ['backup_overdue', facts.backupAgeSeconds > LIMITS.backupSeconds],
    ['backup_failed', facts.lastBackupFailed],
    ['audit_unsealed', facts.auditUnsealed],
    ['certificate_expiring', typeof days === 'number' && days < LIMITS.certificateDays],
    ['certificate_unreadable', days === 'unreadable'],
  ];
  return { faults: full ? ['disk_full'] : [], warnings: warnings.filter(([, holds]) => holds).map(([code]) => code) };
}
