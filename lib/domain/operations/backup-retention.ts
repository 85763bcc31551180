/** How many backups stay: the newest of each of the last days, weeks (from Monday) and months that have one. */
export interface Keep {
  days: number;
  weeks: number;
  months: number;
}

export interface BackupFile {
  name: string;
  madeAt: Date;
}

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
const NAME = /^anju-backup-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})\.tar\.gz$/;

/** '7,4,12': days, weeks, months. At least one day. */
export function parseKeep(text: string): Keep | null {
  const match = /^(\d{1,3}),(\d{1,3}),(\d{1,3})$/.exec(text.replaceAll(' ', ''));
  const [days, weeks, months] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  return match && days >= 1 ? { days, weeks, months } : null;
}

/** Names tell the date and time in Asia/Shanghai, and sort by it. */
export function nameOfBackup(madeAt: Date): string {
  const [day = '', time = ''] = new Date(madeAt.getTime() + SHANGHAI).toISOString().split(/[T.]/);
  return `anju-backup-${day.replaceAll('-', '')}-${time.replaceAll(':', '')}.tar.gz`;
}

/** null for a file that is none of ours: it is never touched. */
export function backupOfName(name: string): BackupFile | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, ...number[]];
  const madeAt = new Date(Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second) - SHANGHAI);
  return nameOfBackup(madeAt) === name ? { name, madeAt } : null;
}

const dayOf = (at: Date) => Math.floor((at.getTime() + SHANGHAI) / DAY);
// 1 January 1970 was a Thursday: weeks change on Mondays
const weekOf = (at: Date) => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: Date) => new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 7);

function newestOfEach(
  files: readonly BackupFile[],
  period: (at: Date) => string | number,
  count: number,
): BackupFile[] {
  const newest = new Map<string | number, BackupFile>();
  for (const file of files) if (!newest.has(period(file.madeAt))) newest.set(period(file.madeAt), file);
  return [...newest.values()].slice(0, count);
}

/**
 * The names that may go. Counted by days, weeks and months that have a backup: a server that was off for a month loses none by it.
 * `lastGood` stays in any case, whatever else lies there.
 */
export function outdated(files: readonly BackupFile[], keep: Keep, lastGood: string): string[] {
  const byAge = [...files].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const stays = new Set([
    lastGood,
    ...newestOfEach(byAge, dayOf, keep.days).map(({ name }) => name),
    ...newestOfEach(byAge, weekOf, keep.weeks).map(({ name }) => name),
    ...newestOfEach(byAge, monthOf, keep.months).map(({ name }) => name),
  ]);
  return byAge.map(({ name }) => name).filter((name) => !stays.has(name));
}
