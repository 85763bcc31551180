import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { rel } from '@/scripts/paths.mjs';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { clusterCpu, processCpu } from '../../cpu';
import { type Running, startNode } from '../../processes';
import { signIn } from '../../sign-in';
import type { WorkRow } from '../../types';
import { startWatched, type Watched } from '../../watched';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';
import { buildBareNext } from '../../yardsticks/bare-next';
import { BARE_SESSION, checkBare, copyRound, makeBareTables, ROUTE } from './bare-tables';
import { checkCounted, openRound, type VoteRound } from './ground';
import { poster } from './post';

const CONNECTIONS = 16;
/** Of these rounds each officer has one; none is asked for twice. */
const HOMES = 960;
const TURNS = 3;
const OF_NEXT = 0.4;
/** 5 × what a generic platform did here with 50 ballots in a request */
const FIFTIES_PER_SECOND = 70;

interface Side {
  url: string;
  pid: number;
  headers: Record<string, string>;
  pathOf: (round: VoteRound) => string;
}

const ballotOf = (householdId: string) => ({ householdId, choice: 'agree', channel: 'door' });

/** What a side took: its process and the database behind it. */
interface Cost {
  seconds: number;
  app: number;
  db: number;
}

async function costOf(side: Side, postmaster: number, work: () => Promise<number>): Promise<Cost> {
  const [app, db] = [processCpu(side.pid) ?? Number.NaN, clusterCpu(postmaster) ?? Number.NaN];
  const seconds = await work();
  return { seconds, app: (processCpu(side.pid) ?? 0) - app, db: (clusterCpu(postmaster) ?? 0) - db };
}

const summed = (costs: readonly Cost[], of: keyof Cost) => costs.reduce((sum, cost) => sum + cost[of], 0);

/** Each officer records homes `from` to `to` of the own round, `size` in a request. Seconds. */
async function record(
  side: Side,
  rounds: readonly VoteRound[],
  from: number,
  to: number,
  size: number,
): Promise<number> {
  const began = performance.now();
  await Promise.all(
    rounds.map(async (round) => {
      const device = poster(side.url, side.headers);
      for (let at = from; at < to; at += size) {
        const ballots = round.homes.slice(at, Math.min(at + size, to)).map(ballotOf);
        await device.post(side.pathOf(round), size === 1 ? { ballots } : { source: 'many', ballots });
      }
      device.end();
    }),
  );
  return (performance.now() - began) / 1000;
}

interface Ground {
  product: Side;
  bare: Side;
  watched: Watched;
  postmaster: number;
}

interface Asked {
  says: string;
  rounds: VoteRound[];
  size: number;
  /** of each round, in one turn */
  homes: number;
  perSecond?: number;
}

/** Product and yardstick in turns, on rounds that both have; the first turn warms and is not counted. */
async function measure(
  { product, bare, watched, postmaster }: Ground,
  { says, rounds, size, homes, perSecond }: Asked,
): Promise<WorkRow> {
  const beside: Cost[] = [];
  const took: Cost[] = [];
  await watched.seen();
  for (let turn = 0; turn <= TURNS; turn++) {
    const part = [turn * homes, (turn + 1) * homes, size] as const;
    beside.push(await costOf(bare, postmaster, () => record(bare, rounds, ...part)));
    took.push(await costOf(product, postmaster, () => record(product, rounds, ...part)));
  }
  const [bareTurns, turns] = [beside.slice(1), took.slice(1)];
  const { heldMs, peakMiB } = await watched.seen();
  const requests = (TURNS * rounds.length * homes) / size;
  const seconds = summed(turns, 'seconds');
  const rate = requests / seconds;
  const ratio = summed(bareTurns, 'seconds') / seconds;
  const cpu = [turns, bareTurns].map((costs) =>
    (['app', 'db'] as const).map((of) => (summed(costs, of) / requests).toFixed(1)).join(' + '),
  );
  // turn by turn, so that the spread and what grows can be seen
  const spread = turns.map((turn, at) => `${bareTurns[at]?.seconds.toFixed(2)} / ${turn.seconds.toFixed(2)} s`);
  return {
    says: `${says}: ${rate.toFixed(0)} requests/s, ${ratio.toFixed(2)} of bare Next (${spread.join(', ')}; CPU app + db ${cpu[0]} ms, bare ${cpu[1]} ms)`,
    seconds,
    bare: summed(bareTurns, 'seconds'),
    peakMiB,
    heldMs,
    verdicts: [
      { goal: `≥ ${OF_NEXT} × Next`, met: ratio >= OF_NEXT },
      ...(perSecond ? [{ goal: `≥ ${perSecond}/s`, met: rate >= perSecond }] : []),
    ],
  };
}

async function open(database: BenchDatabase, many: number): Promise<VoteRound[]> {
  const owner = await connectOwner(database.ownerUrl);
  try {
    const rounds: VoteRound[] = [];
    for (let at = 0; at < many; at++) {
      const round = await openRound(owner, HOMES, PERSONAS.lufengCommunity.username);
      await copyRound(database.db, round);
      rounds.push(round);
    }
    await database.db.query('VACUUM (ANALYZE)');
    return rounds;
  } finally {
    await owner.end();
  }
}

/** What was answered is kept, on both sides, and nothing besides. */
async function check(database: BenchDatabase, rounds: readonly VoteRound[], ballots: number): Promise<void> {
  for (const round of rounds) {
    await checkCounted(database.db, round, ballots);
    await checkBare(database.db, round, ballots);
  }
}

async function both(database: BenchDatabase, ground: Ground): Promise<WorkRow[]> {
  const rows: WorkRow[] = [];
  const asked = [
    { says: 'single ballots, 16 officers in 16 rounds', rounds: CONNECTIONS, size: 1, homes: 40 },
    {
      says: '50 ballots in a request, 16 officers in 16 rounds',
      rounds: CONNECTIONS,
      size: 50,
      homes: 200,
      perSecond: FIFTIES_PER_SECOND,
    },
  ];
  for (const { rounds: many, ...one } of asked) {
    const rounds = await open(database, many);
    rows.push(await measure(ground, { ...one, rounds }));
    await check(database, rounds, (TURNS + 1) * one.homes);
  }
  return rows;
}

/** Ballots as officers send them, beside a bare Next route that keeps the same rows in one durable transaction. */
const ballots: Work = {
  name: 'ballots',
  run: async (database) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-ballots-'));
    const bareNext = await buildBareNext({ 'app/rounds/[id]/route.js': ROUTE });
    const started: Running[] = [];
    try {
      await makeBareTables(database.db);
      const watched = await startWatched(SERVER_ARGS, database.env, folder);
      started.push(watched);
      const env = { BENCH_DATABASE_URL: database.adminUrl, BENCH_NEXT_DIR: bareNext.dir };
      const yardstick = [...SERVER_ARGS.filter((one) => one.startsWith('--')), '--import', 'tsx'];
      const next = await startNode([...yardstick, rel('tests/bench/yardsticks/serve-next.ts')], env);
      started.push(next);
      const cookie = await signIn(watched.url, PERSONAS.lufengCommunity);
      return await both(database, {
        watched,
        postmaster: database.postmaster,
        product: {
          url: watched.url,
          pid: watched.pid,
          headers: { cookie, 'x-anju-request': '1' },
          pathOf: ({ id }) => `/api/v1/rounds/${id}/ballots`,
        },
        bare: {
          url: next.url,
          pid: next.pid,
          headers: { 'x-bench-session': BARE_SESSION },
          pathOf: ({ id }) => `/rounds/${id}`,
        },
      });
    } finally {
      await Promise.all(started.map((one) => one.stop()));
      await bareNext.remove();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default ballots;
