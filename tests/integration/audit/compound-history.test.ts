import { afterAll, beforeAll, expect, test } from 'vitest';
import * as auditRoute from '@/app/api/v1/audit/route';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as householdOwners from '@/app/api/v1/households/[id]/owners/route';
import * as householdsRoute from '@/app/api/v1/households/route';
import type { AuditList } from '@/lib/domain/audit/views';
import { actsOfCompound } from '@/lib/server/audit/queries';
import { withActor } from '@/lib/server/db/with-actor';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let id = '';
beforeAll(async () => {
  world = await makeWorld();
  const send = async (route: typeof compoundsRoute.POST, body: object, params: Record<string, string> = {}) => {
    const made = await world.call(route, { as: 'lufengClerk', method: 'POST', body, params });
    expect(made.status).toBe(201);
    return made.json as { id: string };
  };
  id = (await send(compoundsRoute.POST, { name: '百合花园', yearBuilt: 1992 })).id;
  const building = await send(buildingsRoute.POST, { compoundId: id, name: '1栋' });
  const home = await send(householdsRoute.POST, { buildingId: building.id, unitNo: '2', room: '501' });
  await send(householdOwners.POST, { kind: 'person', name: '张三丰', phone: '13800001234' }, { id: home.id });
  await send(compoundsRoute.POST, { name: '别的小区' });
});
afterAll(() => world.end());

const acts = (as: Person, before?: string, limit = 10) =>
  withActor(world.actors[as], (tx) => actsOfCompound(tx, world.actors[as], id, { before, limit }));

test('the history of a compound holds its buildings, dwellings and owners, act by act', async () => {
  const { items, nextCursor } = await acts('lufengClerk');
  expect(items.map(({ action }) => action)).toEqual([
    'owner.add',
    'household.create',
    'building.create',
    'compound.create',
  ]);
  expect(nextCursor).toBeNull();
  const [owner, household] = items;
  expect(owner?.entities).toMatchObject({ owner: 1, owner_personal: 1, household_owner: 1 });
  expect(household?.lines).toMatchObject([{ entity: 'household', subject: '1栋 2单元 501' }]);
  expect(items[3]?.lines[0]).toMatchObject({ entity: 'compound', subject: '百合花园' });
});

test('personal values stand there masked or encrypted', async () => {
  const text = JSON.stringify((await acts('lufengClerk')).items);
  expect(text).toContain('张**');
  expect(text).not.toMatch(/张三丰|13800001234|cipher/);
});

test('is read page by page, and by no other county', async () => {
  const first = await acts('lufengClerk', undefined, 3);
  expect(first.items).toHaveLength(3);
  const second = await acts('lufengClerk', first.nextCursor ?? '', 3);
  expect(second.items.map(({ action }) => action)).toEqual(['compound.create']);
  expect((await acts('prefectureBureau')).items).toHaveLength(4);
  expect((await acts('shuangbaiClerk')).items).toEqual([]);
  expect((await acts('lufengCommunity')).items).toEqual([]);
});

test('the list of everything can be narrowed to it', async () => {
  const list = async (as: Person) =>
    (await world.call(auditRoute.GET, { as, path: `/api/v1/audit?compound=${id}` })).json as AuditList;
  const { items } = await list('lufengClerk');
  expect(new Set(items.map(({ entity }) => entity))).toEqual(
    new Set(['compound', 'building', 'household', 'owner', 'owner_personal', 'household_owner']),
  );
  expect((await list('shuangbaiClerk')).total).toBe(0);
});
