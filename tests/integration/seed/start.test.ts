import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { loadRulebooks, RULEBOOKS } from '@/prisma/seed/rulebooks';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { freshDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let owner: pg.Client;
beforeEach(async () => {
  database = await freshDatabase();
  owner = await connectOwner(database.ownerUrl);
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

const rows = async (sql: string) => (await owner.query(sql)).rows;

test('without the demonstration: the prefecture, its 11 units, the policy’s years and the current one, nobody yet', async () => {
  const said = await settle(owner, { embedded: true, demo: '0' });
  expect(said.join()).toContain('admin:create');
  expect(await rows('SELECT kind, count(*)::int AS n FROM unit GROUP BY 1 ORDER BY 1 DESC')).toEqual([
    { kind: 'prefecture', n: 1 },
    { kind: 'county', n: 11 },
  ]);
  expect(
    await rows(
      'SELECT target_share AS share, start_by::text AS start, complete_by::text AS complete FROM programme_year WHERE NOT current ORDER BY year',
    ),
  ).toEqual([
    { share: 30, start: '2020-02-29', complete: '2020-05-31' },
    { share: 70, start: '2020-02-29', complete: '2020-06-30' },
    { share: 100, start: '2021-02-28', complete: '2021-06-30' },
  ]);
  expect(await rows('SELECT count(*)::int AS n FROM programme_year WHERE current')).toEqual([{ n: 1 }]);
  expect(await rows('SELECT demonstration FROM installation')).toEqual([{ demonstration: false }]);
});

test('禄丰 was 禄丰县 532331 until 2021', async () => {
  await settle(owner, { embedded: false, demo: undefined });
  expect(
    await rows(
      "SELECT v.code, v.name, v.valid_to IS NULL AS now FROM unit_version v JOIN unit u ON u.id = v.unit_id WHERE u.code = '532302' ORDER BY v.valid_from",
    ),
  ).toEqual([
    { code: '532331', name: '禄丰县', now: false },
    { code: '532302', name: '禄丰市', now: true },
  ]);
  expect(
    await rows("SELECT name, approvers ->> 'feasibility' AS approves FROM unit WHERE code = '532300-KFQ'"),
  ).toEqual([{ name: '楚雄高新区', approves: '楚雄高新区经济发展局' }]);
});

test('another start changes nothing: not a name that people changed, not a date that they set', async () => {
  await settle(owner, { embedded: true, demo: '0' });
  await owner.query(
    "UPDATE unit SET name = '禄丰' WHERE code = '532302'; UPDATE programme_year SET complete_by = '2021-07-31' WHERE year = 2021",
  );
  const lines = await rows('SELECT max(id) AS last FROM audit_line');
  await settle(owner, { embedded: true, demo: undefined });
  expect(await rows("SELECT name FROM unit WHERE code = '532302'")).toEqual([{ name: '禄丰' }]);
  expect(await rows('SELECT complete_by::text AS day FROM programme_year WHERE year = 2021')).toEqual([
    { day: '2021-07-31' },
  ]);
  expect(await rows('SELECT max(id) AS last FROM audit_line')).toEqual(lines);
  expect(await rows('SELECT count(*)::int AS n FROM compound')).toEqual([{ n: 0 }]);
});

test('a start in a later year opens no programme year by itself', async () => {
  await settle(owner, { embedded: true, demo: '0' });
  await owner.query(`UPDATE anju_clock SET shift_ms = ${366 * 86_400_000}`);
  await settle(owner, { embedded: true, demo: '0' });
  expect(await rows('SELECT count(*)::int AS n FROM programme_year')).toEqual([{ n: 4 }]);
});

test('an external database gets no demonstration unless it is asked for', async () => {
  await settle(owner, { embedded: false, demo: undefined });
  expect(await rows('SELECT demonstration FROM installation')).toEqual([{ demonstration: false }]);
});

test('ANJU_DEMO=1 into a database that people use is refused, and changes nothing', async () => {
  await settle(owner, { embedded: true, demo: '0' });
  await owner.query(`INSERT INTO account (prefecture_id, unit_id, username, display_name, role)
    SELECT id, id, 'admin', '管理员', 'prefecture_bureau' FROM unit WHERE kind = 'prefecture'`);
  await expect(settle(owner, { embedded: true, demo: '1' })).rejects.toThrow(/只装入空的数据库/);
  expect(await rows('SELECT count(*)::int AS n FROM account')).toEqual([{ n: 1 }]);
});

test('two starts at once: one loads, the other finds it done', async () => {
  const other = await connectOwner(database.ownerUrl);
  try {
    await Promise.all([owner, other].map((client) => settle(client, { embedded: true, demo: '0' })));
    expect(await rows('SELECT count(*)::int AS n FROM unit')).toEqual([{ n: 12 }]);
  } finally {
    await other.end();
  }
});

test('a rule book version with another content is refused; a later version is added', async () => {
  await loadRulebooks(owner);
  const changed = { ...chuxiong2020, title: '另一份文件' };
  await expect(loadRulebooks(owner, [changed])).rejects.toThrow(/已装载的版本不再改动/);
  const later = { ...changed, version: '9999.1', effectiveFrom: calendarDateOf('2024-01-01') };
  const ids = await loadRulebooks(owner, [chuxiong2020, later]);
  expect(ids.size).toBe(2);
  expect(
    await rows("SELECT version_name AS version, content ->> 'title' AS title FROM rulebook_version ORDER BY 1"),
  ).toEqual([
    ...RULEBOOKS.map(({ version, title }) => ({ version, title })),
    { version: '9999.1', title: '另一份文件' },
  ]);
});
