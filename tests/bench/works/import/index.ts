import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SERVER_ARGS, WORKER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { signIn } from '../../sign-in';
import type { WorkRow } from '../../types';
import { startWatched, type Watched } from '../../watched';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';
import { checkImported, type Desk, importWorkbook } from './product';
import { writeWorkbook } from './workbook';
import { bareImport } from './yardstick';

const ROUNDS = 2;
const TIMES = 3;
const MEMORY_MIB = 512;
const HELD_MS = 100;

interface Ground {
  database: BenchDatabase;
  desk: Desk;
  processes: readonly Watched[];
  folder: string;
}

async function measure({ database, desk, processes, folder }: Ground, rows: number, rounds: number): Promise<WorkRow> {
  let [read, applied, bare] = [0, 0, 0];
  for (const { seen } of processes) await seen();
  for (let round = 0; round < rounds; round++) {
    const label = `量${rows}之${round}第`;
    const file = path.join(folder, `${label}.xlsx`);
    await writeWorkbook(file, label, rows);
    bare += await bareImport(database.adminUrl, file, rows);
    const took = await importWorkbook(desk, file);
    [read, applied] = [read + took.read, applied + took.applied];
    await checkImported(database.db, label, rows);
  }
  const seen = await Promise.all(processes.map((one) => one.seen()));
  const heldMs = Math.max(...seen.map((one) => one.heldMs));
  const peakMiB = Math.max(...seen.map((one) => one.peakMiB));
  const seconds = (read + applied) / rounds;
  const times = (read + applied) / bare;
  return {
    says: `import of ${rows.toLocaleString('en-US')} households with all checks (read ${(read / rounds).toFixed(1)} s, applied ${(applied / rounds).toFixed(1)} s); bare: exceljs and COPY`,
    seconds,
    bare: bare / rounds,
    peakMiB,
    heldMs,
    verdicts: [
      { goal: `≤ ${TIMES} × bare`, met: times <= TIMES },
      { goal: `< ${MEMORY_MIB} MiB`, met: peakMiB < MEMORY_MIB },
      { goal: `loop < ${HELD_MS} ms`, met: heldMs < HELD_MS },
    ],
  };
}

/** Ten thousand rows as counties send them, and the hundred thousand that a prefecture might; the worker's own heap limits hold. */
const importing: Work = {
  name: 'import',
  run: async (database) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-import-'));
    const started: Watched[] = [];
    try {
      const server = await startWatched(SERVER_ARGS, database.env, folder);
      started.push(server);
      started.push(await startWatched(WORKER_ARGS, database.env, folder));
      const desk = { url: server.url, cookie: await signIn(server.url, PERSONAS.lufengClerk) };
      const ground = { database, desk, processes: started, folder };
      await measure(ground, 1_000, 1); // warm
      return [await measure(ground, 10_000, ROUNDS), await measure(ground, 100_000, 1)];
    } finally {
      await Promise.all(started.map((one) => one.stop()));
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default importing;
