import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { addMonths, type ReportMonth } from '@/lib/domain/progress/report-month';
import { DEMONSTRATION_PASSWORD, PEOPLE } from '@/prisma/seed/demonstration/people';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { percentile } from '../../arithmetic';
import { makeProjects } from '../../projects-data';
import { signIn } from '../../sign-in';
import { startWatched } from '../../watched';
import type { Work } from '../../work';

/** 60 people at month's end (domain.md §12), for a minute; each looks at the next report for two seconds before it is sent. */
const AT_ONCE = 60;
const LOOK_MS = 2_000;
const FOR_MS = 60_000;
/** one person alone, quickly; the first do not count */
const ALONE = { warm: 20, sent: 100 };
const TAIL = 5;
const FIRST = '2016-01' as ReportMonth;

/** The months that other cases were measured with are not there: these people report all of them. */
const FREE = ['progress_item', 'progress_report', 'project_month'].map(
  (table) => `DELETE FROM ${table} WHERE project_id IN (SELECT id FROM project WHERE code LIKE '%-B%' AND stage = 8)`,
);
/** Projects that build, each with ten items of its compound to be done; they came to be long ago, and have all months since to report. */
const GROUND = `
  WITH p AS (UPDATE project SET created_at = '2016-01-10' WHERE code LIKE '%-B%' AND stage = 8 RETURNING id, county_id, rulebook_id, created_by),
    c AS (SELECT DISTINCT ON (m.compound_id) m.compound_id, p.county_id, p.rulebook_id, p.created_by FROM p JOIN project_compound m ON m.project_id = p.id
      WHERE NOT EXISTS (SELECT 1 FROM compound_plan v WHERE v.compound_id = m.compound_id)),
    v AS (INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by) SELECT compound_id, county_id, rulebook_id, 1, '一区一策', created_by FROM c RETURNING id, compound_id, county_id)
  INSERT INTO plan_item (plan_id, compound_id, county_id, item, answer, quantity, unit, unit_cost, cost)
  SELECT v.id, v.compound_id, v.county_id, 'C-R' || lpad(i::text, 2, '0'), 'todo', 10000, '㎡', 5000, 500000 FROM v, generate_series(1, 10) i`;
const PROJECTS = `SELECT p.id, u.code AS county FROM project p JOIN unit u ON u.id = p.county_id WHERE p.code LIKE '%-B%' AND p.stage = 8 AND p.status = 'active' ORDER BY p.id`;

interface Filler {
  send: () => Promise<void>;
}

/** Somebody of a county bureau with a project of the county: its months one after the other. */
function filler(url: string, cookie: string, projectId: string, from: ReportMonth): Filler {
  let month = from;
  const address = () => `${url}/api/v1/projects/${projectId}/reports/${month}`;
  return {
    send: async () => {
      const read = await fetch(address(), { headers: { cookie } });
      if (!read.ok) throw new Error(`${address()}: ${read.status}`);
      const { content, version, planned } = (await read.json()) as ReportAnswer;
      const items = content.items.map((one, at) => ({
        ...one,
        percent: planned[at]?.completed ? 100 : Math.min(99, one.percent + 1),
      }));
      const { photos, problems, people } = content;
      const answer = await fetch(`${address()}/submit`, {
        method: 'POST',
        headers: {
          ...{ cookie, origin: url, 'content-type': 'application/json', 'x-anju-request': '1' },
          'if-match': `"${version}"`,
        },
        body: JSON.stringify({ investment: '12000.00', people, problems, photos, items }),
      });
      if (!answer.ok) throw new Error(`${address()}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
      await answer.arrayBuffer();
      month = addMonths(month, 1);
    },
  };
}

const took = async (one: Filler): Promise<number> => {
  const began = performance.now();
  await one.send();
  return performance.now() - began;
};

async function alone(one: Filler): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < ALONE.warm + ALONE.sent; n++) times.push(await took(one));
  return times.slice(ALONE.warm);
}

/** Everybody at once, each at an own moment of the two seconds. */
async function crowd(all: readonly Filler[]): Promise<number[]> {
  const until = performance.now() + FOR_MS;
  const times: number[] = [];
  await Promise.all(
    all.map(async (one, at) => {
      await sleep((LOOK_MS * at) / all.length);
      while (performance.now() < until) {
        times.push(await took(one));
        await sleep(LOOK_MS);
      }
    }),
  );
  return times;
}

async function fillers(db: pg.Client, url: string): Promise<[one: Filler, all: Filler[]]> {
  const { rows } = await db.query<{ id: string; county: string }>(PROJECTS);
  const clerks = PEOPLE.filter(({ role }) => role === 'county_bureau');
  const sessions = new Map<string, string>();
  const made: Filler[] = [];
  // a session for each: so many people, though some share a desk
  for (const { id, county } of rows.slice(0, AT_ONCE + 1)) {
    const clerk = clerks.find(({ unitCode }) => unitCode === county);
    if (!clerk) throw new Error(`nobody fills in for ${county}`);
    const cookie = sessions.get(clerk.username) ?? (await signIn(url, { ...clerk, password: DEMONSTRATION_PASSWORD }));
    sessions.set(clerk.username, cookie);
    made.push(filler(url, cookie, id, FIRST));
  }
  const [one, ...all] = made;
  if (!one || all.length < AT_ONCE) throw new Error(`only ${made.length} projects to report`);
  return [one, all];
}

/** 月末: reports read and sent by sixty people, beside one alone. An answer that is no success ends the bench. */
const monthEnd: Work = {
  name: 'month-end',
  run: async (database) => {
    await database.growTo(1);
    await makeProjects(database.db, 1);
    await database.db.query('SET session_replication_role = replica');
    for (const sql of [...FREE, GROUND]) await database.db.query(sql);
    await database.db.query('SET session_replication_role = origin');
    await database.db.query('VACUUM (ANALYZE)');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-month-end-'));
    const server = await startWatched(SERVER_ARGS, database.env, folder);
    try {
      const [one, all] = await fillers(database.db, server.url);
      const single = percentile(await alone(one), 0.95);
      const times = await crowd(all);
      const many = percentile(times, 0.95);
      const { heldMs, peakMiB } = await server.seen();
      const perSecond = (times.length / (FOR_MS / 1000)).toFixed(0);
      return [
        {
          says: `month's end: ${AT_ONCE} people read and send reports for a minute (${times.length}, ${perSecond}/s, no error), p95 ${many.toFixed(0)} ms; bare: one person, p95 ${single.toFixed(0)} ms`,
          ...{ seconds: many / 1000, bare: single / 1000, peakMiB, heldMs },
          verdicts: [{ goal: `p95 < ${TAIL} × p95 of one`, met: many < TAIL * single }],
        },
      ];
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default monthEnd;
