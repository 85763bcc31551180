// Begun and kept alive by npm start (scripts/supervise.mjs) with the backup's role and no other: makes the backup that is due, by the database's
// clock. However many servers look, one makes it (backup_begin); one that was missed is made after the start.
import { setTimeout as sleep } from 'node:timers/promises';
import { dueSlot, parseTimeOfDay, type TimeOfDay } from '@/lib/domain/operations/backup-schedule';
import { backupFactsFor } from '@/lib/server/backup/due';
import { makeBackup } from '@/lib/server/backup/make';
import { log } from '@/lib/server/log';
import { takeConsole } from '@/lib/server/log/line.mjs';
import { backupSettings } from './backup-settings';

takeConsole();
const LOOK_MS = Number(process.env.ANJU_BACKUP_LOOK_MS) || 30_000;

async function look(url: string, at: TimeOfDay): Promise<void> {
  const facts = await backupFactsFor(url);
  const due = facts && dueSlot(facts, at);
  if (!due) return;
  const began = performance.now();
  const { dir, dataDir, columnKey, keep } = backupSettings();
  const made = await makeBackup({ url, dir, dataDir, columnKey, keep, kind: 'scheduled', due });
  if (!made) return;
  log.info('backup.done', { count: made.removed.length, ms: Math.round(performance.now() - began) });
  if (made.lacks)
    log.warn('backup.incomplete', { count: made.manifest.files.missing.count + made.manifest.files.damaged.count });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
const at = parseTimeOfDay(backupSettings().at);
const url = process.env.ANJU_BACKUP_URL;
for (let well = true; at && url; await sleep(LOOK_MS)) {
  try {
    await look(url, at);
    well = true;
  } catch (error) {
    // a database that is away is told once, until it is back
    if (well) log.error('backup.failed', {}, error);
    well = false;
  }
}
