import { readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase, verifyFile } from '@/lib/server/audit/verify/verify';
import { withActor } from '@/lib/server/db/with-actor';
import { makeWorld, type World } from '../../support/world';

let world: World;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  admin = new pg.Client({ connectionString: world.database.adminUrl });
  await admin.connect();
  await write();
  await sealAudit();
  await write();
  await sealAudit();
});
afterAll(async () => {
  await admin.end();
  await world.end();
});

/** Each person changes something of their own: lines in the chains of two counties and of the prefecture. */
async function write() {
  for (const person of ['lufengClerk', 'shuangbaiClerk', 'prefectureBureau'] as const) {
    const actor = world.actors[person];
    await withActor(
      actor,
      (tx) =>
        tx.$executeRaw`UPDATE account SET locale = CASE locale WHEN 'en' THEN 'zh-CN' ELSE 'en' END WHERE id = ${actor.accountId}::uuid`,
    );
  }
}
const verify = (earlier?: Parameters<typeof verifyDatabase>[1]) => verifyDatabase(world.database.verifierUrl, earlier);
const kinds = async () => [...new Set((await verify()).problems.map(({ kind }) => kind))];

/** As the superuser, with the guards off: what an intruder with every right can do; put back afterwards. */
async function tampered(sql: string[], look: () => Promise<void>, { rowsOf = 'audit_line' } = {}) {
  await admin.query('BEGIN');
  await admin.query(`CREATE TABLE IF NOT EXISTS pg_temp.kept AS SELECT * FROM ${rowsOf}`);
  await admin.query('COMMIT');
  const tables = ['audit_line', 'audit_seal', 'audit_sealed_line'];
  const guards = (what: string) => tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`).join(';');
  await admin.query(guards('DISABLE'));
  for (const statement of sql) await admin.query(statement);
  await admin.query(guards('ENABLE'));
  try {
    await look();
  } finally {
    await admin.query(guards('DISABLE'));
    await admin.query(
      `DELETE FROM ${rowsOf}; INSERT INTO ${rowsOf} OVERRIDING SYSTEM VALUE SELECT * FROM pg_temp.kept; DROP TABLE pg_temp.kept`,
    );
    await admin.query(guards('ENABLE'));
  }
}

describe('what is whole', () => {
  test('is found whole, and says how much was checked', async () => {
    const verdict = await verify();
    expect(verdict.problems).toEqual([]);
    expect(verdict.lines).toBeGreaterThanOrEqual(6);
    expect(verdict.heads).toHaveLength(3);
    expect(verdict.heads.reduce((sum, { total }) => sum + total, 0)).toBe(verdict.lines);
  });

  test('lines not sealed yet are counted and are no fault', async () => {
    await write();
    const before = await verify();
    expect(before.unsealed).toBe(3);
    expect(before.problems).toEqual([]);
    await sealAudit();
    expect((await verify()).unsealed).toBe(0);
  });

  test('heads exported earlier still hold when more was added', async () => {
    const { heads } = await verify();
    await write();
    await sealAudit();
    expect((await verify(heads)).problems).toEqual([]);
  });
});

describe('an intruder with every right', () => {
  test('altering a line', async () => {
    await tampered(
      [`UPDATE audit_line SET reason = '补记' WHERE id = (SELECT min(id) + 1 FROM audit_line)`],
      async () => {
        const { problems } = await verify();
        const { rows } = await admin.query('SELECT (min(id) + 1)::text AS id FROM audit_line');
        expect(problems).toMatchObject([{ kind: 'line_altered', line: rows[0].id }]);
      },
    );
    expect(await kinds()).toEqual([]);
  });

  test('deleting a line', async () => {
    await tampered(['DELETE FROM audit_line WHERE id = (SELECT max(id) - 2 FROM audit_line)'], async () => {
      expect(await kinds()).toEqual(['line_missing']);
    });
  });

  test('altering a line and its hash', async () => {
    const forged = [
      `UPDATE audit_sealed_line SET hash = repeat('0', 64) WHERE line_id = (SELECT min(line_id) FROM audit_sealed_line)`,
    ];
    await tampered(forged, async () => expect(await kinds()).toEqual(['line_altered', 'seal_broken']), {
      rowsOf: 'audit_sealed_line',
    });
  });

  test('deleting the last seal of a chain', async () => {
    const last = `DELETE FROM audit_seal s WHERE chain LIKE 'prefecture:%' AND seq = (SELECT max(seq) FROM audit_seal WHERE chain = s.chain)`;
    const { heads } = await verify();
    await tampered(
      [last],
      async () => {
        expect(await kinds()).toEqual(['orphan_lines']);
        const compared = await verify(heads);
        expect(compared.problems.map(({ kind }) => kind)).toEqual(['chain_shorter', 'orphan_lines']);
      },
      { rowsOf: 'audit_seal' },
    );
  });

  test('deleting a seal in the middle', async () => {
    const middle = `DELETE FROM audit_seal WHERE chain LIKE 'prefecture:%' AND seq = 1`;
    await tampered([middle], async () => expect(await kinds()).toContain('seal_missing'), { rowsOf: 'audit_seal' });
  });

  test('another first record', async () => {
    const forged = `UPDATE audit_seal SET hash = repeat('a', 64) WHERE seq = 0`;
    await tampered([forged], async () => expect(await kinds()).toContain('first_record'), { rowsOf: 'audit_seal' });
  });

  test('taking a line off every list', async () => {
    await write();
    await admin.query('DELETE FROM audit_pending');
    expect(await kinds()).toEqual(['unaccounted_lines']);
    await admin.query(`INSERT INTO audit_pending (chain, line_id, county_id, prefecture_id)
      SELECT anju_chain(county_id, prefecture_id), id, county_id, prefecture_id FROM audit_line l
      WHERE NOT EXISTS (SELECT 1 FROM audit_sealed_line h WHERE h.line_id = l.id)`);
    await sealAudit();
    expect(await kinds()).toEqual([]);
  });

  test.each([
    [
      'ALTER TABLE compound DISABLE TRIGGER audit_update',
      'ALTER TABLE compound ENABLE TRIGGER audit_update',
      'trigger_disabled',
    ],
    ['ALTER TABLE audit_line DISABLE TRIGGER USER', 'ALTER TABLE audit_line ENABLE TRIGGER USER', 'trigger_disabled'],
    [
      'ALTER TRIGGER kept_for_good ON audit_seal RENAME TO x',
      'ALTER TRIGGER x ON audit_seal RENAME TO kept_for_good',
      'trigger_missing',
    ],
    ['ALTER TABLE owner NO FORCE ROW LEVEL SECURITY', 'ALTER TABLE owner FORCE ROW LEVEL SECURITY', 'row_security'],
  ])('%s', async (breaking, mending, kind) => {
    await admin.query(breaking);
    expect(await kinds()).toEqual([kind]);
    await admin.query(mending);
    expect(await kinds()).toEqual([]);
  });

  test('a checker that sees nothing fails', async () => {
    const verdict = await verifyDatabase(world.database.appUrl).catch((error: Error) => error.message);
    // the app's role without an actor sees no line: never a green light
    expect(JSON.stringify(verdict)).toMatch(/nothing_checked|permission denied/);
  });
});

describe('an exported file', () => {
  const file = path.join(os.tmpdir(), `anju-audit-${process.pid}.ndjson`);
  const lines: string[] = [];
  beforeAll(async () => {
    await verifyDatabase(world.database.verifierUrl, [], async (line) => {
      lines.push(line);
    });
  });
  afterAll(() => rm(file, { force: true }));
  const check = async (content: string[], earlier?: Parameters<typeof verifyFile>[1]) => {
    await writeFile(file, content.map((line) => `${line}\n`).join(''));
    return verifyFile(file, earlier);
  };

  test('is checked without the database', async () => {
    const verdict = await check(lines);
    expect(verdict.problems).toEqual([]);
    expect(verdict.lines).toBe((await verify()).lines);
    expect((await check(lines, verdict.heads)).problems).toEqual([]);
    expect(await readFile(file, 'utf8')).toContain('"record":"closing"');
  });

  test('cut off, altered or shuffled is found', async () => {
    const at = lines.findIndex((line) => line.includes('"record":"line"'));
    const found = async (content: string[]) => (await check(content)).problems.map(({ kind }) => kind);
    expect(await found(lines.slice(0, -1))).toContain('closing_missing');
    expect(await found(lines.slice(0, at))).toContain('nothing_checked');
    expect(await found(lines.filter((_, index) => index !== at))).toEqual(
      expect.arrayContaining(['seal_broken', 'closing_differs']),
    );
    expect(await found(lines.with(at, (lines[at] ?? '').replace('.insert', '.update')))).toContain('line_altered');
    expect(await found([...lines, 'x'])).toContain('unreadable');
    expect(await found([])).toEqual(['nothing_checked']);
  });
});
