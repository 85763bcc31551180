import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { load, type Target, warm } from '../../load';
import { signIn } from '../../sign-in';
import type { Sample, WorkRow } from '../../types';
import { startWatched } from '../../watched';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';

const TURNS = 4;
const SECONDS = 1.5;
const TIMES = 1.5;
const LARGE = 2_000;
const SMALL = 20;

interface Round {
  id: string;
  agree: number;
}

/** The open rounds of the demonstration's largest and smallest compound. */
async function roundOf(database: BenchDatabase, households: number): Promise<Round> {
  const { rows } = await database.db.query<Round>(
    `SELECT r.id, t.agree_households AS agree FROM vote_round r JOIN vote_tally t ON t.round_id = r.id
     WHERE r.status = 'open' AND r.roll_households = $1 ORDER BY r.id LIMIT 1`,
    [households],
  );
  const [round] = rows;
  if (!round) throw new Error(`the demonstration has no open round of ${households} households`);
  return round;
}

/** Milliseconds of processor time for a request, application and database together. */
function costOf(samples: readonly Sample[]): number {
  const spent = samples.map(({ cpuApp, cpuDb }) => (cpuApp ?? Number.NaN) + (cpuDb ?? Number.NaN));
  const requests = samples.reduce((sum, one) => sum + one.requests, 0);
  return spent.reduce((sum, one) => sum + one, 0) / requests;
}

const PATHS = [
  { says: 'tally page', of: (id: string) => `/votes/${id}` },
  { says: 'GET /rounds/{id}', of: (id: string) => `/api/v1/rounds/${id}` },
];

/** What is shown is what is kept. */
async function check({ url, headers }: Target, { agree }: Round): Promise<void> {
  const response = await fetch(url, { headers });
  assert.equal(response.status, 200);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  if (isJson) assert.equal((JSON.parse(text) as { tally: { agreeHouseholds: number } }).tally.agreeHouseholds, agree);
  else assert.ok(text.includes(String(agree)), `${agree} is shown`);
}

async function measure(
  database: BenchDatabase,
  one: (typeof PATHS)[number],
  base: Omit<Target, 'url'> & { url: string },
) {
  const [small, large] = [await roundOf(database, SMALL), await roundOf(database, LARGE)];
  const sides = [small, large].map((round) => ({
    round,
    target: { ...base, url: `${base.url}${one.of(round.id)}` },
    rate: 0,
    samples: [] as Sample[],
  }));
  for (const side of sides) {
    await check(side.target, side.round);
    side.rate = await warm(side.target);
  }
  for (let turn = 0; turn < TURNS; turn++)
    for (const side of sides)
      side.samples.push(
        await load(side.target, database.postmaster, { connections: 4, seconds: SECONDS, rate: side.rate }),
      );
  return sides.map(({ samples }) => costOf(samples));
}

/** The size of a compound is not felt where only its sums are shown. */
const tally: Work = {
  name: 'tally',
  run: async (database) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-tally-'));
    await database.growTo(1);
    const server = await startWatched(SERVER_ARGS, database.env, folder);
    try {
      const base = {
        url: server.url,
        pid: server.pid,
        headers: { cookie: await signIn(server.url, PERSONAS.prefectureBureau) },
      };
      const rows: WorkRow[] = [];
      for (const one of PATHS) {
        const [small = 0, large = 0] = await measure(database, one, base);
        const { heldMs, peakMiB } = await server.seen();
        rows.push({
          says: `${one.says}, 1,000 times: ${LARGE.toLocaleString('en-US')} households beside ${SMALL} (processor time)`,
          seconds: large,
          bare: small,
          peakMiB,
          heldMs,
          verdicts: [{ goal: `< ${TIMES} × ${SMALL} households`, met: large < TIMES * small }],
        });
      }
      return rows;
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default tally;
