import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/api/v1/tasks/route';
import type { Task, Tasks } from '@/lib/domain/tasks/answers';
import { completeWorks, nameTo, paperOf, projectAt } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const about = async (person: Person, id: string): Promise<Task | undefined> => {
  const { items } = (await world.call(GET, { as: person })).json as Tasks;
  return items.find(({ key }) => key.startsWith(`stage:${id}`));
};

it('a step waits with whom it is for, and with nobody else', async () => {
  const project = await projectAt(world, 4, 'review');
  expect(await about('prefectureBureau', project.id)).toMatchObject({
    kind: 'stageLacks',
    href: `/projects/${project.id}/papers#technicalReview`,
    params: { step: '技术性审查', count: 1, needs: '技术性审查意见' },
  });
  await paperOf(world, project, 'technicalReview', 4);
  expect(await about('prefectureBureau', project.id)).toMatchObject({
    kind: 'stageStep',
    href: `/projects/${project.id}/stages#stage-4`,
  });
  for (const person of ['lufengClerk', 'lufengTown', 'lufengCommunity', 'lufengEntity', 'shuangbaiClerk'] as const)
    expect(await about(person, project.id), person).toBeUndefined();
});

it('people of the project have its steps once they are named to it, and lose them', async () => {
  const project = await projectAt(world, 8, 'submit');
  expect(await about('lufengEntity', project.id)).toBeUndefined();
  await nameTo(world, project.id, world.actors.lufengEntity.accountId);
  expect(await about('lufengEntity', project.id)).toMatchObject({
    kind: 'stageLacks',
    params: { needs: '计划改造内容全部完成上报' },
    dueOn: '2020-06-30',
  });
  await completeWorks(world, project);
  expect(await about('lufengEntity', project.id)).toMatchObject({ kind: 'stageStep' });
  await world.owner.query('UPDATE project_person SET ended_at = anju_now() WHERE project_id = $1', [project.id]);
  expect(await about('lufengEntity', project.id)).toBeUndefined();
});

it('the bureau that implements a project has the steps of its entity; nothing waits in a suspended one', async () => {
  const project = await projectAt(world, 7);
  expect(await about('lufengClerk', project.id)).toBeUndefined();
  await world.owner.query(`UPDATE project SET entity_kind = 'countyBureau' WHERE id = $1`, [project.id]);
  expect(await about('lufengClerk', project.id)).toMatchObject({ kind: 'stageLacks', params: { count: 2 } });
  await world.owner.query(`UPDATE project SET status = 'suspended' WHERE id = $1`, [project.id]);
  expect(await about('lufengClerk', project.id)).toBeUndefined();
});
