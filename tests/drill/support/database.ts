import { readdirSync, readFileSync } from 'node:fs';
import { destroyStale, ensureEmbeddedPostgres } from '@/scripts/embedded-pg.mjs';
import { isAlive } from '@/scripts/embedded-pg-process.mjs';
import { superviseDatabase } from '@/scripts/supervise.mjs';
import { prepareTemplate, type TestCluster } from '@/tests/support/database';

export interface DrillCluster extends TestCluster {
  name: string;
  port: number;
  /** SIGKILL to the process that all others come from; its backends are left without it. */
  killPostmaster: () => void;
  /** SIGKILL to one backend of the app: PostgreSQL ends all the others and recovers. */
  killBackend: () => boolean;
  destroy: () => void;
}

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
};

/** Backends of an app's role, which the process's own title names. */
function backendsOf(postmaster: number): number[] {
  const told = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => told(pid, 'stat').split(') ').pop()?.split(' ')[1] === String(postmaster))
    .filter((pid) => told(pid, 'cmdline').includes('__app'))
    .map(Number);
}

/**
 * A cluster of this file's own, watched over by the same code as npm start's. Commits reach the operating system before
 * they are acknowledged; fsync is off, for a killed process loses nothing that the system holds. (A power cut would:
 * that PostgreSQL is started with fsync on is held by a test of its settings, not by pulling the plug.)
 */
export async function openDrillCluster(): Promise<DrillCluster> {
  await destroyStale('drill-');
  const name = `drill-${process.pid}`;
  const bringUp = () =>
    ensureEmbeddedPostgres({ name, throwaway: true, settings: { synchronous_commit: 'on' } as Record<string, string> });
  let server = await bringUp();
  const unwatch = superviseDatabase(
    async () => {
      server = await bringUp();
    },
    () => isAlive(server.pid),
  );
  const destroy = () => {
    unwatch();
    server.destroy();
  };
  try {
    return {
      ...(await prepareTemplate(server)),
      name,
      port: server.port,
      killPostmaster: () => kill(server.pid as number),
      killBackend: () => {
        const [one] = backendsOf(server.pid as number);
        if (one) kill(one);
        return one !== undefined;
      },
      destroy,
    };
  } catch (error) {
    destroy();
    throw error;
  }
}
