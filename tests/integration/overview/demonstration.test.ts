import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '@/lib/domain/overview/answers';
import type { Actor } from '@/lib/server/actor';
import { pool } from '@/lib/server/db/pool';
import { keepScores } from '@/lib/server/overview/keep';
import { overview } from '@/lib/server/overview/queries';
import { actors } from '@/prisma/seed/demonstration/votes/stage';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { freshDatabase, type TestDatabase } from '../../support/database';

const AS_OF = '2026-11-20T10:00:00+08:00';
let database: TestDatabase;
let owner: pg.Client;
let people: Map<string, Actor>;

beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.appUrl;
  owner = await connectOwner(database.ownerUrl);
  await owner.query('UPDATE anju_clock SET shift_ms = (extract(epoch FROM $1::timestamptz - now()) * 1000)::bigint', [
    AS_OF,
  ]);
  await settle(owner, { embedded: true, demo: undefined });
  people = await actors(owner);
}, 240_000);
afterAll(async () => {
  await owner.end();
  await pool().end();
  await database.drop();
});

describe('演示数据', () => {
  it('看一看', async () => {
    await keepScores();
    const t0 = performance.now();
    const answer = await overview(people.get('zhou.zjj1') as Actor, {});
    console.log(performance.now() - t0, JSON.stringify(answer, null, 1));
    const { rows } =
      await owner.query(`WITH r AS (SELECT county_id, programme_year_id, figure, key, sum(n) n, sum(households) h, sum(floor_area) f FROM works_reckoned(ARRAY(SELECT id FROM project), 'infinity') GROUP BY 1,2,3,4),
     k AS (SELECT county_id, programme_year_id, figure, key, sum(n) n, sum(households) h, sum(floor_area) f FROM works_line WHERE figure <> 'vote' GROUP BY 1,2,3,4)
     SELECT * FROM r FULL JOIN k USING (county_id, programme_year_id, figure, key) WHERE (coalesce(r.n,0), coalesce(r.h,0), coalesce(r.f,0)) <> (coalesce(k.n,0), coalesce(k.h,0), coalesce(k.f,0))`);
    console.log(rows.length, JSON.stringify(rows.slice(0, 10)));
    const c = await owner.query(
      'SELECT count(*), count(DISTINCT (county_id, programme_year_id, figure, key)) d FROM works_line',
    );
    console.log(c.rows);
    const old = await overview(people.get('zhou.zjj1') as Actor, { asOf: '2026-08' as never });
    console.log('OLD', JSON.stringify(old).slice(0, 3000));
    expect(answer.ok).toBe(true);
    const value = (answer as { value: Overview }).value;
    expect(value.units).toHaveLength(11);
  });
});
