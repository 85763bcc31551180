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
  seq: number;
  building: string;
}

/** The open rounds of the demonstration's largest and smallest compound. */
async function roundOf(database: BenchDatabase, households: number): Promise<Round> {
  const { rows } = await database.db.query<Round>(
    `SELECT r.id, t.agree_households AS agree, t.head_seq AS seq, (SELECT b.building_id FROM vote_building b WHERE b.round_id = r.id ORDER BY b.sort_key LIMIT 1) AS building
     FROM vote_round r JOIN vote_tally t ON t.round_id = r.id
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

interface Path {
  says: string;
  of: (round: Round) => string;
  /** what is shown is what is kept */
  shows: (text: string, round: Round) => void;
}

const PATHS: Path[] = [
  {
    says: 'tally page',
    of: ({ id }) => `/votes/${id}`,
    shows: (text, { agree }) => assert.ok(text.includes(String(agree)), `${agree} is shown`),
  },
  {
    says: 'GET /rounds/{id}',
    of: ({ id }) => `/api/v1/rounds/${id}`,
    shows: (text, { agree }) => assert.equal(JSON.parse(text).tally.agreeHouseholds, agree),
  },
  {
    // what each page of a vote night asks every quarter of a minute while nothing happens
    says: 'GET /rounds/{id}/pulse',
    of: ({ id, seq, building }) =>
      `/api/v1/rounds/${id}/pulse?since=${seq}&building=${building}&at=${new Date().toISOString()}`,
    shows: (text, { seq }) => {
      const pulse = JSON.parse(text);
      assert.deepEqual([pulse.seq, pulse.changed], [seq, null]);
    },
  },
];

async function check({ url, headers }: Target, one: Path, round: Round): Promise<void> {
  const response = await fetch(url, { headers });
  assert.equal(response.status, 200);
  one.shows(await response.text(), round);
}

async function measure(database: BenchDatabase, one: Path, base: Omit<Target, 'url'> & { url: string }) {
  const [small, large] = [await roundOf(database, SMALL), await roundOf(database, LARGE)];
  const sides = [small, large].map((round) => ({
    round,
    target: { ...base, url: `${base.url}${one.of(round)}` },
    rate: 0,
    samples: [] as Sample[],
  }));
  for (const side of sides) {
    await check(side.target, one, side.round);
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
