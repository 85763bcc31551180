import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as compounds from '@/app/api/v1/compounds/route';
import { sender } from '@/lib/server/jobs/boss';
import { createFront } from '@/scripts/serve-front.mjs';
import { ALL, CANARIES, found, listen } from '../../support/canary';
import { type EveryOperation, isWrite, operations } from '../../support/every/operations';
import { type Change, type Example, send } from '../../support/every/request';
import { homeSide, type Side } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { placesIn, valueAt, withAt } from '../../support/every/strange';
import { Browser, givePassword } from '../../support/sign-in';
import { startWorker, until } from '../../support/workers';
import { type Called, makeWorld, type World } from '../../support/world';
import { EXAMPLES } from '../walls/examples';

vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** What is planted in requests, files and rows comes out of no log, whatever goes wrong over it. */
let world: World;
let stage: Stage;
let home: Side;

/** Tables in which a canary makes the database complain loudly: with the whole row, as PostgreSQL does. */
const LOUD = [
  'compound',
  'building',
  'household',
  'owner',
  'account',
  'unit',
  'stored_file',
  'import_batch',
  'draft',
  'survey_campaign',
];

beforeAll(async () => {
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  stage = new Stage(world, rows[0]?.day ?? '');
  home = homeSide(world);
  await world.owner.query(`CREATE FUNCTION cry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF new::text LIKE '%${CANARIES.reason}%' OR new::text LIKE '%${CANARIES.name}%' OR new::text LIKE '%${CANARIES.file}%' THEN
      RAISE EXCEPTION 'row % is refused', new USING DETAIL = new::text, HINT = new::text; END IF;
    RETURN new; END $$`);
  for (const table of LOUD)
    await world.owner.query(
      `CREATE TRIGGER cry BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION cry()`,
    );
});
afterAll(() => world.end());

const HEADERS = {
  'user-agent': ALL.replace(/[^\x20-\x7e]/g, '?'),
  referer: `http://127.0.0.1:3000/compounds?q=${encodeURIComponent(CANARIES.search)}`,
  'x-request-id': CANARIES.phone,
};

/** The valid request with canaries in every text of its body, one by one and all at once; in its query; as no JSON at all. */
function planted(op: EveryOperation, example: Example): Change[] {
  const search = `q=${encodeURIComponent(CANARIES.search)}&county=${encodeURIComponent(CANARIES.name)}`;
  const changes: Change[] = [
    { query: search },
    { params: Object.fromEntries(Object.keys(example.params ?? {}).map((key) => [key, CANARIES.phone])) },
    // by itself: a token that nobody made ends the request at the gate, and nothing behind it would be reached
    { headers: { authorization: `Bearer ${CANARIES.token}` } },
  ];
  if (!isWrite(op)) return changes;
  const texts = placesIn(example.body).filter((path) => typeof valueAt(example.body, path) === 'string');
  const every = texts.reduce((body, path) => withAt(body, path, CANARIES.name), example.body as unknown);
  return [
    ...changes,
    ...texts.map((path) => ({ body: withAt(example.body, path, CANARIES.reason) })),
    ...(texts.length > 0 ? [{ body: every }] : []),
    { body: { ...example.body, [CANARIES.name]: ALL } },
    { rawBody: `{"name": "${ALL}", `, headers: { 'content-type': 'application/json' } },
    { headers: { 'x-file-name': encodeURIComponent(`${CANARIES.file}.xlsx`), 'idempotency-key': CANARIES.token } },
  ];
}

/** A fault, or what the database refused: no answer of these may say what was in the row. Secrets stand in no answer at all. */
function told(answer: Called): string[] {
  // the front makes the request's number itself; here it is what was sent
  const text = JSON.stringify({ ...(answer.json as object | null), requestId: '' });
  const code = (answer.json as { code?: string } | null)?.code ?? '';
  const ofDatabase =
    answer.status >= 500 ||
    ['already_exists', 'reference_missing', 'out_of_range', 'unstorable_text', 'busy_retry'].includes(code);
  const secrets = [CANARIES.password, CANARIES.token].filter((secret) => text.includes(secret));
  return ofDatabase ? found(text) : secrets;
}

describe('handlers', () => {
  test('of every operation, with canaries in its body, query, path and headers', async () => {
    const ears = listen();
    const wrong: string[] = [];
    let faults = 0;
    try {
      for (const op of operations) {
        const example = await EXAMPLES[op.name]?.(stage, home);
        if (!example) throw new Error(`no example of ${op.name}`);
        for (const change of planted(op, example)) {
          const answer = await send(world, op, example, { ...change, headers: { ...HEADERS, ...change.headers } });
          if (answer.status >= 500) faults += 1;
          wrong.push(...told(answer).map((canary) => `${op.name} answered ${canary}`));
        }
      }
    } finally {
      ears.stop();
    }
    expect(wrong).toEqual([]);
    expect(found(ears.said())).toEqual([]);
    // the database did cry, and the log says so
    expect(faults).toBeGreaterThan(10);
    expect(ears.lines().filter(({ event, code }) => event === 'route.fault' && code === 'P0001').length).toBe(faults);
  }, 240_000);

  test('of signing in, with a name and a password that nobody has, and with those that somebody has', async () => {
    const username = await givePassword(world, 'lufengFinance', CANARIES.password);
    const ears = listen();
    try {
      await new Browser().signIn(CANARIES.name, CANARIES.password);
      await new Browser().signIn(username, CANARIES.password);
      await new Browser().signIn(CANARIES.phone, CANARIES.token, { callbackUrl: `/compounds?q=${CANARIES.search}` });
    } finally {
      ears.stop();
    }
    expect(found(ears.said())).toEqual([]);
  });
});

test('the access line of the front says who, which unit, which route; not what was asked for', async () => {
  const front = createFront(
    async (req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => {
      const headers = new Headers(
        Object.entries(req.headers).map(([name, value]) => [name, String(value)] as [string, string]),
      );
      const answer = await compounds.GET(new Request(`http://127.0.0.1${req.url}`, { headers }), {
        params: Promise.resolve({}),
      });
      res.writeHead(answer.status).end(await answer.text());
    },
    { accessLog: true },
  );
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port } = front.address() as AddressInfo;
  const cookie = await world.signIn('lufengClerk');
  const ears = listen();
  try {
    const at = `http://127.0.0.1:${port}/api/v1/compounds?q=${encodeURIComponent(CANARIES.search)}`;
    await (await fetch(at, { headers: { cookie, 'x-anju-note': CANARIES.token } })).text();
    await (await fetch(`http://127.0.0.1:${port}/${CANARIES.phone}/${encodeURIComponent(CANARIES.name)}`)).text();
    await until('both lines', () => ears.lines().length >= 2);
  } finally {
    ears.stop();
    front.close();
  }
  expect(found(ears.said())).toEqual([]);
  const { accountId, unit } = world.actors.lufengClerk;
  expect(ears.lines()[0]).toMatchObject({
    event: 'request',
    level: 'info',
    actor: accountId,
    unit: unit.id,
    method: 'GET',
    route: '/api/v1/compounds',
    status: 200,
    requestId: expect.any(String),
    ms: expect.any(Number),
  });
  expect(ears.lines()[1]).toMatchObject({ route: '/[unknown]' });
});

test('a worker whose jobs fail over rows and files with canaries: neither its log nor what the queue keeps', async () => {
  const clerk = world.actors.lufengClerk.accountId;
  const { rows } = await world.owner.query<{ id: string }>(
    `WITH f AS (INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, uploaded_by)
       VALUES ($1, $2, 'import', '表.xlsx', 'x', 1, repeat('0', 64), '00/' || repeat('0', 64), $3) RETURNING id)
     INSERT INTO import_batch (county_id, created_by, kind, status, file_id, file_name) SELECT $2, $3, 'template', 'uploaded', id, '表.xlsx' FROM f RETURNING id`,
    [world.prefectureId, world.lufeng.id, clerk],
  );
  // every touch of the batch by the worker cries with the whole row
  await world.owner.query(`ALTER TABLE import_batch DISABLE TRIGGER cry`);
  await world.owner.query(`UPDATE import_batch SET file_name = $1 WHERE id = $2`, [
    `${CANARIES.file}.xlsx`,
    rows[0]?.id,
  ]);
  await world.owner.query(`ALTER TABLE import_batch ENABLE TRIGGER cry`);
  const ids = [
    await sender().send('import.read', { batchId: rows[0]?.id, accountId: clerk }, { retryLimit: 1, retryDelay: 0 }),
    await sender().send('export.make', { exportId: CANARIES.phone, accountId: CANARIES.token }, { retryLimit: 0 }),
    await sender().send('file.thumbnail', { fileId: CANARIES.name }, { retryLimit: 0 }),
  ];
  const worker = startWorker();
  try {
    const over = `SELECT count(*)::int AS n FROM pgboss.job WHERE id = ANY ($1) AND state = 'failed'`;
    await until('all failed', async () => (await world.owner.query<{ n: number }>(over, [ids])).rows[0]?.n === 3);
    await until(
      'all said',
      () => worker.lines().filter(({ event, last }) => event === 'job.failed' && last).length >= 3,
    );
  } finally {
    await worker.kill('SIGTERM');
  }
  expect(found(worker.said())).toEqual([]);
  const failed = worker.lines().filter(({ event }) => event === 'job.failed');
  expect(failed[0]).toMatchObject({
    level: 'error',
    job: expect.any(String),
    name: expect.any(String),
    try: 1,
    error: expect.any(String),
  });
  const kept = await world.owner.query<{ text: string }>(
    `SELECT string_agg(output::text, ' ') AS text FROM pgboss.job WHERE id = ANY ($1)`,
    [ids],
  );
  expect(found(kept.rows[0]?.text ?? '')).toEqual([]);
}, 200_000);
