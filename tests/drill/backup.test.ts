import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackupManifest } from '@/lib/domain/operations/backup-manifest';
import { differences, guardsOf } from '@/lib/server/backup/catalogue';
import { connect, tablesOf, tallyOf } from '@/lib/server/backup/tables';
import { verifyBackup } from '@/lib/server/backup/verify';
import { superviseBackups } from '@/scripts/supervise.mjs';
import { givePassword, PASSWORD } from '@/tests/support/sign-in';
import { openSession, type World } from '@/tests/support/world';
import { command } from './support/command';
import { type Drill, openDrill, type Served } from './support/drill';
import { between, LONG, pause, rounds, until } from './support/form';
import { backUp, type Machine, openMachine, settingsOf } from './support/office';
import { beginWriting, reckon, type Written } from './support/writers';

let drill: Drill & { world: World };
let server: Served;
let machine: Machine;
let cookie: string;
let username: string;
let file: string;
let manifest: BackupManifest;
/** acknowledged before the backup was asked for, and while it was being made */
let before: Written[];
let meanwhile: Written[];

const dir = () => path.join(drill.files, 'backups');
const crew = (label: string, of = server) => ({ client: () => of.client(cookie), world: drill.world, label });

/** A second connection as the owner, in whose hands a table makes the backup wait. */
async function holding<T>(table: string, work: (letGo: () => Promise<void>) => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: drill.database.ownerUrl });
  await holder.connect();
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  try {
    return await work(async () => void (await holder.query('ROLLBACK')));
  } finally {
    await holder.end();
  }
}

const waits = () =>
  until('the backup stands before the locked table', 30_000, async () => {
    const client = new pg.Client({ connectionString: drill.database.adminUrl });
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE usename LIKE '%\\_\\_backup' AND wait_event_type = 'Lock' AND datname = current_database()`,
    );
    await client.end();
    return rowCount === 1;
  });

async function uploadPhotograph(): Promise<void> {
  const { default: sharp } = await import('sharp');
  const rawBody = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();
  const headers = { 'x-file-name': 'a.png', 'content-type': 'application/octet-stream' };
  const answer = await server.client(cookie).ask('/api/v1/files?purpose=photo', { method: 'POST', rawBody, headers });
  expect(answer.status, answer.text).toBe(201);
}

beforeAll(async () => {
  drill = await openDrill();
  machine = await openMachine();
  server = await drill.serve();
  cookie = await openSession(drill.world.actors.lufengClerk.accountId);
  username = await givePassword(drill.world, 'lufengClerk');
  await uploadPhotograph();
});
afterAll(async () => {
  await drill?.end();
  machine?.end();
});

test('a backup is made while people write, none of whom waits for it', async () => {
  const early = beginWriting(crew('early'), 2);
  await pause(400);
  before = await early();
  await drill.world.owner.query('SELECT anju_audit_seal()');
  const stop = beginWriting(crew('meanwhile'), 4);
  const made = await holding('baseline_amendment', async (letGo) => {
    const { ended } = backUp(drill);
    await waits();
    await pause(rounds(1_500, 6_000));
    await letGo();
    return ended;
  });
  meanwhile = await stop();
  [file = ''] = readdirSync(dir()).map((name) => path.join(dir(), name));
  ({ manifest } = await verifyBackup(file, process.env.ANJU_COLUMN_KEY ?? ''));
  expect(made.output).toContain('read back whole');
  expect(made.output).toContain('secrets.json');
  expect(made.code).toBe(0);
  expect(before.length).toBeGreaterThan(0);
  expect(meanwhile.length).toBeGreaterThan(10);
});

test('npm run restore -- --check says that last night’s can be restored, and touches no database', async () => {
  const answer = await command('scripts/restore.mjs', ['--check', file], {
    ...settingsOf(drill),
    DATABASE_URL: undefined,
  }).ended;
  expect(answer.output).toContain('可以恢复 it can be restored');
  expect(answer.code).toBe(0);
});

test('a cut one is refused with a sentence, and nothing is made of the place it was meant for', async () => {
  const cut = path.join(drill.files, 'cut.tar.gz');
  const whole = readFileSync(file);
  writeFileSync(cut, whole.subarray(0, between(whole.length >> 2, whole.length - 1)));
  const answer = await machine.restore(cut, 'cut').ended;
  expect(answer.code).toBe(1);
  expect(answer.output).toContain('备份不完整');
  const tables = await machine.ask(`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`, 'cut');
  expect(tables).toEqual([]);
});

test('killed at any moment, a restore leaves a place that nobody serves, and the same command does it again', async () => {
  let half = 0;
  for (let round = 0; round < rounds(2, 20); round++) {
    const attempt = machine.restore(file);
    await Promise.race([until('it has begun', 30_000, async () => (await found()).marked), attempt.ended]);
    await pause(between(0, round === 0 ? 0 : 900));
    attempt.kill();
    await attempt.ended;
    // what it began ends with it, and so does the transaction
    await until('nobody is connected', 20_000, async () => (await connections('anju')) === 0);
    const { marked, people } = await found();
    // no row is confirmed before all is proved: people without the mark are a restore that had ended
    if (!marked) expect(people).toBeGreaterThan(0);
    half += marked ? 1 : 0;
    if (!marked) await machine.empty();
  }
  expect(half).toBeGreaterThan(0);
});

/** What stands in the place: bears it the mark, and is anybody in it. */
async function found(): Promise<{ marked: boolean; people: number }> {
  const sql = `SELECT to_regnamespace('anju_restoring') IS NOT NULL AS marked`;
  const [mark] = await machine.ask<{ marked: boolean }>(sql).catch(() => []);
  const [row] = await machine.ask<{ n: number }>('SELECT count(*)::int AS n FROM account').catch(() => []);
  return { marked: mark?.marked ?? false, people: row?.n ?? 0 };
}

const connections = async (database: string): Promise<number> => {
  const [row] = await machine.ask<{ open: number }>(
    `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = '${database}'`,
    'postgres',
  );
  return row?.open ?? 0;
};

test('it is restored into an empty database server with one command', async () => {
  const answer = await machine.restore(file).ended;
  console.log(answer.output.trim());
  expect(answer.code, answer.output).toBe(0);
  expect(await machine.ask(`SELECT to_regnamespace('anju_restoring') AS mark`)).toEqual([{ mark: null }]);
});

test('a second restore onto it is refused', async () => {
  const answer = await machine.restore(file).ended;
  expect(answer.code).toBe(1);
  expect(answer.output).toContain('恢复只能在空数据库上进行');
});

test('it is one moment: of what people wrote meanwhile each thing is there whole with its line and its key, or not at all', async () => {
  const rows = await machine.ask<{ name: string; lines: number; keys: number; totals: number }>(
    `SELECT c.name, (SELECT count(*)::int FROM audit_line l WHERE l.entity = 'compound' AND l.entity_id = c.id::text) AS lines,
       (SELECT count(*)::int FROM idempotency_key k WHERE k.key = regexp_replace(c.name, '^(.+?)(\\d+)路(\\d+)号院$', '\\1-\\2-\\3')) AS keys,
       (SELECT count(*)::int FROM compound_total t WHERE t.compound_id = c.id) AS totals
     FROM compound c WHERE c.name LIKE 'early%' OR c.name LIKE 'meanwhile%'`,
  );
  expect(rows.filter(({ lines, keys, totals }) => lines < 1 || keys !== 1 || totals !== 1)).toEqual([]);
  const names = new Set(rows.map(({ name }) => name));
  expect(before.filter(({ name }) => !names.has(name))).toEqual([]);
  // the snapshot stands in the middle of the writing: what came after its first moment is not in it
  expect(meanwhile.filter(({ name }) => !names.has(name)).length).toBeGreaterThan(5);
  const orphans = await machine.ask(
    `SELECT id FROM audit_line l WHERE entity = 'compound' AND NOT EXISTS (SELECT 1 FROM compound c WHERE c.id::text = l.entity_id)`,
  );
  expect(orphans).toEqual([]);
});

test('row digests, policies, grants, triggers, sequences and files are those of the backup', async () => {
  const [source, restored] = [await connect(drill.database.ownerUrl), await connect(machine.as('owner'))];
  const neutral = (lines: string[]) => lines.map((line) => line.replaceAll(/\w+__owner/g, '<owner>')).sort();
  const guards = differences(neutral(await guardsOf(source)), neutral(await guardsOf(restored)));
  expect(guards.slice(0, 10)).toEqual([]);
  const differ: string[] = [];
  const promised = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const table of await tablesOf(restored)) {
    const { sha256 } = await tallyOf(restored, table);
    if (sha256 !== promised.get(table.name)?.sha256) differ.push(table.name);
  }
  // its own act, and the queue, whose rows go in by another way
  expect(differ.filter((name) => name !== 'pgboss.job')).toEqual(['audit_line', 'audit_pending', 'backup_run']);
  for (const { name, last } of manifest.sequences) {
    const [row] = (await restored.query<{ last: string }>(`SELECT last_value::text AS last FROM "${name}"`)).rows;
    expect(BigInt(row?.last ?? 0)).toBeGreaterThanOrEqual(BigInt(last));
  }
  const { rows: files } = await restored.query<{ key: string }>('SELECT storage_key AS key FROM stored_file');
  await Promise.all([source.end(), restored.end()]);
  expect(files.length).toBeGreaterThan(0);
  for (const { key } of files) {
    const content = readFileSync(path.join(machine.dataDir, 'files', key));
    expect(createHash('sha256').update(content).digest('hex')).toBe(key.slice(3));
  }
});

test('the audit is whole and its heads are those of the backup', async () => {
  const heads = path.join(drill.files, 'heads.json');
  writeFileSync(heads, JSON.stringify(manifest.heads));
  const env = { ANJU_VERIFIER_URL: machine.as('verifier') };
  const answer = await command('scripts/audit-verify.ts', ['--heads', heads], env).ended;
  expect(answer.output).toContain('完整，没有改动');
  expect(answer.code).toBe(0);
});

test('the restored application serves: a person signs in, and what is written gets numbers that nobody has', async () => {
  const env = { DATABASE_URL: machine.as('app'), ANJU_DATA_DIR: machine.dataDir };
  const other = await drill.serve({ env });
  const person = other.client();
  const entered = await person.signIn(username, PASSWORD);
  expect(entered.status, entered.text).toBe(200);
  const ready = JSON.parse((await other.client().ask('/api/health/ready')).text);
  expect(ready.faults).toEqual([]);
  const owner = new pg.Client({ connectionString: machine.as('owner') });
  await owner.connect();
  const there = { client: () => person, world: { ...drill.world, owner }, label: 'after' };
  const stop = beginWriting(there, 3);
  await pause(600);
  const found = await reckon(there, await stop());
  await owner.end();
  expect(found).toMatchObject({ lost: [], twice: [], changed: [] });
  expect(found.acknowledged).toBeGreaterThan(0);
  await other.stop();
});

test('the nightly one that was missed is made after the start, once, however many processes look', async () => {
  const owner = drill.world.owner;
  const scheduled = () =>
    owner.query(`SELECT status, file_name FROM backup_run WHERE kind = 'scheduled' ORDER BY started_at`);
  await owner.query(`UPDATE anju_clock SET shift_ms = 2 * 86400000`);
  const env = { ...process.env, ...settingsOf(drill), ANJU_BACKUP_LOOK_MS: '300' };
  const kept = [superviseBackups(env), superviseBackups(env)];
  await until('the nightly backup', 60_000, async () => (await scheduled()).rows[0]?.status === 'done');
  await pause(2_000);
  const { rows } = await scheduled();
  for (const one of kept) await one?.stop();
  await owner.query('UPDATE anju_clock SET shift_ms = 0');
  expect(rows).toHaveLength(1);
  expect(readdirSync(dir())).toContain(rows[0].file_name);
});

test('killed in the middle, a backup leaves no file that could be taken for one, and the next says what became of it', async () => {
  const whole = readdirSync(dir()).filter((name) => name.startsWith('anju-'));
  for (let round = 0; round < rounds(1, 6); round++) {
    await holding('household', async () => {
      const attempt = backUp(drill);
      await waits();
      if (LONG) await pause(between(0, 500));
      attempt.kill();
      await attempt.ended;
    });
    expect(readdirSync(dir()).filter((name) => name.startsWith('anju-'))).toEqual(whole);
  }
  const to = path.join(drill.files, 'another-disk');
  const next = await until('its connection is gone', 20_000, async () => {
    const answer = await backUp(drill, ['--to', to]).ended;
    return answer.output.includes('另一个备份正在进行') ? null : answer;
  });
  expect(next.code, next.output).toBe(0);
  const { rows } = await drill.world.owner.query(
    `SELECT status, note FROM backup_run WHERE kind = 'manual' ORDER BY started_at DESC, id DESC LIMIT 2`,
  );
  expect(rows).toEqual([
    { status: 'done', note: null },
    { status: 'failed', note: expect.stringContaining('中途被终止') },
  ]);
  rmSync(to, { recursive: true });
});
