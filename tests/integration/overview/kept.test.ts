import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { monthEndProblems, worksProblems } from '@/lib/server/audit/verify/works';
import { foldWorks, keepMonthEnd } from '@/lib/server/overview/keep';
import { overview } from '@/lib/server/overview/queries';
import { projectAt, type StageProject } from '../../support/stage-project';
import { tampered } from '../../support/tampering';
import { makeWorld, type World } from '../../support/world';
import { drawing } from '../funds/random';
import { itIs } from '../warnings/random';

let world: World;
let verifier: pg.Client;
let projects: StageProject[];

beforeAll(async () => {
  world = await makeWorld();
  verifier = new pg.Client({ connectionString: world.database.verifierUrl });
  await verifier.connect();
  await itIs(world, '2020-03-10');
  projects = [];
  for (const stage of [2, 4, 8, 8, 9, 10]) projects.push(await projectAt(world, stage));
}, 120_000);
afterAll(async () => {
  await verifier.end();
  await world.end();
});

const clerk = () => world.actors.lufengClerk;
const figures = async () => {
  const answer = await overview(world.actors.prefectureLeader, { year: 2020 });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};

/** One fact by chance, of every kind that the figures rest on. What the database refuses is passed over. */
function steps(draw: (below: number) => number): (() => Promise<unknown>)[] {
  const project = projects[draw(projects.length)] as StageProject;
  const day = `2020-0${2 + draw(7)}-${10 + draw(19)}`;
  const sql = (text: string, ...more: unknown[]) => world.owner.query(text, [project.id, ...more]);
  const received = `($2::date + interval '10 hours') AT TIME ZONE 'Asia/Shanghai'`;
  const milestone = (kind: string, compound: string) =>
    sql(
      `INSERT INTO milestone (project_id, county_id, compound_id, kind, actual_on, stated_on, first_received_at, received_at, status, reported_by)
       SELECT id, county_id, ${compound}, '${kind}', $2, $2, ${received}, ${received}, 'submitted', $3 FROM project p WHERE id = $1 ON CONFLICT DO NOTHING`,
      ...[day, clerk().accountId],
    );
  const own = '(SELECT c.compound_id FROM project_compound c WHERE c.project_id = p.id LIMIT 1)';
  const [item = ''] = [['B-R01', 'C-R07'][draw(2)]];
  return [
    () => milestone('start', 'NULL'),
    () => milestone('start', own),
    () => milestone('completion', own),
    () => milestone('completion', 'NULL'),
    () =>
      sql(
        `UPDATE milestone SET status = 'accepted', accepted_at = anju_now(), decided_by = reported_by WHERE project_id = $1 AND status = 'submitted'`,
      ),
    () =>
      sql(
        `UPDATE milestone SET status = 'returned', remark = '重报', material = true, first_received_at = NULL, decided_by = reported_by WHERE project_id = $1 AND status = 'submitted'`,
      ),
    () =>
      sql(
        `INSERT INTO item_completion (project_id, county_id, compound_id, building_id, item, completed_on, reported_by)
         SELECT p.id, p.county_id, $2, CASE WHEN $3 LIKE 'B%' THEN $4::uuid END, $3, $5, $6 FROM project p WHERE p.id = $1`,
        ...[project.compoundId, item, project.buildingId, day, clerk().accountId],
      ),
    () =>
      sql(
        `UPDATE item_completion SET retired_at = anju_now(), retired_reason = '返工' WHERE project_id = $1 AND retired_at IS NULL AND item = $2`,
        item,
      ),
    () =>
      sql(
        `INSERT INTO compound_have (compound_id, have, county_id, attested, attested_by) SELECT $2, $3, p.county_id, true, $4 FROM project p WHERE p.id = $1
         ON CONFLICT (compound_id, have) DO UPDATE SET attested = NOT compound_have.attested`,
        ...[project.compoundId, chuxiong2020.sixHaves[draw(6)]?.code, clerk().accountId],
      ),
    () => sql(`UPDATE project SET stage = least(stage + 1, 11) WHERE id = $1`),
    () => sql(`UPDATE project SET stage = greatest(stage - 1, 1) WHERE id = $1`),
    () =>
      sql(
        `UPDATE project_stage SET status = 'completed', received_at = ${received}, accepted_at = ${received} WHERE project_id = $1 AND stage = $3`,
        day,
        8 + draw(2),
      ),
    () => sql(`UPDATE project_compound SET live = NOT live WHERE project_id = $1`),
    // for good: rarely
    () => (draw(4) ? Promise.resolve() : sql(`UPDATE project SET status = 'withdrawn' WHERE id = $1`)),
    () =>
      sql(
        `UPDATE compound_total SET households = households + $2, floor_area = floor_area + 12345 WHERE compound_id = $3 AND $1::uuid IS NOT NULL`,
        1 + draw(5),
        project.compoundId,
      ),
    () =>
      world.owner.query(
        `UPDATE programme_year SET complete_by = '2020-06-30'::date + $1::int, start_by = '2020-02-20'::date + $1::int WHERE year = 2020`,
        [draw(40)],
      ),
    () => foldWorks(),
  ];
}

describe('what is kept is what the rule says, whatever was recorded', () => {
  const seen = new Set<string>();
  test.each([1, 2, 3, 4, 5, 6])('after facts by chance, seed %i', async (seed) => {
    for (const stage of [8, 8, 9]) projects.push(await projectAt(world, stage));
    const draw = drawing(seed * 7_919);
    for (let at = 0; at < 40; at++) {
      const all = steps(draw);
      await all[draw(all.length)]?.().catch((error: { code?: string }) => {
        if (!/^(23|42501|P0001)/.test(error.code ?? '')) throw error;
      });
    }
    expect(await worksProblems(verifier)).toEqual([]);
    const { completion, items, haves } = await figures();
    seen.add(JSON.stringify([completion.ofYear, items, haves]));
  });

  test('and they were not all the same', () => {
    expect(seen.size).toBe(6);
  });

  test('two who record in one project at once: both count', async () => {
    const project = await projectAt(world, 8);
    const done = (item: string, building: string | null) => async (client: pg.Client) => {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO item_completion (project_id, county_id, compound_id, building_id, item, completed_on, reported_by) VALUES ($1, $2, $3, $4, $5, '2020-03-09', $6)`,
        [project.id, world.lufeng.id, project.compoundId, building, item, clerk().accountId],
      );
      await new Promise((resolve) => setImmediate(resolve));
      await client.query('COMMIT');
    };
    const clients = [0, 1].map(() => new pg.Client({ connectionString: world.database.ownerUrl }));
    await Promise.all(clients.map((client) => client.connect()));
    const [one, two] = clients as [pg.Client, pg.Client];
    await Promise.all([done('B-R01', project.buildingId)(one), done('C-R07', null)(two)]);
    await Promise.all(clients.map((client) => client.end()));
    expect(await worksProblems(verifier)).toEqual([]);
  });

  test('a figure that somebody wrote into the database is found by audit:verify', async () => {
    await tampered(
      world.database.adminUrl,
      'works_line',
      `UPDATE works_line SET n = n + 1 WHERE figure = 'compounds'`,
      async () => {
        expect(await worksProblems(verifier)).toContainEqual({
          kind: 'works',
          detail: expect.stringContaining('compounds'),
        });
      },
    );
  });
});

describe('月末留存', () => {
  const kept = async () =>
    (
      await world.owner.query<{ month: string; n: number }>(
        `SELECT to_char(month, 'YYYY-MM') AS month, count(*)::int AS n FROM month_end GROUP BY 1 ORDER BY 1`,
      )
    ).rows;

  test('once, however often and by however many it is asked; a server that slept keeps it when it wakes', async () => {
    await itIs(world, '2020-06-03');
    await Promise.all([keepMonthEnd(), keepMonthEnd()]);
    await keepMonthEnd();
    expect(await kept()).toEqual([{ month: '2020-05', n: 2 }]);
    const then = await overview(world.actors.prefectureLeader, { year: 2020, asOf: '2020-05' as ReportMonth });
    // it says when it was written down: the third of June
    expect(then).toMatchObject({
      ok: true,
      value: { month: '2020-05', asOf: expect.stringMatching(/^2020-06-03T01:/) },
    });
  });

  test('what happens afterwards does not move it', async () => {
    const before = await overview(world.actors.lufengLeader, { year: 2020, asOf: '2020-05' as ReportMonth });
    const more = await projectAt(world, 8);
    await world.owner.query(
      `INSERT INTO milestone (project_id, county_id, kind, actual_on, stated_on, first_received_at, received_at, accepted_at, status, reported_by, decided_by) VALUES ($1, $2, 'completion', '2020-05-20', '2020-05-20', '2020-05-20T02:00Z', '2020-05-20T02:00Z', '2020-05-21T02:00Z', 'accepted', $3, $4)`,
      [more.id, world.lufeng.id, clerk().accountId, world.actors.prefectureBureau.accountId],
    );
    const after = await overview(world.actors.lufengLeader, { year: 2020, asOf: '2020-05' as ReportMonth });
    if (!before.ok || !after.ok) throw new Error('no overview');
    expect({ ...after.value, compared: null, today: '' }).toEqual({ ...before.value, compared: null, today: '' });
    // and beside it stands what is so now
    const [now, then] = [after.value.compared, after.value];
    expect(now?.completion.completed.compounds).toBe(then.completion.completed.compounds + 1);
  });

  test('nobody changes it, not even the owner; whoever gets round that is found by its hash', async () => {
    await expect(world.owner.query(`UPDATE month_end SET hash = 'x'`)).rejects.toThrow();
    await expect(world.owner.query('DELETE FROM month_end')).rejects.toThrow();
    await tampered(
      world.database.adminUrl,
      'month_end',
      `UPDATE month_end SET lines = lines || '[[2020, "accepted", "", 5, 0, "0"]]'`,
      async () => {
        expect(await monthEndProblems(verifier)).toHaveLength(2);
      },
    );
    expect(await monthEndProblems(verifier)).toEqual([]);
  });

  test('a county that has nothing of that night is named, and its figures are not taken for nothing', async () => {
    await itIs(world, '2020-07-01');
    await world.owner.query(`UPDATE unit SET valid_to = '2020-07-01' WHERE id = $1`, [world.shuangbai.id]);
    await keepMonthEnd();
    await world.owner.query('UPDATE unit SET valid_to = NULL WHERE id = $1', [world.shuangbai.id]);
    const june = await overview(world.actors.prefectureLeader, { year: 2020, asOf: '2020-06' as ReportMonth });
    expect(june).toMatchObject({ ok: true, value: { missing: [{ name: '双柏县' }] } });
  });
});
