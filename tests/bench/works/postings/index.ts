import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { percentile } from '../../arithmetic';
import { makeProjects } from '../../projects-data';
import { signIn } from '../../sign-in';
import type { WorkRow } from '../../types';
import { startWatched, type Watched } from '../../watched';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';
import { poster } from '../ballots/post';
import { BARE_POSTING, checkKept, makeBareBooks, type PaidProject } from './bare-tables';

/** What each of so many people posts, each to a project of the own. */
const POSTINGS = 150;
/** not counted: they warm */
const WARM = 40;
const PEOPLE = [1, 16];
const TAIL = 4;

const PROJECTS = `SELECT p.id, p.county_id AS "countyId", p.programme_year_id AS "yearId" FROM project p JOIN unit u ON u.id = p.county_id
  WHERE u.code = '532302' AND p.status = 'active' AND p.stage BETWEEN 5 AND 9 ORDER BY p.id DESC LIMIT $1`;
const ALLOCATED = `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, created_by)
  SELECT $1::uuid, $2::uuid, $3::uuid, 'allocated', 'local', 'county', 'general', 1000000000, '2020-02-01', 'B0-' || $2::uuid, id FROM account WHERE username = $4`;

type Post = (at: number, turn: number) => Promise<unknown>;

/** Everybody one after the other, all at once. Milliseconds of each posting that counts. */
async function timesOf(people: number, post: Post, end: () => Promise<void> | void): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      for (let turn = 0; turn < POSTINGS; turn++) {
        const began = performance.now();
        await post(at, turn);
        if (turn >= WARM) times.push(performance.now() - began);
      }
    }),
  );
  await end();
  return times;
}

async function product(watched: Watched, cookie: string, of: readonly PaidProject[], mark: string): Promise<number[]> {
  const people = of.map(() => poster(watched.url, { cookie, 'x-anju-request': '1' }));
  const body = { movement: 'received', source: 'local', kind: 'county', earmark: 'general', amount: '1.00' };
  return timesOf(
    of.length,
    (at, turn) =>
      people[at]?.post(`/api/v1/projects/${of[at]?.id}/ledger`, {
        ...{ ...body, entryOn: '2020-03-01', voucherNo: `B-${mark}-${at}-${turn}` },
      }) ?? Promise.reject(new Error('nobody')),
    () => {
      for (const one of people) one.end();
    },
  );
}

async function bare(url: string, of: readonly PaidProject[], mark: string): Promise<number[]> {
  const clients = await Promise.all(
    of.map(async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  return timesOf(
    of.length,
    (at, turn) =>
      clients[at]?.query({
        name: 'posting',
        text: BARE_POSTING,
        values: [of[at]?.countyId, of[at]?.id, of[at]?.yearId, `B-${mark}-${at}-${turn}`],
      }) ?? Promise.reject(new Error('nobody')),
    async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  );
}

async function rowOf(database: BenchDatabase, watched: Watched, cookie: string, of: PaidProject[]): Promise<WorkRow> {
  const mark = String(of.length);
  const beside = await bare(database.adminUrl, of, mark);
  const took = await product(watched, cookie, of, mark);
  for (const project of of) await checkKept(database.db, project, POSTINGS);
  const { heldMs, peakMiB } = await watched.seen();
  const [p99, theirs] = [percentile(took, 0.99), percentile(beside, 0.99)];
  const said = (times: readonly number[]) =>
    `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)} ms`;
  return {
    says: `a posting over the API, ${of.length} at once: p50 / p99 ${said(took)}; bare: a durable INSERT of the same rows on the driver, ${said(beside)}`,
    seconds: p99 / 1000,
    bare: theirs / 1000,
    peakMiB,
    heldMs,
    verdicts: [{ goal: `p99 < ${TAIL} × a bare durable INSERT`, met: p99 < TAIL * theirs }],
  };
}

/** Receipts as finance posts them, beside the same rows written by one statement straight on the driver. */
const postings: Work = {
  name: 'postings',
  run: async (database) => {
    await database.growTo(1);
    await makeProjects(database.db, 1);
    const most = PEOPLE.reduce((sum, people) => sum + people, 0);
    const { rows: projects } = await database.db.query<PaidProject>(PROJECTS, [most]);
    if (projects.length < most) throw new Error(`only ${projects.length} projects to post to`);
    for (const { id, countyId, yearId } of projects)
      await database.db.query(ALLOCATED, [countyId, id, yearId, PERSONAS.lufengFinance.username]);
    await makeBareBooks(database.db, projects);
    await database.db.query('VACUUM (ANALYZE)');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-postings-'));
    const watched = await startWatched(SERVER_ARGS, database.env, folder);
    try {
      const cookie = await signIn(watched.url, PERSONAS.lufengFinance);
      await watched.seen();
      const rows: WorkRow[] = [];
      let from = 0;
      for (const people of PEOPLE) {
        rows.push(await rowOf(database, watched, cookie, projects.slice(from, from + people)));
        from += people;
      }
      return rows;
    } finally {
      await watched.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default postings;
