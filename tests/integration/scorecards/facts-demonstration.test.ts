import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { scoreOf } from '@/lib/domain/scorecards/score';
import type { Actor } from '@/lib/server/actor';
import { pool } from '@/lib/server/db/pool';
import { withReader } from '@/lib/server/db/with-reader';
import { scoreFacts } from '@/lib/server/scorecards/facts';
import { actors } from '@/prisma/seed/demonstration/votes/stage';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { freshDatabase, type TestDatabase } from '../../support/database';

const AS_OF = '2026-11-20T10:00:00+08:00';

let database: TestDatabase;
let owner: pg.Client;
let counties: ScoreFacts[];

beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.appUrl;
  owner = await connectOwner(database.ownerUrl);
  await owner.query('UPDATE anju_clock SET shift_ms = (extract(epoch FROM $1::timestamptz - now()) * 1000)::bigint', [
    AS_OF,
  ]);
  await settle(owner, { embedded: true, demo: undefined });
  const people = await actors(owner);
  const bureau = people.get('zhou.zjj1') as Actor;
  counties = await withReader(bureau, (reader) => scoreFacts(reader, bureau, { year: 2020 }), { atOnce: true });
  const { writeFileSync } = await import('node:fs');
  const all: unknown[] = [];
  const { rows: years } = await owner.query('SELECT year, start_by::text, complete_by::text, current FROM programme_year');
  for (const { year } of years)
    all.push(await withReader(bureau, (reader) => scoreFacts(reader, bureau, { year }), { atOnce: true }));
  writeFileSync('/tmp/work/facts-demo.json', JSON.stringify({ years, all }, null, 1));
}, 240_000);
afterAll(async () => {
  await owner.end();
  await pool().end();
  await database.drop();
});
describe('x', () => { it('y', () => { for (const f of counties) { const s = scoreOf(f, chuxiong2020); console.log(f.county.name, f.projects.length, s.value); } expect(counties.length).toBe(11); }); });
