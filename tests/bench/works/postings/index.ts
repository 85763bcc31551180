import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { rel } from '@/scripts/paths.mjs';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { percentile } from '../../arithmetic';
import { clusterCpu, processCpu } from '../../cpu';
import { type Running, startNode } from '../../processes';
import { makeProjects } from '../../projects-data';
import { signIn } from '../../sign-in';
import type { WorkRow } from '../../types';
import { startWatched, type Watched } from '../../watched';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';
import { buildBareNext } from '../../yardsticks/bare-next';
import { type Poster, poster } from '../ballots/post';
import { BARE_POSTING, BARE_SESSION, checkKept, makeBareBooks, type PaidProject, ROUTE } from './bare-tables';
import { commander } from './command';
import { ALLOCATED, PROJECTS } from './projects';

/** So many people at once, each to a project of the own, and what each posts in a turn. The first turns warm and do not count: 2,000 postings and more. */
const CROWDS = [
  { people: 1, postings: 400, warm: 5 },
  { people: 16, postings: 100, warm: 2 },
] as const;
const TURNS = 5;
type Crowd = (typeof CROWDS)[number];
const TAIL = 4;

/** One way of posting: over HTTP or without it, by the product or bare. */
interface Side {
  name: string;
  /** the process that does it, beside PostgreSQL; the bench's own where there is no server */
  pid: number;
  post: (project: PaidProject, at: number, voucherNo: string) => Promise<unknown>;
}

interface Taken {
  times: number[];
  app: number;
  db: number;
}

/** Everybody one after the other, all at once. */
async function turnOf(
  side: Side,
  of: readonly PaidProject[],
  { turn, postings }: { turn: number; postings: number },
  postmaster: number,
): Promise<Taken> {
  const times: number[] = [];
  const cpu = () => [processCpu(side.pid) ?? Number.NaN, clusterCpu(postmaster) ?? Number.NaN] as const;
  const [app, db] = cpu();
  await Promise.all(
    of.map(async (project, at) => {
      for (let n = 0; n < postings; n++) {
        const began = performance.now();
        await side.post(project, at, `B-${side.name}-${of.length}-${at}-${turn}-${n}`);
        times.push(performance.now() - began);
      }
    }),
  );
  const [appNow, dbNow] = cpu();
  return { times, app: appNow - app, db: dbNow - db };
}

const overHttp = (name: string, { url, pid }: Running, headers: Record<string, string>, send: Send): Side => {
  const people = new Map<number, Poster>();
  return {
    name,
    pid,
    post: (project, at, voucherNo) => {
      const person = people.get(at) ?? poster(url, headers);
      people.set(at, person);
      return person.post(...send(project, voucherNo));
    },
  };
};
type Send = (project: PaidProject, voucherNo: string) => [path: string, body: unknown];

const RECEIPT = { movement: 'received', source: 'local', kind: 'county', earmark: 'general', amount: '1.00' };
const asProduct: Send = ({ id }, voucherNo) => [
  `/api/v1/projects/${id}/ledger`,
  { ...RECEIPT, entryOn: '2020-03-01', voucherNo },
];
const asBare: Send = ({ id, countyId, yearId }, voucherNo) => [`/postings/${id}`, { countyId, yearId, voucherNo }];

function onDriver(pool: pg.Pool): Side {
  return {
    name: 'insert',
    pid: process.pid,
    post: ({ id, countyId, yearId }, _, voucherNo) =>
      pool.query({ name: 'posting', text: BARE_POSTING, values: [countyId, id, yearId, voucherNo] }),
  };
}

const ms = (times: readonly number[]) =>
  `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)} ms`;

/** Side by side, in turns. */
async function compare(
  [ours, bare]: readonly [Side, Side],
  of: readonly PaidProject[],
  { postings, warm }: Crowd,
  postmaster: number,
): Promise<{ p99: number; bare: number; says: string }> {
  const [took, beside]: [Taken[], Taken[]] = [[], []];
  for (let turn = 0; turn < warm + TURNS; turn++) {
    beside.push(await turnOf(bare, of, { turn, postings }, postmaster));
    took.push(await turnOf(ours, of, { turn, postings }, postmaster));
  }
  const counted = ([...all]: Taken[]) => {
    const kept = all.slice(warm);
    const times = kept.flatMap((one) => one.times);
    const each = (key: 'app' | 'db') => (kept.reduce((sum, one) => sum + one[key], 0) / times.length).toFixed(1);
    return { p99: percentile(times, 0.99), says: `${ms(times)} (CPU ${each('app')} + ${each('db')} ms)` };
  };
  const [mine, theirs] = [counted(took), counted(beside)];
  return { p99: mine.p99, bare: theirs.p99, says: `p50 / p99 ${mine.says}, bare ${theirs.says}` };
}

interface Ground {
  database: BenchDatabase;
  watched: Watched;
  pairs: { says: string; beside: string; sides: readonly [Side, Side] }[];
}

async function rowsOf({ database, watched, pairs }: Ground, of: PaidProject[], crowd: Crowd): Promise<WorkRow[]> {
  const rows: WorkRow[] = [];
  for (const { says, beside, sides } of pairs) {
    await watched.seen();
    const { p99, bare, says: figures } = await compare(sides, of, crowd, database.postmaster);
    const { heldMs, peakMiB } = await watched.seen();
    rows.push({
      says: `${says}, ${of.length} at once: ${figures}`,
      ...{ seconds: p99 / 1000, bare: bare / 1000, peakMiB, heldMs },
      verdicts: [{ goal: `p99 < ${TAIL} × ${beside}`, met: p99 < TAIL * bare }],
    });
  }
  for (const project of of) await checkKept(database.db, project, pairs.length * (crowd.warm + TURNS) * crowd.postings);
  return rows;
}

/** Receipts as finance posts them, each layer beside its own bare one: the command beside the INSERT, the API beside a bare Next route with that INSERT. */
const postings: Work = {
  name: 'postings',
  run: async (database) => {
    await database.growTo(1);
    await makeProjects(database.db, 1);
    const most = CROWDS.reduce((sum, { people }) => sum + people, 0);
    const { rows: projects } = await database.db.query<PaidProject>(PROJECTS, [most]);
    if (projects.length < most) throw new Error(`only ${projects.length} projects to post to`);
    for (const { id, countyId, yearId } of projects)
      await database.db.query(ALLOCATED, [countyId, id, yearId, PERSONAS.lufengFinance.username]);
    await makeBareBooks(database.db, projects);
    await database.db.query('VACUUM (ANALYZE)');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-postings-'));
    const bareNext = await buildBareNext({ 'app/postings/[id]/route.js': ROUTE });
    const pool = new pg.Pool({
      connectionString: database.adminUrl,
      max: Math.max(...CROWDS.map(({ people }) => people)),
    });
    const command = await commander(database, PERSONAS.lufengFinance.username);
    const started: Running[] = [];
    try {
      const watched = await startWatched(SERVER_ARGS, database.env, folder);
      started.push(watched);
      const env = { BENCH_DATABASE_URL: database.adminUrl, BENCH_NEXT_DIR: bareNext.dir };
      const yardstick = [...SERVER_ARGS.filter((one) => one.startsWith('--')), '--import', 'tsx'];
      const next = await startNode([...yardstick, rel('tests/bench/yardsticks/serve-next.ts')], env);
      started.push(next);
      const cookie = await signIn(watched.url, PERSONAS.lufengFinance);
      const ours: Side = { name: 'command', pid: process.pid, post: (one, _, no) => command.post(one.id, no) };
      const overApi = overHttp('api', watched, { cookie, 'x-anju-request': '1' }, asProduct);
      const overNext = overHttp('next', next, { 'x-bench-session': BARE_SESSION }, asBare);
      const pairs = [
        { says: 'a posting as command', beside: 'a bare durable INSERT', sides: [ours, onDriver(pool)] as const },
        { says: 'a posting over the API', beside: 'bare Next with that INSERT', sides: [overApi, overNext] as const },
      ];
      const rows: WorkRow[] = [];
      let from = 0;
      for (const crowd of CROWDS) {
        const own = projects.slice(from, from + crowd.people);
        rows.push(...(await rowsOf({ database, watched, pairs }, own, crowd)));
        from += crowd.people;
      }
      return rows;
    } finally {
      await Promise.all(started.map((one) => one.stop()));
      await command.end();
      await pool.end();
      await bareNext.remove();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default postings;
