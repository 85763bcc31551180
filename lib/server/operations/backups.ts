import 'server-only';
import { nextBackupAt, parseTimeOfDay } from '@/lib/domain/operations/backup-schedule';
import { type Ask, askPool } from '@/lib/server/db/ask';
import type { Tx } from '@/lib/server/db/with-actor';
import { env } from '@/lib/server/env';
import { type BackupStateRow, factsFromRow } from './backup-row';

export interface BackupRunView {
  id: string;
  kind: 'scheduled' | 'manual';
  status: 'running' | 'done' | 'failed';
  startedAt: string;
  finishedAt: string | null;
  sizeBytes: string | null;
  fileName: string | null;
  /** why it failed, or what is missing in it */
  note: string | null;
}

export interface BackupState {
  /** when the last good one was begun: what was written later is not in it */
  lastGoodAt: string | null;
  lastTryAt: string | null;
  lastTryStatus: BackupRunView['status'] | null;
  /** null: nobody makes them by the clock here (ANJU_BACKUP_AT=off) */
  nextDueAt: string | null;
  ageSeconds: number | null;
}

/** Times only, for readiness too: needs no actor. */
export async function backupState(ask: Ask = askPool): Promise<BackupState> {
  const [row] = await ask<BackupStateRow>('SELECT * FROM backup_state()');
  if (!row) throw new Error('no installation');
  const at = parseTimeOfDay(env().ANJU_BACKUP_AT);
  return {
    lastGoodAt: row.last_good_at?.toISOString() ?? null,
    lastTryAt: row.last_try_at?.toISOString() ?? null,
    lastTryStatus: row.last_try_status,
    nextDueAt: at ? nextBackupAt(factsFromRow(row), at).toISOString() : null,
    ageSeconds: row.last_good_at ? Math.floor((row.now_at.getTime() - row.last_good_at.getTime()) / 1000) : null,
  };
}

/** The newest first; permission operations.read (row security: the prefecture level). */
export async function listBackups(tx: Tx, limit = 30): Promise<BackupRunView[]> {
  const rows = await tx.backupRun.findMany({ orderBy: { startedAt: 'desc' }, take: limit });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as BackupRunView['kind'],
    status: row.status as BackupRunView['status'],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    sizeBytes: row.sizeBytes?.toString() ?? null,
    fileName: row.fileName,
    note: row.note,
  }));
}
