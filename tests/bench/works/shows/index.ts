import assert from 'node:assert/strict';
import type { Overview } from '@/lib/domain/overview/answers';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { type Running, startNode } from '../../processes';
import type { As, WorkRow } from '../../types';
import type { Work } from '../../work';
import { type BenchDatabase, signedIn } from '../../world';
import type { PaidProject } from '../postings/bare-tables';
import { commander } from '../postings/command';
import { ALLOCATED, PROJECTS } from '../postings/projects';

const TURNS = 15;
const AT_MOST = 2;
const PAYER = PERSONAS.lufengFinance.username;
const PEOPLE: { as: As }[] = [{ as: 'lufengClerk' }, { as: 'prefectureLeader' }];

/** Something that is recorded, and the figure of the prefecture that it moves by one, or by its amount. */
interface Write {
  says: string;
  write: (turn: number) => Promise<unknown>;
  figure: (told: Overview) => string;
}

/** A compound by the interface, money by the command of a county, a completion by the table: each on its own way into the kept facts. */
async function writes(database: BenchDatabase, post: (turn: number) => Promise<void>, url: string, cookie: string) {
  const { rows: begun } = await database.db.query<{ id: string }>(
    `SELECT p.id FROM project p JOIN milestone m ON m.project_id = p.id AND m.kind = 'start' AND m.compound_id IS NULL
     WHERE p.code LIKE '%-B%' AND p.status = 'active' AND p.stage = 8
       AND NOT EXISTS (SELECT 1 FROM milestone d WHERE d.project_id = p.id AND d.kind = 'completion') ORDER BY p.id LIMIT $1`,
    [TURNS],
  );
  assert.equal(begun.length, TURNS, 'projects that are being built');
  const headers = { cookie, 'x-anju-request': '1', 'content-type': 'application/json', origin: url };
  const all: Write[] = [
    {
      says: 'a compound registered',
      write: async (turn) => {
        const body = JSON.stringify({ name: `跑分小区${turn}`, yearBuilt: 1996 });
        const { status } = await fetch(`${url}/api/v1/compounds`, { method: 'POST', headers, body });
        assert.equal(status, 201);
      },
      figure: ({ survey }) => JSON.stringify(survey),
    },
    { says: 'money received', write: post, figure: ({ money }) => money.totals.received },
    {
      says: 'a completion accepted',
      write: (turn) =>
        database.db.query(
          `INSERT INTO milestone (project_id, county_id, kind, status, actual_on, stated_on, first_received_at, accepted_at, decided_by, reported_by)
           SELECT id, county_id, 'completion', 'accepted', anju_today(), anju_today(), anju_now(), anju_now(), created_by, created_by FROM project WHERE id = $1`,
          [begun[turn]?.id],
        ),
      figure: ({ completion }) => String(completion.ofYear.completed),
    },
  ];
  return all;
}

async function overviewOf({ url }: Running, cookie: string): Promise<Overview> {
  const answer = await fetch(`${url}/api/v1/dashboards/overview?year=2020`, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Overview;
}

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** From the answer to the one who wrote until the leader's page has it, seconds. */
async function seen(product: Running, cookie: string, { write, figure }: Write, turn: number): Promise<number> {
  const before = figure(await overviewOf(product, cookie));
  await write(turn);
  return elapsed(async () => {
    while (figure(await overviewOf(product, cookie)) === before);
  });
}

const greatest = (times: readonly number[]) => Math.max(...times);

const shows: Work = {
  name: 'shows',
  run: async (database) => {
    await database.growTo(1);
    const product = await startNode(SERVER_ARGS, database.env);
    const command = await commander(database, PAYER);
    try {
      const cookies = await signedIn(product, PEOPLE);
      const leader = cookies.get('prefectureLeader') ?? '';
      const { rows } = await database.db.query<PaidProject>(PROJECTS, [1]);
      const [project] = rows;
      assert.ok(project, 'a project that is paid for');
      await database.db.query(ALLOCATED, [project.countyId, project.id, project.yearId, PAYER]);
      const post = (turn: number) => command.post(project.id, `跑分-总览-${turn}`);
      const reading: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) reading.push(await elapsed(() => overviewOf(product, leader)));
      const measured: WorkRow[] = [];
      for (const one of await writes(database, post, product.url, cookies.get('lufengClerk') ?? '')) {
        const times: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) times.push(await seen(product, leader, one, turn));
        measured.push({
          says: `${one.says}: until the overview of the prefecture has it, the slowest of ${TURNS}; bare: the page read, the slowest of ${TURNS}`,
          ...{
            seconds: greatest(times),
            bare: greatest(reading),
            peakMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
          },
          heldMs: 0,
          verdicts: [{ goal: `≤ ${AT_MOST} s`, met: greatest(times) <= AT_MOST }],
        });
      }
      return measured;
    } finally {
      await command.end();
      await product.stop();
    }
  },
};

export default shows;
