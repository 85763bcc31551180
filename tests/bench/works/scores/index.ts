import assert from 'node:assert/strict';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { liveOf } from '@/lib/domain/scorecards/live';
import { scoreOf } from '@/lib/domain/scorecards/score';
import type { Verdict, WorkRow } from '../../types';
import type { Work } from '../../work';
import type { BenchDatabase } from '../../world';
import { makeScores } from './data';

const YEAR = 2020;
const TURNS = 7;
const ALL_MS = 500;
const TIMES_BARE = 3;
const SCALE = 16;

/** Who asks without the product: as row security would have them set. */
const AS_PREFECTURE = `SELECT set_config('app.level', 'prefecture', false), set_config('app.prefecture', (SELECT prefecture_id::text FROM unit WHERE kind = 'county' LIMIT 1), false),
  set_config('app.counties', (SELECT '{' || string_agg(id::text, ',') || '}' FROM unit WHERE kind = 'county'), false)`;
/** The same statement, answered as one text that nobody reads. */
const BARE = 'SELECT json_agg(f.facts)::text AS body FROM score_facts($1::uuid[], $2::int) f';

const timed = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
  const began = performance.now();
  const value = await work();
  return [performance.now() - began, value];
};
const least = (times: readonly number[]) => Math.min(...times);

/** As the product reads them: the actor of the prefecture bureau, one reading transaction, the rules. */
async function product({ env, db }: BenchDatabase) {
  Object.assign(process.env, env);
  const { jobActor } = await import('@/lib/server/jobs/job-actor');
  const { withReader } = await import('@/lib/server/db/with-reader');
  const { scoreFacts } = await import('@/lib/server/scorecards/facts');
  const { pool, readPool } = await import('@/lib/server/db/pool');
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM account WHERE role = 'prefecture_bureau' ORDER BY id LIMIT 1`,
  );
  const read = async (county?: string): Promise<ScoreFacts[]> => {
    const actor = await jobActor(rows[0]?.id ?? '', 'bench');
    return withReader(actor, (reader) => scoreFacts(reader, actor, { year: YEAR, county }), { atOnce: true });
  };
  return { read, end: async () => void (await Promise.all([pool().end(), readPool().end()])) };
}

const scored = (all: readonly ScoreFacts[]) => all.map((facts) => scoreOf(facts, chuxiong2020).value);

/** What a county's page shows: the sheet, what is missing, the forecast, the vetoes. */
const pageOf = (facts: ScoreFacts) => liveOf({ ...facts.county, nameEn: null }, facts, chuxiong2020);

interface Measured {
  all: number;
  allBare: number;
  one: number;
  oneBare: number;
  counties: number;
  projects: number;
}

async function measure(database: BenchDatabase, read: (county?: string) => Promise<ScoreFacts[]>): Promise<Measured> {
  const { db } = database;
  await db.query(AS_PREFECTURE);
  const bare = async (ids: readonly string[]) =>
    (await db.query<{ body: string }>(BARE, [ids, YEAR])).rows[0]?.body ?? '[]';
  const facts = await read();
  const ids = facts.map(({ county }) => county.id);
  // what is timed is what the tables say
  const { rows } = await db.query<{ projects: number; compounds: number; done: number }>(
    `SELECT count(*)::int AS projects, sum((SELECT count(*) FROM project_compound m WHERE m.project_id = p.id AND m.live))::int AS compounds,
       (SELECT count(*)::int FROM milestone m JOIN project o ON o.id = m.project_id WHERE m.kind = 'completion' AND m.status = 'accepted' AND m.compound_id IS NOT NULL AND o.code LIKE '%-B%') AS done
     FROM project p JOIN programme_year y ON y.id = p.programme_year_id AND y.year = $1 WHERE p.status <> 'withdrawn'`,
    [YEAR],
  );
  const projects = facts.flatMap((one) => one.projects);
  const compounds = projects.flatMap((one) => one.compounds);
  assert.equal(projects.length, rows[0]?.projects);
  assert.equal(compounds.length, rows[0]?.compounds);
  assert.ok(compounds.filter(({ completedOn }) => completedOn !== null).length >= (rows[0]?.done ?? 1));
  assert.ok(new Set(scored(facts)).size > 1, 'counties differ');
  const largest = facts.toSorted((a, b) => b.projects.length - a.projects.length)[0]?.county.id ?? '';
  const [all, allBare, one, oneBare]: number[][] = [[], [], [], []];
  for (let turn = 0; turn < TURNS; turn++) {
    allBare?.push((await timed(() => bare(ids)))[0]);
    all?.push((await timed(async () => scored(await read())))[0]);
    oneBare?.push((await timed(() => bare([largest])))[0]);
    one?.push((await timed(async () => (await read(largest)).map(pageOf)))[0]);
  }
  return {
    ...{ all: least(all ?? []), allBare: least(allBare ?? []), one: least(one ?? []), oneBare: least(oneBare ?? []) },
    ...{ counties: ids.length, projects: projects.length },
  };
}

const row = (says: string, ms: number, bareMs: number, verdicts: Verdict[]): WorkRow => ({
  says,
  ...{ seconds: ms / 1000, bare: bareMs / 1000, verdicts },
  ...{ peakMiB: Math.round(process.memoryUsage().rss / 2 ** 20), heldMs: 0 },
});

const page = ({ one, oneBare, counties }: Measured): WorkRow =>
  row(`what the page of the largest of ${counties} counties shows; bare: the statement of its facts`, one, oneBare, [
    { goal: `< ${TIMES_BARE} × bare`, met: one < TIMES_BARE * oneBare },
  ]);
const together = ({ all, allBare, counties, projects }: Measured, verdict: Verdict): WorkRow =>
  row(
    `the scores of ${counties} counties with ${projects} projects, together; bare: the statement of their facts`,
    all,
    allBare,
    [verdict],
  );

/** The scores of all counties, and of one with all that its page shows, at scale 1 and at scale 16. */
const scores: Work = {
  name: 'scores',
  run: async (database) => {
    const { read, end } = await product(database);
    try {
      const at = async (scale: number) => {
        await database.growTo(scale);
        await makeScores(database.db, scale);
        return measure(database, read);
      };
      const small = await at(1);
      const large = await at(SCALE);
      const linear = (large.projects / small.projects) * small.all;
      return [
        together(small, { goal: `< ${ALL_MS} ms`, met: small.all < ALL_MS }),
        page(small),
        together(large, { goal: '≤ linear', met: large.all <= linear }),
        page(large),
      ];
    } finally {
      await end();
    }
  },
};

export default scores;
