import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Head } from '@/lib/server/audit/verify/records';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { differences, guardsOf } from '@/lib/server/backup/catalogue';
import { sequencesOf } from '@/lib/server/backup/snapshot';
import { connect, tablesOf, tallyOf } from '@/lib/server/backup/tables';
import { freshDatabase } from '@/tests/support/database';
import { type EmptyDatabase, emptyDatabase, type Office, openOffice, restoreInto } from './support';

let office: Office;
let target: EmptyDatabase;
let file: string;
/** of the office, when the backup was made */
let then: Record<string, string>;
let sequences: unknown;
let heads: Head[];

beforeAll(async () => {
  office = await openOffice();
  target = await emptyDatabase();
  const made = await office.backUp();
  file = office.place.at('backups', made.name);
  then = Object.fromEntries(made.manifest.tables.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]));
  sequences = made.manifest.sequences;
  heads = made.manifest.heads;
});
afterAll(async () => {
  await target?.drop();
  await office?.world.end();
  office?.place.end();
});

async function on<T>(url: string, work: (client: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const everyRow = (url: string) =>
  on(url, async (client) => {
    const found: Record<string, string> = {};
    for (const table of await tablesOf(client)) {
      const { rows, sha256 } = await tallyOf(client, table);
      found[table.name] = `${rows} ${sha256}`;
    }
    return found;
  });

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The restore writes one act of its own: the line of the backup it came from is done, and the audit says who restored it. */
const ITS_OWN = ['audit_line', 'audit_pending', 'backup_run'];

test('is taken into an empty place: it says itself that it is whole', async () => {
  await restoreInto(target, file, office.place.at('elsewhere'));
});

test('every row of every table is as it was', async () => {
  const now = await everyRow(target.ownerUrl);
  expect(Object.keys(now)).toEqual(Object.keys(then));
  expect(
    Object.keys(now)
      .filter((table) => now[table] !== then[table])
      .sort(),
  ).toEqual(ITS_OWN);
  expect(Object.values(then).every((rows) => /^\d+ [0-9a-f]{64}$/.test(rows))).toBe(true);
});

test('no table of the database is left out: what the catalogue lists is in the backup, and it has rows to lose', async () => {
  const listed = await on(target.adminUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    ),
  );
  expect(Object.keys(then).filter((name) => !name.includes('.'))).toEqual(listed.rows.map(({ name }) => name));
  const empty = Object.entries(then).filter(([, rows]) => rows.startsWith('0 '));
  expect(empty.map(([name]) => name)).toEqual([]);
});

test('policies, forced row security, grants, triggers, keys and functions are those of a freshly migrated database', async () => {
  const fresh = await freshDatabase();
  const owner = (line: string) =>
    line.replaceAll(`${target.name}__owner`, '<owner>').replaceAll('anju_test__owner', '<owner>');
  const [was, is] = await Promise.all([on(fresh.ownerUrl, guardsOf), on(target.ownerUrl, guardsOf)]);
  await fresh.drop();
  expect(differences(was.map(owner).sort(), is.map(owner).sort())).toEqual([]);
  for (const word of ['policy ', 'grant ', 'trigger ', 'constraint ', 'index ', 'function ', 'forced true'])
    expect(is.filter((line) => line.includes(word)).length, word).toBeGreaterThan(20);
});

test.each([
  [
    'forced row security',
    'ALTER TABLE household NO FORCE ROW LEVEL SECURITY',
    'table household security true forced true',
  ],
  ['a grant', 'REVOKE SELECT ON compound FROM anju_app', 'grant compound anju_app SELECT'],
  ['a trigger that sleeps', 'ALTER TABLE unit DISABLE TRIGGER audit_update', 'audit_update'],
  ['a policy', 'DROP POLICY app_territory ON owner', 'policy owner app_territory'],
])('%s that is missing would be seen', async (_, damage, line) => {
  const seen = await on(target.ownerUrl, async (client) => {
    const was = await guardsOf(client);
    await client.query('BEGIN');
    await client.query(damage);
    const is = await guardsOf(client);
    await client.query('ROLLBACK');
    return differences(was, is);
  });
  expect(seen.join('\n')).toContain(line);
});

test('sequences go on where they stood: a new line gets a number that no line has', async () => {
  const stands = await on(target.ownerUrl, async (client) => {
    const { rows } = await client.query<{ next: string; last: string }>(
      `SELECT nextval('audit_line_id_seq')::text AS next, (SELECT max(id)::text FROM audit_line) AS last`,
    );
    return { ...rows[0], all: await sequencesOf(client) };
  });
  expect(BigInt(stands.next ?? 0)).toBe(BigInt(stands.last ?? 0) + 1n);
  expect(stands.all.map(({ name }) => name)).toEqual((sequences as { name: string }[]).map(({ name }) => name));
});

test('votes are counted once: chains, rolls and sums of the rounds are whole, and stand where the manifest says', async () => {
  const { problems, votes } = await verifyDatabase(target.verifierUrl, heads);
  expect(problems).toEqual([]);
  expect(votes).toBe(6);
  expect(heads.filter(({ chain }) => chain.startsWith('round:'))).toMatchObject([{ seq: 7, total: 6 }]);
});

test('work that waited in the queue still waits', async () => {
  const { rows } = await on(target.ownerUrl, (client) =>
    client.query(`SELECT name, state, data FROM pgboss.job WHERE name = 'file.thumbnail'`),
  );
  expect(rows).toEqual([{ name: 'file.thumbnail', state: 'created', data: { fileId: 'x' } }]);
});

test('files are there with their content, for their owner alone', () => {
  const [there, here] = [
    office.place.at('data', 'files', office.photo),
    office.place.at('elsewhere', 'files', office.photo),
  ];
  expect(hashOf(here)).toBe(hashOf(there));
  expect(statSync(here).mode & 0o077).toBe(0);
});

test('the audit says that it was restored, and from which backup', async () => {
  const { rows } = await on(target.ownerUrl, (client) =>
    client.query<{ actor: string; after: { file_name: string; status: string } }>(
      `SELECT actor, after FROM audit_line WHERE action = 'backup.restore'`,
    ),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    actor: '恢复 restore',
    after: { status: 'done', file_name: file.split('/').at(-1) },
  });
});

test('the application may serve it: no mark of a restore is left', async () => {
  const { rows } = await on(target.appUrl, (client) =>
    client.query(`SELECT to_regnamespace('anju_restoring') AS mark`),
  );
  expect(rows).toEqual([{ mark: null }]);
});
