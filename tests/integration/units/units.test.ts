import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as nameRoute from '@/app/api/v1/units/[id]/name/route';
import * as retirementRoute from '@/app/api/v1/units/[id]/retirement/route';
import * as unitRoute from '@/app/api/v1/units/[id]/route';
import * as unitsRoute from '@/app/api/v1/units/route';
import { withActor } from '@/lib/server/db/with-actor';
import { unitOptions } from '@/lib/server/units/queries';
import { makeWorld, type Person, type World } from '../../support/world';
import { addSurvey } from '../dashboards/compounds';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

type Codes = { reasons: { code: string }[] };
const codes = (called: { json: unknown }) => (called.json as Codes).reasons.map(({ code }) => code);
const list = async (as: Person, query = '') => {
  const called = await world.call(unitsRoute.GET, { as, path: `/api/v1/units${query}` });
  return called.json as { items: { id: string; name: string; code: string; version: number }[]; total: number };
};
const create = (body: Record<string, unknown>, as: Person = 'prefectureBureau') =>
  world.call(unitsRoute.POST, { as, method: 'POST', body });
const send = (
  route: { PUT: typeof nameRoute.PUT },
  id: string,
  version: number,
  body: unknown,
  as: Person = 'prefectureBureau',
) => world.call(route.PUT, { as, method: 'PUT', params: { id }, body, headers: { 'if-match': `"${version}"` } });
const town = () => world.lufeng.subdistricts[0]?.id ?? '';

describe('the tree', () => {
  test('each sees its own branch', async () => {
    expect((await list('prefectureBureau')).total).toBe(12);
    const county = await list('lufengClerk');
    expect(county.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['楚雄州', '禄丰市', '金山镇', '广通镇']),
    );
    expect(county.items.map(({ name }) => name)).not.toContain('双柏县');
    const shuangbai = await world.call(unitRoute.GET, { as: 'lufengClerk', params: { id: world.shuangbai.id } });
    expect(shuangbai.status).toBe(404);
    expect((await world.call(unitsRoute.GET, { as: 'lufengEntity', path: '/api/v1/units' })).status).toBe(403);
    const options = await withActor(world.actors.lufengClerk, (tx) => unitOptions(tx, world.actors.lufengClerk));
    expect(options.map(({ name }) => name)).not.toContain('妥甸镇');
    expect(options.find(({ name }) => name === '金山社区')?.path).toBe('禄丰市 · 金山镇');
  });

  test('is found by name, code and pinyin', async () => {
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('妥甸')}`)).total).toBe(3);
    expect((await list('prefectureBureau', '?q=shuangbai')).items.map(({ name }) => name)).toEqual(['双柏县']);
    expect((await list('prefectureBureau', '?q=532302&kind=county')).total).toBe(1);
  });
});

describe('a unit through time', () => {
  const community = (more: Record<string, unknown> = {}) => ({
    kind: 'community',
    parentId: town(),
    code: '532302100009',
    name: '新桥社区',
    validFrom: '2020-01-01',
    ...more,
  });

  test('is made under its upper unit', async () => {
    const made = await create(community());
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ name: '新桥社区', versions: [{ name: '新桥社区', validTo: null }] });
    const seen = await list('lufengTown', `?q=${encodeURIComponent('新桥')}`);
    expect(seen.total).toBe(1);
  });

  test('all that is wrong is said at once', async () => {
    const wrong = await create(community({ kind: 'subdistrict', code: '532302100009', validFrom: '2999-01-01' }));
    expect(wrong.status).toBe(422);
    expect(codes(wrong)).toEqual([
      'units.code.subdistrict',
      'units.parent.subdistrict',
      'units.inFuture',
      'units.codeTaken',
    ]);
    expect((await create(community({ extra: 1 }))).status).toBe(400);
    expect((await create(community(), 'lufengClerk')).status).toBe(403);
  });

  test('has a new name from a day on; earlier days keep the old one', async () => {
    const { id } = world.lufeng;
    const renamed = await send(nameRoute, id, 1, {
      name: '禄丰新市',
      validFrom: '2021-03-01',
      documentNo: '民函〔2021〕1号',
    });
    expect(renamed.status).toBe(200);
    expect(renamed.json).toMatchObject({
      name: '禄丰新市',
      version: 2,
      versions: [
        { name: '禄丰新市', validFrom: '2021-03-01', validTo: null, documentNo: '民函〔2021〕1号' },
        { name: '禄丰市', validFrom: '2000-01-01', validTo: '2021-03-01' },
      ],
    });
    const on = async (day: string) =>
      (await list('prefectureBureau', `?kind=county&on=${day}`)).items.map(({ name }) => name);
    expect(await on('2020-12-31')).toContain('禄丰市');
    expect(await on('2021-03-01')).toContain('禄丰新市');
    expect(await on('1999-12-31')).toEqual([]);
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('禄丰市')}`)).total).toBe(1);
    const tooEarly = await send(nameRoute, id, 2, { name: '再改', validFrom: '2021-03-01' });
    expect(codes(tooEarly)).toEqual(['units.versionTooEarly']);
    const stale = await send(nameRoute, id, 1, { name: '再改', validFrom: '2022-01-01' });
    expect(stale.status).toBe(409);
    expect(stale.json).toMatchObject({
      conflict: { theirs: { name: '禄丰新市' }, yours: { name: '再改' }, version: 2 },
    });
    const { rows } = await world.owner.query(
      `SELECT action, reason FROM audit_line WHERE entity = 'unit' AND entity_id = $1 AND action = 'unit.rename'`,
      [id],
    );
    expect(rows).toEqual([{ action: 'unit.rename', reason: '民函〔2021〕1号' }]);
  });

  test('other facts change by themselves', async () => {
    const { id } = world.shuangbai;
    const patch = (version: number, body: unknown, as: Person = 'prefectureBureau') =>
      world.call(unitRoute.PATCH, {
        as,
        method: 'PATCH',
        params: { id },
        body,
        headers: { 'if-match': `"${version}"` },
      });
    expect((await patch(1, { approvers: { feasibility: '双柏县发展和改革局' } })).json).toMatchObject({
      approvers: { feasibility: '双柏县发展和改革局' },
      version: 2,
    });
    expect((await patch(1, { nameEn: 'Shuangbai' })).status).toBe(409);
    expect((await patch(2, { name: '偷改' })).status).toBe(400);
    expect((await patch(2, { nameEn: 'x' }, 'shuangbaiClerk')).status).toBe(403);
  });

  test('is retired only when nothing hangs on it, with every obstacle named', async () => {
    const refused = await send(retirementRoute, town(), 1, { validTo: '2024-01-01', reason: '撤并' });
    expect(refused.status).toBe(422);
    expect(codes(refused)).toEqual(['units.hasChildren', 'units.hasAccounts']);
    const found = (await list('prefectureBureau', `?q=${encodeURIComponent('新桥')}`)).items[0];
    const id = found?.id ?? '';
    expect(codes(await send(retirementRoute, id, 1, { validTo: '2019-01-01', reason: '撤并' }))).toEqual([
      'units.retiredBeforeStart',
    ]);
    const retired = await send(retirementRoute, id, 1, { validTo: '2024-01-01', reason: '并入金山社区' });
    expect(retired.json).toMatchObject({ validTo: '2024-01-01', retiredReason: '并入金山社区' });
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('新桥')}`)).total).toBe(0);
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('新桥')}&retired=yes`)).total).toBe(1);
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('新桥')}&on=2023-06-01`)).total).toBe(1);
  });
});

/** Compound, account and unit, each counted for one unit by itself. */
const COUNTED = `SELECT u.id,
    (SELECT count(*)::int FROM compound c WHERE c.status = 'active' AND (u.kind = 'prefecture' OR u.id IN (c.county_id, c.subdistrict_id, c.community_id))) AS compounds,
    (SELECT count(*)::int FROM account a WHERE a.unit_id = u.id AND a.disabled_at IS NULL) AS accounts,
    (SELECT count(*)::int FROM unit x WHERE x.parent_id = u.id AND x.valid_to IS NULL) AS children
  FROM unit u`;

describe('what each unit holds', () => {
  type Held = { id: string; compounds: number; accounts: number; children: number };
  const seenBy = async (as: Person) => {
    const { items } = (await world.call(unitsRoute.GET, { as, path: '/api/v1/units' })).json as { items: Held[] };
    return items.map(({ id, compounds, accounts, children }) => ({ id, compounds, accounts, children }));
  };

  test('is what a count of its own finds, in the list and of one unit', async () => {
    await addSurvey(world);
    const counted = new Map((await world.owner.query<Held>(COUNTED)).rows.map((row) => [row.id, row]));
    const seen = await seenBy('prefectureBureau');
    expect(seen).toEqual(seen.map(({ id }) => counted.get(id)));
    expect(seen.filter(({ compounds }) => compounds > 0).length).toBeGreaterThan(4);
    const one = (await world.call(unitRoute.GET, { as: 'prefectureBureau', params: { id: world.lufeng.id } })).json;
    const { id, ...held } = counted.get(world.lufeng.id) ?? { id: '' };
    expect(one).toMatchObject(held);
  });

  test('a county counts no compound of another, also under the prefecture', async () => {
    const county = new Map((await seenBy('shuangbaiClerk')).map((row) => [row.id, row.compounds]));
    expect(county.get(world.shuangbai.id)).toBe(1);
    expect(county.get(world.prefectureId)).toBe(1);
  });
});
