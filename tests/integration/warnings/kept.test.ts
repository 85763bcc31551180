import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { WatchAnswer, WatchRow } from '@/lib/domain/warnings/answers';
import { WATCHED } from '@/lib/domain/warnings/answers';
import { lightOf, lightRulesOf } from '@/lib/domain/warnings/light';
import type { LightFacts, Lit } from '@/lib/domain/warnings/types';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { freshen } from '@/lib/server/warnings/fresh';
import { watchList } from '@/lib/server/warnings/watch';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { tampered } from '../../support/tampering';
import { makeWorld, type Person, type World } from '../../support/world';
import { finding, itIs, milestone, month, planned, recordFacts, todayIs } from './random';

let world: World;
let projects: ProjectMade[];

beforeAll(async () => {
  world = await makeWorld();
  await itIs(world, '2020-03-10');
  projects = await planned(world, 14, 7);
}, 120_000);
afterAll(() => world.end());

/** Facts read by small questions of this test's own, and the rule run over them. */
async function factsOf({ id }: ProjectMade): Promise<LightFacts> {
  const one = async <T>(sql: string) => (await world.owner.query(sql, [id])).rows as T[];
  const [project] = await one<{ status: LightFacts['status']; stage: number; start: string; complete: string }>(
    `SELECT p.status, p.stage, y.start_by::text AS start, y.complete_by::text AS complete FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = $1`,
  );
  const dates = async (sql: string) =>
    (await one<{ on: string | null }>(sql)).map(({ on }) => (on === null ? null : day(on)));
  const first = async (kind: string) =>
    (
      await dates(
        `SELECT (first_received_at AT TIME ZONE 'Asia/Shanghai')::date::text AS on FROM milestone WHERE project_id = $1 AND compound_id IS NULL AND kind = '${kind}'`,
      )
    )[0] ?? null;
  const months = await one<{ month: string; bp: number }>(
    'SELECT month::text, percent_bp AS bp FROM project_month WHERE project_id = $1 ORDER BY month',
  );
  const chosen = await one(`SELECT 1 FROM annual_plan_entry WHERE project_id = $1 AND chosen`);
  const limits = await dates(`SELECT limit_on::text AS on FROM finding WHERE project_id = $1 AND status = 'open'`);
  const stops = await one('SELECT 1 FROM stop_work WHERE project_id = $1 AND lifted_on IS NULL');
  const works = await dates(
    `SELECT (accepted_at AT TIME ZONE 'Asia/Shanghai')::date::text AS on FROM project_stage WHERE project_id = $1 AND stage = 8 AND status = 'completed'`,
  );
  return {
    ...{
      status: project?.status ?? 'active',
      stage: project?.stage ?? 0,
      inPlan: chosen.length > 0,
      stopped: stops.length,
    },
    ...{ startBy: day(project?.start ?? ''), completeBy: day(project?.complete ?? '') },
    ...{ startedOn: await first('start'), completedOn: await first('completion'), worksAcceptedOn: works[0] ?? null },
    months: months.map((one) => ({ month: day(one.month), basisPoints: one.bp })),
    findingLimits: limits.flatMap((limit) => limit ?? []),
  };
}

const said = ({ light, late, reasons, dueOn, basisPoints, forecast }: Lit) => ({
  light,
  late,
  reasons,
  dueOn,
  percent: basisPoints,
  forecast,
});

async function byRule(names: readonly string[]): Promise<Map<string, ReturnType<typeof said>>> {
  const today = await todayIs(world);
  const mine = projects.filter(({ countyId }) =>
    names.some((name) => world[name as 'lufeng' | 'shuangbai'].id === countyId),
  );
  const lit = await Promise.all(
    mine.map(
      async (one) => [one.id, said(lightOf(await factsOf(one), today, lightRulesOf(chuxiong2020, 2020)))] as const,
    ),
  );
  return new Map(lit);
}

const rank = ({ light, dueOn, project }: WatchRow) =>
  [WATCHED.indexOf(light as 'red'), dueOn ?? '9999', project.id].join(' ');

/** The list says of every project what the rule says of its facts today, in order, and the totals count them. */
async function compare(who: Person, names: readonly string[]): Promise<WatchAnswer> {
  const list = await watchList(world.actors[who], { page: 1 });
  const expected = await byRule(names);
  const lit = [...expected].filter(([, { light }]) => light !== 'none');
  const shown = new Map(
    list.items.map(({ project, light, late, reasons, dueOn, percent, forecast }) => [
      project.id,
      { light, late, reasons, dueOn, percent, forecast },
    ]),
  );
  expect(shown).toEqual(new Map(lit));
  expect(list.items.map(rank)).toEqual(list.items.map(rank).sort());
  expect(list.total).toBe(lit.length);
  const of = (light: string) => lit.filter(([, one]) => one.light === light).length;
  expect(list.totals).toEqual({ red: of('red'), yellow: of('yellow'), green: of('green') });
  return list;
}

describe('what is kept is what the rule says, whatever was recorded and whatever day it is', () => {
  const DAYS = ['2020-01-29', '2020-03-01', '2020-05-31', '2020-06-11', '2020-07-01', '2020-04-01'];
  const seen = new Set<string>();

  test.each([1, 2, 3, 4, 5, 6])('after facts by chance, on one day after the other and back, seed %i', async (seed) => {
    await recordFacts(world, projects, seed * 1_009, 12);
    for (const on of DAYS) {
      await itIs(world, on);
      const { totals } = await compare('prefectureBureau', ['lufeng', 'shuangbai']);
      seen.add(Object.values(totals).join());
    }
    await compare('lufengClerk', ['lufeng']);
    const { problems } = await verifyDatabase(world.database.verifierUrl);
    expect(problems.filter(({ kind }) => kind === 'project_lights')).toEqual([]);
  });

  test('and these were not all the same', () => {
    expect(seen.size).toBeGreaterThan(12);
    for (const at of [0, 1, 2]) expect([...seen].some((totals) => totals.split(',')[at] !== '0')).toBe(true);
  });
});

test.each([
  [
    'a light',
    'project_light',
    `UPDATE project_light SET light = 'green', place = 2 WHERE light = 'red'`,
    /^project_light /,
  ],
  ['a total', 'light_total', 'UPDATE light_total SET projects = projects + 1', /^light_total /],
])('%s that somebody wrote into the database is found by audit:verify', async (_, table, sql, detail) => {
  await freshen({});
  await tampered(world.database.adminUrl, table, sql, async () => {
    const { problems } = await verifyDatabase(world.database.verifierUrl);
    expect(problems).toContainEqual({ kind: 'project_lights', detail: expect.stringMatching(detail) });
  });
});

describe('between two readings', () => {
  const lightNow = async (project: ProjectMade) =>
    (await watchList(world.actors.lufengClerk, { page: 1 })).items.find((row) => row.project.id === project.id);
  let project: ProjectMade;
  beforeAll(async () => {
    await itIs(world, '2020-05-10');
    await world.owner.query(`UPDATE programme_year SET complete_by = '2020-06-30' WHERE year = 2020`);
    project = await projectRow(world, { county: 'lufeng', stage: 8 });
  });

  test('a project begun in time and on its way is green; it is yellow once the pace falls, red once a finding is past its limit', async () => {
    await milestone(world, project, 'start', '2020-02-20');
    for (const [at, percent] of [
      ['2020-02-01', 15],
      ['2020-03-01', 40],
      ['2020-04-01', 62],
    ] as const)
      await month(world, project, at, percent);
    expect(await lightNow(project)).toMatchObject({
      light: 'green',
      percent: 6200,
      forecast: { middle: '2020-06-19' },
    });
    await month(world, project, '2020-04-01', 45);
    expect(await lightNow(project)).toMatchObject({ light: 'yellow', reasons: [{ code: 'light.paceMisses' }] });
    const id = await finding(world, project, '2020-05-01', '2020-05-12');
    expect((await lightNow(project))?.light).toBe('yellow');
    await itIs(world, '2020-05-13');
    expect(await lightNow(project)).toMatchObject({ light: 'red', since: '2020-05-13' });
    await world.owner.query(
      `UPDATE finding SET status = 'rectified', rectified_on = '2020-05-13', rectification = '已修' WHERE id = $1`,
      [id],
    );
    expect((await lightNow(project))?.light).toBe('yellow');
  });

  test('who changes a fact while another reckons it is not lost: the row stays to be reckoned', async () => {
    await freshen({});
    const other = new pg.Client({ connectionString: world.database.adminUrl });
    await other.connect();
    try {
      const facts = await world.owner.query('SELECT changes FROM project_light_facts(ARRAY[$1]::uuid[])', [project.id]);
      await other.query(`UPDATE project_month SET percent_bp = 100 WHERE project_id = $1 AND month = '2020-04-01'`, [
        project.id,
      ]);
      const green = {
        projectId: project.id,
        changes: facts.rows[0]?.changes,
        today: '2020-05-13',
        light: 'green',
        late: false,
      };
      const kept = await world.owner.query('SELECT project_light_keep($1::jsonb) AS kept', [
        JSON.stringify([
          { ...green, dueOn: null, basisPoints: 0, forecast: {}, reasons: [], validUntil: '2999-12-31' },
        ]),
      ]);
      expect(kept.rows).toEqual([{ kept: 0 }]);
    } finally {
      await other.end();
    }
    expect(await lightNow(project)).toMatchObject({ light: 'yellow', percent: 100 });
  });

  test('what is true is not reckoned again', async () => {
    await freshen({});
    expect(await freshen({})).toBe(0);
    const computed = async () =>
      (await world.owner.query('SELECT max(computed_at) AS at FROM project_light')).rows[0]?.at;
    const before = await computed();
    await watchList(world.actors.prefectureBureau, { page: 1 });
    expect(await computed()).toEqual(before);
  });

  test('the next day turns only what the rule says it turns', async () => {
    await itIs(world, addDays(day('2020-06-30'), -31));
    await freshen({});
    await itIs(world, addDays(day('2020-06-30'), -30));
    expect(await freshen({})).toBeGreaterThan(0);
    await itIs(world, addDays(day('2020-06-30'), -29));
    const turned = await freshen({});
    const limits = await world.owner.query(
      `SELECT DISTINCT project_id FROM finding WHERE status = 'open' AND limit_on = '2020-05-31'`,
    );
    expect(turned).toBe(limits.rowCount);
  });
});
