import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as buildingRetire from '@/app/api/v1/buildings/[id]/retire/route';
import * as buildingRoute from '@/app/api/v1/buildings/[id]/route';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as compoundHouseholds from '@/app/api/v1/compounds/[id]/households/route';
import * as compoundRetire from '@/app/api/v1/compounds/[id]/retire/route';
import * as compoundRoute from '@/app/api/v1/compounds/[id]/route';
import * as splitRoute from '@/app/api/v1/compounds/[id]/split/route';
import * as mergeRoute from '@/app/api/v1/compounds/merge/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as endOwner from '@/app/api/v1/households/[id]/owners/[ownerId]/end/route';
import * as householdOwners from '@/app/api/v1/households/[id]/owners/route';
import * as householdRoute from '@/app/api/v1/households/[id]/route';
import * as householdsRoute from '@/app/api/v1/households/route';
import * as reveal from '@/app/api/v1/owners/[id]/reveal/route';
import * as ownerRoute from '@/app/api/v1/owners/[id]/route';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;
const json = (called: { json: never }) => called.json as Json;

/** Everything that makes a compound eligible by 楚住建城〔2020〕1号. */
const eligible = {
  yearBuilt: 1992,
  legalTitle: true,
  insideTown: true,
  facilitiesIncomplete: true,
  inShantytownPlan: false,
  plannedDemolition: false,
  mainlySelfBuilt: false,
  urbanVillage: false,
};
const community = () => world.lufeng.subdistricts[0]?.communities[0]?.id ?? '';

async function compound(name: string, more: object = {}, as: Person = 'lufengClerk') {
  const made = await world.call(compoundsRoute.POST, { as, method: 'POST', body: { name, ...more } });
  expect(made.json, name).toMatchObject({ name });
  return json(made);
}
async function building(compoundId: string, name: string, more: object = {}) {
  const made = await world.call(buildingsRoute.POST, {
    as: 'lufengClerk',
    method: 'POST',
    body: { compoundId, name, ...more },
  });
  expect(made.status).toBe(201);
  return json(made);
}
const household = (buildingId: string, room: string, more: object = {}, as: Person = 'lufengClerk') =>
  world.call(householdsRoute.POST, { as, method: 'POST', body: { buildingId, room, ...more } });
const read = async (id: string, as: Person = 'lufengClerk') =>
  json(await world.call(compoundRoute.GET, { as, params: { id } }));
const list = async (search: string, as: Person = 'lufengClerk') =>
  json(await world.call(compoundsRoute.GET, { as, path: `/api/v1/compounds?${search}` }));
const patch = (id: string, version: number, body: object, as: Person = 'lufengClerk') =>
  world.call(compoundRoute.PATCH, {
    as,
    method: 'PATCH',
    params: { id },
    body,
    headers: { 'if-match': `"${version}"` },
  });

describe('a compound', () => {
  test('gets the next code of its county, and the rules decide with all reasons', async () => {
    const first = await compound('龙城小区', { ...eligible, communityId: community() });
    const second = await compound('一中家属院', { yearBuilt: 2003, urbanVillage: true });
    expect([first.code, second.code]).toEqual(['532302-0001', '532302-0002']);
    expect(first.eligibility).toBe('eligible');
    expect(first.subdistrict.name).toBe('金山镇');
    const found = await read(second.id);
    expect(found.verdict.outcome).toBe('ineligible');
    expect(found.verdict.reasons.map((reason: Json) => reason.code)).toEqual(
      expect.arrayContaining(['eligibility.builtTooLate', 'eligibility.excluded.urbanVillage']),
    );
    expect(found.clauses.length).toBeGreaterThan(0);
  });

  test('is found by name, former name, pinyin, initials, code and address', async () => {
    const made = await compound('禄丰化肥厂生活区', { aliases: ['氮肥厂宿舍'], address: '西河路 8 号' });
    for (const q of ['化肥厂', '氮肥', 'huafei', 'lfhfc', 'dfc', '西河路', made.code, '化肥 西河']) {
      const found = await list(`q=${encodeURIComponent(q)}`);
      expect(
        found.items.map((item: Json) => item.id),
        q,
      ).toContain(made.id);
    }
    expect((await list('q=%25')).total).toBe(0);
  });

  test('keeps its former name when renamed', async () => {
    const made = await compound('五建小区');
    const saved = await patch(made.id, 1, { name: '金山苑' });
    expect(json(saved).aliases).toEqual(['五建小区']);
    expect((await list(`q=${encodeURIComponent('五建')}`)).items[0].name).toBe('金山苑');
  });

  test('the second of two savers sees both versions and nothing is overwritten', async () => {
    const made = await compound('东城小区');
    expect((await patch(made.id, 1, { yearBuilt: 1990 })).status).toBe(200);
    const second = await patch(made.id, 1, { yearBuilt: 1995, statedFloorArea: '1234.50' }, 'lufengClerk2');
    expect(second.status).toBe(409);
    expect(json(second)).toMatchObject({
      code: 'version_conflict',
      conflict: { version: 2, theirs: { yearBuilt: 1990 }, yours: { yearBuilt: 1995, statedFloorArea: '1234.50' } },
    });
    expect((await read(made.id)).yearBuilt).toBe(1990);
    expect((await patch(made.id, 2, { yearBuilt: 1995 }, 'lufengClerk2')).status).toBe(200);
  });

  test('another county does not find it; other roles may not write; unknown fields and versions are refused', async () => {
    const made = await compound('西门小区');
    expect((await world.call(compoundRoute.GET, { as: 'shuangbaiClerk', params: { id: made.id } })).status).toBe(404);
    expect((await patch(made.id, 1, { yearBuilt: 1991 }, 'shuangbaiClerk')).status).toBe(404);
    expect((await list('', 'shuangbaiClerk')).total).toBe(0);
    for (const person of [
      'prefectureBureau',
      'lufengCommunity',
      'lufengTown',
      'lufengFinance',
      'lufengEntity',
    ] as const) {
      expect((await patch(made.id, 1, { yearBuilt: 1991 }, person)).status, person).toBe(403);
    }
    expect((await patch(made.id, 1, { owner: 'x' })).status).toBe(400);
    const without = await world.call(compoundRoute.PATCH, {
      as: 'lufengClerk',
      method: 'PATCH',
      params: { id: made.id },
      body: { yearBuilt: 1990 },
    });
    expect(without.status).toBe(428);
    const foreign = world.shuangbai.subdistricts[0]?.communities[0]?.id;
    const placed = await patch(made.id, 1, { communityId: foreign });
    expect(placed.status).toBe(422);
    expect(json(placed).reasons[0].code).toBe('compound.noSuchCommunity');
    expect((await read(made.id)).version).toBe(1);
  });

  test('the same Idempotency-Key makes one compound', async () => {
    const send = () =>
      world.call(compoundsRoute.POST, {
        as: 'lufengClerk',
        method: 'POST',
        body: { name: '只登记一次' },
        headers: { 'idempotency-key': 'once-1' },
      });
    const [first, again] = [await send(), await send()];
    expect(json(again).id).toBe(json(first).id);
    expect((await list(`q=${encodeURIComponent('只登记一次')}`)).total).toBe(1);
  });

  test('pages forward and back in every order without losing or repeating a row', async () => {
    for (const sort of ['name', 'year', 'households', 'area', 'updated']) {
      for (const order of ['asc', 'desc']) {
        const all = (await list(`sort=${sort}&order=${order}&limit=200`)).items.map((item: Json) => item.id);
        const seen: string[] = [];
        let page = await list(`sort=${sort}&order=${order}&limit=3`);
        for (;;) {
          seen.push(...page.items.map((item: Json) => item.id));
          if (!page.nextCursor) break;
          page = await list(`sort=${sort}&order=${order}&limit=3&cursor=${page.nextCursor}`);
        }
        expect(seen, `${sort} ${order}`).toEqual(all);
        const back = await list(`sort=${sort}&order=${order}&limit=3&cursor=${page.previousCursor}`);
        const start = all.length - page.items.length - 3;
        expect(back.items.map((item: Json) => item.id)).toEqual(all.slice(start, start + 3));
      }
    }
    const forged = await world.call(compoundsRoute.GET, { as: 'lufengClerk', path: '/x?cursor=abc' });
    expect(forged.status).toBe(400);
  });

  test('filters: outcome, reason, missing fact, decade, facility and condition', async () => {
    const made = await compound('设施小区', {
      ...eligible,
      yearBuilt: 1985,
      facilities: { roads: 'poor', parking: 'missing' },
      willingness: 'strong',
      ownershipKind: 'unitManaged',
    });
    for (const search of [
      'eligibility=eligible&decade=1980',
      'reason=eligibility.deficiency.facilitiesIncomplete&yearTo=1985',
      'missing=readiness.address&ownership=unitManaged',
      'facility=roads&condition=poor',
      'condition=missing&willingness=strong',
      'ready=no&facility=parking',
    ]) {
      expect(
        (await list(search)).items.map((item: Json) => item.id),
        search,
      ).toContain(made.id);
    }
    expect((await list('facility=roads&condition=good')).total).toBe(0);
    const bad = await world.call(compoundsRoute.GET, { as: 'lufengClerk', path: '/x?colour=red' });
    expect(bad.status).toBe(400);
  });
});

describe('households and owners', () => {
  test('areas are exact, rooms are one each, the year of most floor area decides', async () => {
    const made = await compound('年份小区', { ...eligible, yearBuilt: null });
    const old = await building(made.id, '1栋', { yearBuilt: 1998, floorArea: '1000.01', units: 2, storeys: 6 });
    await building(made.id, '10栋', { yearBuilt: 2001, floorArea: '1000.00' });
    await building(made.id, '2栋', { yearBuilt: 2001, floorArea: '0.00' });
    expect((await read(made.id)).verdict).toMatchObject({ decisiveYear: 1998, outcome: 'eligible' });
    expect((await household(old.id, '101', { unitNo: '1', exclusiveArea: '88.33' })).status).toBe(201);
    const twice = await household(old.id, '101', { unitNo: '1', exclusiveArea: '88.33' });
    expect(json(twice).reasons[0].code).toBe('household.sameRoom');
    const found = await read(made.id);
    expect(found.totals.registered).toMatchObject({
      buildings: 3,
      households: 1,
      exclusiveArea: '88.33',
      floorArea: '2000.01',
    });
    const retire = await world.call(buildingRetire.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: old.id },
      body: { reason: '登记重复' },
      headers: { 'if-match': '"1"' },
    });
    expect(json(retire).reasons).toMatchObject([{ code: 'building.hasHouseholds', params: { count: 1 } }]);
    const stale = await world.call(buildingRoute.PATCH, {
      as: 'lufengClerk',
      method: 'PATCH',
      params: { id: old.id },
      body: { storeys: 7 },
      headers: { 'if-match': '"9"' },
    });
    expect(json(stale).conflict.theirs.storeys).toBe(6);
  });

  test('owners are masked for everyone, revealed with a reason, and no line of the audit holds clear text', async () => {
    const made = await compound('业主小区', { communityId: community() });
    const block = await building(made.id, '1栋');
    const owners = [
      { kind: 'person', name: '欧阳晓燕', phone: '13887801234' },
      { kind: 'body', name: '禄丰市粮食局' },
    ];
    const home = json(await household(block.id, '201', { exclusiveArea: '60.00', owners }, 'lufengCommunity'));
    expect(home.owners.map((owner: Json) => [owner.name, owner.phone])).toEqual([
      ['欧阳**', '138****1234'],
      ['禄丰市粮食局', null],
    ]);
    const id = home.owners[0].id;
    const seen = await world.call(compoundHouseholds.GET, {
      as: 'prefectureBureau',
      params: { id: made.id },
      path: '/x?limit=10',
    });
    expect(JSON.stringify(seen.json)).not.toContain('晓燕');
    const ask = (as: Person, reason: string) =>
      world.call(reveal.POST, {
        as,
        method: 'POST',
        params: { id },
        body: { reason },
        headers: { 'idempotency-key': `reveal-${as}` },
      });
    expect((await ask('prefectureBureau', '核对业主身份')).status).toBe(403);
    expect((await ask('lufengTown', '核对业主身份')).status).toBe(403);
    expect((await ask('shuangbaiClerk', '核对业主身份')).status).toBe(404);
    expect((await ask('lufengCommunity2', '核对业主身份')).status).toBe(404);
    expect((await ask('lufengClerk', '核对')).status).toBe(422);
    expect(json(await ask('lufengClerk', '核对业主身份'))).toMatchObject({ name: '欧阳晓燕', phone: '13887801234' });
    const edit = await world.call(ownerRoute.PATCH, {
      as: 'lufengCommunity',
      method: 'PATCH',
      params: { id },
      body: { phone: '13900005678' },
      headers: { 'if-match': '"1"' },
    });
    expect(json(edit).phone).toBe('139****5678');
    const stale = await world.call(ownerRoute.PATCH, {
      as: 'lufengClerk',
      method: 'PATCH',
      params: { id },
      body: { name: '欧阳小燕' },
      headers: { 'if-match': '"1"' },
    });
    expect(json(stale).conflict).toMatchObject({ theirs: { phone: '139****5678' }, yours: { name: '欧阳**' } });
    const idNumber = await world.call(ownerRoute.PATCH, {
      as: 'lufengClerk',
      method: 'PATCH',
      params: { id },
      body: { idNumber: '11010519491231002X' },
      headers: { 'if-match': '"2"' },
    });
    expect(json(idNumber).reasons[0].code).toBe('owner.idNumberOff');
    const { rows } = await world.owner.query(
      "SELECT coalesce(before::text,'') || coalesce(after::text,'') || coalesce(reason,'') AS line, action, reason FROM audit_line",
    );
    const lines = rows.map((row) => row.line).join('\n');
    for (const clear of ['晓燕', '13887801234', '13900005678']) expect(lines).not.toContain(clear);
    const kept = await world.owner.query('SELECT answer::text AS text FROM idempotency_key');
    expect(kept.rows.map((row) => row.text).join('')).not.toContain('晓燕');
    expect(rows.filter((row) => row.action === 'personal.reveal')).toMatchObject([{ reason: '核对业主身份' }]);
    const stored = await world.owner.query("SELECT encode(cipher, 'escape') AS text FROM owner_personal");
    expect(stored.rows.some((row) => row.text.includes('13900005678'))).toBe(false);
  });

  test('one owner with two dwellings stays until the last one ends', async () => {
    const made = await compound('多套小区');
    const block = await building(made.id, '1栋');
    const first = json(await household(block.id, '101', { owners: [{ kind: 'person', name: '李四' }] }));
    const second = json(await household(block.id, '102'));
    const ownerId = first.owners[0].id;
    const wrong = await world.call(householdOwners.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: second.id },
      body: { kind: 'person', name: '李四', phone: '12345' },
    });
    expect(json(wrong).reasons).toMatchObject([{ code: 'identity.phone', field: 'phone' }]);
    const bound = await world.call(householdOwners.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: second.id },
      body: { ownerId },
    });
    expect(json(bound).owners[0]).toMatchObject({ id: ownerId, dwellings: 2 });
    const end = (id: string) =>
      world.call(endOwner.POST, {
        as: 'lufengClerk',
        method: 'POST',
        params: { id, ownerId },
        body: { reason: '房屋已过户' },
      });
    expect((await end(first.id)).status).toBe(200);
    expect(json(await world.call(ownerRoute.GET, { as: 'lufengClerk', params: { id: ownerId } })).status).toBe(
      'active',
    );
    expect((await end(second.id)).status).toBe(200);
    expect(json(await world.call(ownerRoute.GET, { as: 'lufengClerk', params: { id: ownerId } })).status).toBe(
      'retired',
    );
    expect((await end(second.id)).status).toBe(404);
  });

  test('thirty households entered at once into one compound are all counted', async () => {
    const made = await compound('并发小区');
    const block = await building(made.id, '1栋');
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, room) => household(block.id, String(100 + room), { exclusiveArea: '66.67' })),
    );
    expect(done.map((one) => one.status).filter((status) => status !== 201)).toEqual([]);
    expect((await read(made.id)).totals.registered).toMatchObject({ households: 30, exclusiveArea: '2000.10' });
    const page = json(
      await world.call(compoundHouseholds.GET, { as: 'lufengClerk', params: { id: made.id }, path: '/x?limit=20' }),
    );
    expect([page.total, page.items.length]).toEqual([30, 20]);
    const rest = json(
      await world.call(compoundHouseholds.GET, {
        as: 'lufengClerk',
        params: { id: made.id },
        path: `/x?limit=20&cursor=${page.nextCursor}`,
      }),
    );
    expect(rest.items.map((item: Json) => item.room)).toEqual(
      Array.from({ length: 10 }, (_, room) => String(120 + room)),
    );
  });
});

describe('retire, merge, split', () => {
  test('a retired compound leaves lists, takes no more writes and is still there', async () => {
    const made = await compound('停用小区');
    const block = await building(made.id, '1栋');
    const send = (as: Person) =>
      world.call(compoundRetire.POST, {
        as,
        method: 'POST',
        params: { id: made.id },
        body: { reason: '与老城小区重复登记' },
        headers: { 'if-match': '"1"' },
      });
    expect((await send('lufengCommunity')).status).toBe(403);
    expect((await send('lufengClerk')).status).toBe(200);
    expect((await list(`q=${encodeURIComponent('停用小区')}`)).total).toBe(0);
    expect((await list(`q=${encodeURIComponent('停用小区')}&status=retired`)).total).toBe(1);
    expect((await household(block.id, '101')).status).toBe(404);
    expect((await patch(made.id, 2, { yearBuilt: 1990 })).status).toBe(404);
    expect(await read(made.id)).toMatchObject({ status: 'retired', retiredReason: '与老城小区重复登记' });
  });

  test('merging moves buildings with their households and keeps the old name', async () => {
    const [stays, goes] = [await compound('老城一号院'), await compound('老城二号院')];
    await building(stays.id, '1栋');
    const block = await building(goes.id, '1栋');
    const home = json(
      await household(block.id, '101', { exclusiveArea: '50.00', owners: [{ kind: 'person', name: '王五' }] }),
    );
    const merged = await world.call(mergeRoute.POST, {
      as: 'lufengClerk',
      method: 'POST',
      body: {
        compoundIds: [stays.id, goes.id],
        survivorId: stays.id,
        reason: '同一物业区域',
        documentNo: '禄住建〔2020〕3号',
      },
    });
    expect(merged.status).toBe(200);
    expect(json(merged)).toMatchObject({ aliases: ['老城二号院'], lineage: [{ kind: 'merge', direction: 'from' }] });
    const found = await read(stays.id);
    expect(found.totals.registered).toMatchObject({ buildings: 2, households: 1, exclusiveArea: '50.00' });
    expect(await read(goes.id)).toMatchObject({ status: 'merged' });
    const moved = json(await world.call(householdRoute.GET, { as: 'lufengClerk', params: { id: home.id } }));
    expect(moved).toMatchObject({ compoundId: stays.id, building: '老城二号院 1栋' });
    const again = await world.call(mergeRoute.POST, {
      as: 'lufengClerk',
      method: 'POST',
      body: { compoundIds: [stays.id, goes.id], survivorId: stays.id, reason: '再来一次' },
    });
    expect(json(again).reasons[0].code).toBe('merge.notActive');
  });

  test('splitting puts every building in one part; leaving one over is refused with all reasons', async () => {
    const whole = await compound('大院', eligible);
    const [one, two] = [await building(whole.id, '1栋'), await building(whole.id, '2栋')];
    await household(two.id, '101', { exclusiveArea: '70.00' });
    const split = (parts: object[]) =>
      world.call(splitRoute.POST, {
        as: 'lufengClerk',
        method: 'POST',
        params: { id: whole.id },
        body: { parts, reason: '道路隔开' },
        headers: { 'if-match': '"1"' },
      });
    const refused = await split([
      { name: '大院东区', buildingIds: [one.id] },
      { name: '大院西区', buildingIds: [] },
    ]);
    expect(json(refused).reasons.map((reason: Json) => reason.code)).toEqual([
      'split.buildingLeftOver',
      'split.emptyPart',
    ]);
    const made = await split([
      { name: '大院东区', buildingIds: [one.id] },
      { name: '大院西区', buildingIds: [two.id] },
    ]);
    expect(made.status).toBe(201);
    expect(json(made).retired.status).toBe('split');
    const west = await read(json(made).parts[1].id);
    expect(west).toMatchObject({
      eligibility: 'eligible',
      aliases: ['大院'],
      totals: { registered: { households: 1 } },
    });
  });
});
