/** A time of day in Asia/Shanghai at which the nightly backup is due; null: somebody else makes the backups. */
export interface TimeOfDay {
  hour: number;
  minute: number;
}

/** What the database knows of the backups made so far, by its own clock. */
export interface BackupFacts {
  now: Date;
  /** when the last good one was begun */
  lastGoodAt: Date | null;
  lastTryAt: Date | null;
  lastTryFailed: boolean;
  /** before the first backup the night after this counts */
  installedAt: Date;
}

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
/** A backup that failed is tried again, not at once and not only the next night. */
export const RETRY_MS = 30 * 60_000;

/** '02:30'; null for 'off'; undefined for anything else. */
export function parseTimeOfDay(text: string): TimeOfDay | null | undefined {
  if (text === 'off') return null;
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : undefined;
}

/** The last instant up to `now` at which a backup was due. */
export function lastSlot(now: Date, { hour, minute }: TimeOfDay): Date {
  const offset = (hour * 60 + minute) * 60_000 - SHANGHAI;
  return new Date(Math.floor((now.getTime() - offset) / DAY) * DAY + offset);
}

/** When the next one is to be begun: at `now` or before it when one is due, so that one missed while switched off is made after the start. */
export function nextBackupAt(facts: BackupFacts, at: TimeOfDay): Date {
  const slot = lastSlot(facts.now, at);
  const covered = (facts.lastGoodAt ?? facts.installedAt).getTime() >= slot.getTime();
  if (covered) return new Date(slot.getTime() + DAY);
  const failedSince = facts.lastTryFailed && facts.lastTryAt && facts.lastTryAt >= slot ? facts.lastTryAt : null;
  return failedSince ? new Date(failedSince.getTime() + RETRY_MS) : slot;
}

/** The slot that is due now, or null. */
export const dueSlot = (facts: BackupFacts, at: TimeOfDay): Date | null =>
  nextBackupAt(facts, at) <= facts.now ? lastSlot(facts.now, at) : null;
