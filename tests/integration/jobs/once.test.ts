import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fileStore } from '@/lib/server/files/store';
import { sender } from '@/lib/server/jobs/boss';
import { startWorker, until, type Worker } from '../../support/workers';
import { makeWorld, type World } from '../../support/world';

/** Several workers on one database: each job once, whoever dies. */
let world: World;
let workers: Worker[] = [];
beforeAll(async () => {
  world = await makeWorld();
  // every time that a thumbnail is kept leaves a mark, so that "once" can be counted
  await world.owner.query(`
    CREATE TABLE effect (file_id uuid);
    GRANT INSERT ON effect TO anju_app;
    CREATE FUNCTION effect_seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO effect VALUES (new.id); RETURN NULL; END $$;
    CREATE TRIGGER effect_seen AFTER UPDATE OF thumbnail_key ON stored_file FOR EACH ROW EXECUTE FUNCTION effect_seen()`);
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
});
afterAll(() => world.end());

const start = (count: number): Worker[] => {
  const made = Array.from({ length: count }, () => startWorker());
  workers.push(...made);
  return made;
};
const lines = (event: string) => workers.flatMap((worker) => worker.lines().filter((line) => line.event === event));
const number = async (sql: string, values: unknown[] = []) =>
  Number(Object.values((await world.owner.query(sql, values)).rows[0] ?? {})[0]);

/** Stored pictures without a thumbnail, each with its job; all of one picture, so that the bytes cost nothing. */
async function pictures(count: number, side = 600): Promise<string[]> {
  const bytes = await sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#7a9',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  const { key, sha256, size } = await fileStore().put(Readable.from([bytes]));
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, width, height, uploaded_by)
     SELECT $1, $2, 'photo', '照片.jpg', 'image/jpeg', $3, $4, $5, $6, $6, $7 FROM generate_series(1, $8) RETURNING id`,
    [world.prefectureId, world.lufeng.id, size, sha256, key, side, world.actors.lufengClerk.accountId, count],
  );
  const ids = rows.map(({ id }) => id);
  await Promise.all(ids.map((fileId) => sender().send('file.thumbnail', { fileId })));
  return ids;
}
const undone = (ids: string[]) =>
  number('SELECT count(*) FROM stored_file WHERE id = ANY ($1) AND thumbnail_key IS NULL', [ids]);

test('200 jobs with two workers: each exactly once, and both had a share', async () => {
  const ids = await pictures(200);
  const [first, second] = start(2);
  await until('all done', async () => (await undone(ids)) === 0);
  await until(
    'all completed',
    async () =>
      (await number(`SELECT count(*) FROM pgboss.job WHERE name = 'file.thumbnail' AND state <> 'completed'`)) === 0,
  );
  const { rows } = await world.owner.query(
    `SELECT file_id, count(*) AS n FROM effect WHERE file_id = ANY ($1) GROUP BY 1 HAVING count(*) <> 1`,
    [ids],
  );
  expect(rows).toEqual([]);
  expect(await number('SELECT count(*) FROM effect WHERE file_id = ANY ($1)', [ids])).toBe(200);
  expect(await number(`SELECT sum(retry_count) FROM pgboss.job WHERE name = 'file.thumbnail'`)).toBe(0);
  const done = (worker?: Worker) =>
    worker?.lines().filter((line) => line.event === 'job.done' && line.name === 'file.thumbnail').length ?? 0;
  expect(done(first) + done(second)).toBe(200);
  expect(
    new Set(
      lines('job.done')
        .filter(({ name }) => name === 'file.thumbnail')
        .map(({ job }) => job),
    ).size,
  ).toBe(200);
  expect(Math.min(done(first), done(second))).toBeGreaterThan(0);
});

test('a worker killed outright in the middle of its job: the other takes it up, with one effect', async () => {
  const [victim] = start(1);
  await until('it works', () => victim?.lines().some((line) => line.event === 'worker.ready'));
  // the row is held, so that the job stands in the middle when its process dies
  const ids = await pictures(1);
  await world.owner.query('BEGIN');
  await world.owner.query('SELECT 1 FROM stored_file WHERE id = ANY ($1) FOR UPDATE', [ids]);
  const held = `SELECT count(*) FROM pgboss.job WHERE name = 'file.thumbnail' AND state = 'active'`;
  await until('it holds the job', async () => (await number(held)) === 1);
  await victim?.kill();
  await world.owner.query('COMMIT');
  start(1);
  await until('done by the other', async () => (await undone(ids)) === 0, 30_000);
  expect(await number('SELECT count(*) FROM effect WHERE file_id = ANY ($1)', [ids])).toBe(1);
  await until('said', () => lines('job.done').some(({ name, try: nth }) => name === 'file.thumbnail' && nth === 2));
  expect(lines('job.rescued')).toHaveLength(1);
});

test('a job in the middle is left to the worker that has it, while others look for those that lost theirs', async () => {
  const ready = (count: number) => until('they work', () => lines('worker.ready').length === count);
  start(1);
  await ready(1);
  // each looks every five seconds: one of the two does so while the job is held
  await sleep(2_500);
  start(1);
  await ready(2);
  const ids = await pictures(1);
  await world.owner.query('BEGIN');
  await world.owner.query('SELECT 1 FROM stored_file WHERE id = ANY ($1) FOR UPDATE', [ids]);
  const active = `SELECT count(*) FROM pgboss.job WHERE name = 'file.thumbnail' AND state = 'active'`;
  await until('one holds the job', async () => (await number(active)) === 1);
  await sleep(3_500);
  await world.owner.query('COMMIT');
  await until('done', async () => (await undone(ids)) === 0);
  expect(lines('job.rescued'), 'taken from a worker that lives').toEqual([]);
  expect(await number('SELECT count(*) FROM effect WHERE file_id = ANY ($1)', [ids])).toBe(1);
  expect(lines('job.failed')).toEqual([]);
});

test('scheduled work with three workers: one job per due time', async () => {
  await world.owner.query(`DELETE FROM job_due`);
  await world.owner.query(
    `DELETE FROM pgboss.job WHERE name IN ('audit.seal', 'imports.clean', 'lights.reckon', 'month.end', 'reminders.make', 'scores.keep', 'works.fold')`,
  );
  start(3);
  const passed = () => number(`SELECT count(*) FROM job_due WHERE name = 'audit.seal'`);
  await until('two minutes were due', async () => (await passed()) >= 2, 150_000);
  const { rows } = await world.owner.query<{ name: string; due: string; made: string }>(
    `SELECT name, count(*) AS due, (SELECT count(*) FROM pgboss.job j WHERE j.name = d.name) AS made FROM job_due d GROUP BY 1 ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'audit.seal',
    'imports.clean',
    'lights.reckon',
    'month.end',
    'reminders.make',
    'scores.keep',
    'works.fold',
  ]);
  for (const { name, due, made } of rows) expect([name, made]).toEqual([name, due]);
  const ran = lines('job.done').map(({ job }) => job);
  expect(new Set(ran).size).toBe(ran.length);
}, 200_000);
