import { afterAll, beforeAll, expect, test } from 'vitest';
import { withActor } from '@/lib/server/db/with-actor';
import { tasksFor } from '@/lib/server/tasks/queries';
import { fundedProject, movedRow, yearOf } from '../../support/fund-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const waiting = async (as: Person) => {
  const actor = world.actors[as];
  const { items } = await withActor(actor, (tx) => tasksFor(tx, actor));
  return items.filter(({ kind }) => kind.startsWith('fund')).map(({ kind, href, params }) => ({ kind, href, params }));
};

test('a draft waits for the prefecture bureau until it is issued', async () => {
  expect(await waiting('prefectureBureau')).toEqual([]);
  const id = await insert(world.owner, 'fund_batch', {
    ...{ prefecture_id: world.prefectureId, programme_year_id: await yearOf(world), document_no: '财建1号' },
    ...{ document_on: '2020-03-01', title: '第一批', source: 'central', earmark: 'general', total: 1_234_567_00 },
    created_by: world.actors.prefectureBureau.accountId,
  });
  const params = { name: '第一批', documentNo: '财建1号', total: '1,234,567.00', placed: '0.00' };
  expect(await waiting('prefectureBureau')).toEqual([{ kind: 'fundBatchDraft', href: `/funds/batches/${id}`, params }]);
  for (const as of ['prefectureFinance', 'lufengClerk'] as const) expect(await waiting(as)).toEqual([]);
  await world.owner.query(`UPDATE fund_batch SET status = 'issued', issued_at = anju_now() WHERE id = $1`, [id]);
  expect(await waiting('prefectureBureau')).toEqual([]);
});

test('the pool and a pace far behind wait for who keeps the ledger of that county, and for nobody else', async () => {
  const project = await fundedProject(world);
  await movedRow(world, world.lufeng, { movement: 'allocated', amount: 70, on: '2020-03-01' });
  await movedRow(world, world.lufeng, { projectId: project.id, movement: 'assigned', amount: 30, on: '2020-03-02' });
  await movedRow(world, world.lufeng, { projectId: project.id, movement: 'received', amount: 30, on: '2020-03-03' });
  for (const as of ['lufengClerk', 'lufengFinance'] as const)
    expect(await waiting(as)).toMatchObject([
      // 2020 is over, and nothing was paid
      {
        kind: 'fundPaceFar',
        href: '/funds/watch?year=2020',
        params: { points: '100.00', spent: '0.00', due: '100.00' },
      },
      { kind: 'fundPool', href: '/funds/pool?year=2020', params: { total: '40.00' } },
    ]);
  for (const as of ['shuangbaiClerk', 'lufengLeader', 'lufengTown', 'prefectureBureau'] as const)
    expect(await waiting(as)).toEqual([]);
});
