import fs from 'node:fs';

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** Fields of /proc/<pid>/stat after the name, which may itself hold spaces and parentheses. */
function statOf(pid: number): string[] | null {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}

const PARENT = 1;
const OWN = [11, 12] as const;
const OF_ENDED_CHILDREN = [13, 14] as const;

const ticks = (stat: string[], fields: readonly number[]) =>
  fields.reduce((all, field) => all + Number(stat[field] ?? 0), 0);

/** Milliseconds that a process with all its threads has run; null: no /proc here. */
export function processCpu(pid: number): number | null {
  const stat = statOf(pid);
  return stat && ticks(stat, OWN) * TICK_MS;
}

/** The same of a cluster: the postmaster, its backends, and those that have ended. */
export function clusterCpu(postmaster: number): number | null {
  const own = statOf(postmaster);
  if (!own) return null;
  let all = ticks(own, [...OWN, ...OF_ENDED_CHILDREN]);
  for (const entry of fs.readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : null;
    if (stat && Number(stat[PARENT]) === postmaster) all += ticks(stat, OWN);
  }
  return all * TICK_MS;
}
