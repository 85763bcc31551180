import { afterAll, beforeAll, expect, test } from 'vitest';
import * as assignRoute from '@/app/api/v1/funds/pool/assign/route';
import * as poolRoute from '@/app/api/v1/funds/pool/route';
import { asking, type Json } from '../../support/asking';
import { fundedProject, movedRow } from '../../support/fund-rows';
import type { ProjectMade } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let first: ProjectMade;
let second: ProjectMade;
let foreign: ProjectMade;
const ask = asking(() => world);

beforeAll(async () => {
  world = await makeWorld();
  first = await fundedProject(world, { name: '甲', plan: { central: 60 } });
  second = await fundedProject(world, { name: '乙', plan: { central: 90 } });
  foreign = await fundedProject(world, { county: 'shuangbai' });
  await movedRow(world, world.lufeng, { movement: 'allocated', amount: 100, on: '2020-03-01' });
});
afterAll(() => world.end());

const codesOf = (json: Json) => json.reasons?.map(({ code }: { code: string }) => code);
let sent = 0;
const assign = (
  lines: object[],
  { as = 'lufengClerk', ...change }: { as?: Person; assignedOn?: string; source?: string } = {},
) => {
  sent += 1;
  const body = {
    year: 2020,
    source: 'central',
    assignedOn: '2020-03-05',
    documentNo: `禄财〔2020〕${sent}号`,
    ...change,
  };
  return ask('POST', assignRoute.POST, as, {}, { body: { ...body, lines } });
};
const give = (project: ProjectMade, amount: string) => ({ projectId: project.id, amount });
const pool = async (as: Person = 'lufengFinance') => (await ask('GET', poolRoute.GET, as, {})).json;

test('the county sees its pool with the projects that lack such money; nobody else does', async () => {
  const { pots } = await pool();
  expect(pots).toMatchObject([{ source: 'central', amount: '100.00', since: '2020-03-01' }]);
  expect(pots[0].projects.map((one: Json) => [one.name, one.gap])).toEqual([
    ['甲', '60.00'],
    ['乙', '90.00'],
  ]);
  expect((await pool('shuangbaiClerk')).pots).toEqual([]);
  for (const as of ['prefectureBureau', 'lufengTown', 'lufengLeader'] as const)
    expect((await ask('GET', poolRoute.GET, as, {})).status).toBe(403);
});

test.each([
  ['more than there is', () => [give(first, '60'), give(second, '40.01')], {}, ['pool.beyond']],
  ['a project twice', () => [give(first, '1'), give(first, '1')], {}, ['pool.projectTwice']],
  ['a day that has not come', () => [give(first, '1')], { assignedOn: '2999-01-01' }, ['fund.inFuture']],
  ['money that is not there', () => [give(first, '1')], { source: 'originalUnit' }, ['pool.beyond']],
  ['nothing', () => [give(first, '0')], {}, ['money.zero']],
] as const)('refuses %s, and nothing is assigned', async (_, lines, change, expected) => {
  expect(codesOf((await assign(lines(), change)).json)).toEqual(expected);
  expect((await pool()).pots[0].amount).toBe('100.00');
});

test("another county's project looks as not there, also beside one's own", async () => {
  expect((await assign([give(first, '1'), give(foreign, '1')])).status).toBe(404);
  expect((await pool()).pots[0].amount).toBe('100.00');
});

test('several at once, and two people at once never below zero', async () => {
  const answers = await Promise.all([
    assign([give(first, '40'), give(second, '30')]),
    assign([give(second, '30'), give(first, '40')], { as: 'lufengFinance' }),
    assign([give(second, '70')], { as: 'lufengClerk2' }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  const lost = answers.filter(({ status }) => status === 422);
  for (const { json } of lost)
    expect(json.reasons).toMatchObject([{ code: 'pool.beyond', params: { there: '30.00' } }]);
  expect((await pool()).pots[0].amount).toBe('30.00');
  const { rows } = await world.owner.query<{ sum: string }>(
    `SELECT sum(balance)::text AS sum FROM ledger_account WHERE class = 'receivable' AND county_id = $1`,
    [world.lufeng.id],
  );
  expect(rows[0]?.sum).toBe('7000');
});

test('looking at one year, what other years still have to give is said', async () => {
  const { owner, prefectureId, rulebookId } = world;
  await insert(owner, 'programme_year', {
    ...{ prefecture_id: prefectureId, year: 2021, rulebook_id: rulebookId, target_share: 70, current: false },
    ...{ start_by: '2021-02-28', complete_by: '2021-06-30' },
  });
  const ofYear = async (year: number) =>
    (await world.call(poolRoute.GET, { as: 'lufengClerk', path: `/api/v1/funds/pool?year=${year}` })).json as Json;
  expect((await ofYear(2020)).others).toEqual([]);
  expect(await ofYear(2021)).toEqual({ year: 2021, pots: [], others: [{ year: 2020, amount: '30.00' }] });
});
