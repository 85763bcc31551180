import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as personalRoute from '@/app/api/v1/audit/[id]/personal/route';
import * as auditRoute from '@/app/api/v1/audit/route';
import type { AuditList } from '@/lib/domain/audit/views';
import { historyOf } from '@/lib/server/audit/queries';
import { currentKey, sealJson } from '@/lib/server/crypto/personal-keys';
import { setAct, withActor } from '@/lib/server/db/with-actor';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const list = async (as: Person, query = '') =>
  (await world.call(auditRoute.GET, { as, path: `/api/v1/audit${query}` })).json as AuditList;
const rename = (person: Person, name: string) => {
  const actor = world.actors[person];
  return withActor(actor, async (tx) => {
    await setAct(tx, { action: 'account.update', reason: `改为${name}` });
    await tx.account.updateMany({ where: { id: actor.accountId }, data: { displayName: name } });
  });
};

describe('the list', () => {
  test('says who, when, what, before and after; a county sees its own', async () => {
    await rename('lufengClerk', '王丽丽');
    await rename('shuangbaiClerk', '李小云');
    const own = await list('lufengClerk', '?action=account.update');
    expect(own.items).toMatchObject([
      {
        actor: '禄丰市住建局 王丽（县市住建局，禄丰市）',
        before: { display_name: '禄丰市住建局 王丽' },
        after: { display_name: '王丽丽' },
        reason: '改为王丽丽',
        county: { name: '禄丰市' },
        sealed: false,
      },
    ]);
    expect((await list('lufengClerk')).items.every(({ county }) => county?.name === '禄丰市')).toBe(true);
    expect((await list('prefectureBureau', '?action=account.update')).total).toBe(2);
    expect((await list('lufengClerk', `?county=${world.shuangbai.id}`)).total).toBe(0);
    for (const person of ['lufengCommunity', 'lufengLeader', 'prefectureFinance'] as const) {
      expect((await world.call(auditRoute.GET, { as: person, path: '/api/v1/audit' })).status).toBe(403);
    }
  });

  test('is filtered by person, subject and period, and read page by page', async () => {
    expect((await list('prefectureBureau', `?q=${encodeURIComponent('李云')}`)).total).toBe(1);
    expect((await list('prefectureBureau', `?account=${world.actors.shuangbaiClerk.accountId}`)).total).toBe(1);
    expect((await list('prefectureBureau', '?to=2019-12-31')).total).toBe(0);
    expect((await list('prefectureBureau', '?from=2019-12-31&entity=unit')).total).toBe(12);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: AuditList = await list('prefectureBureau', `?limit=7${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength((await list('prefectureBureau')).total);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
    for (const bad of ['?cursor=x', '?from=yesterday', '?county=x', '?nothing=1', "?action='"]) {
      expect(
        (await world.call(auditRoute.GET, { as: 'prefectureBureau', path: `/api/v1/audit${bad}` })).status,
        bad,
      ).toBe(400);
    }
  });

  test('the history of one record, for its page', async () => {
    const { lufengClerk } = world.actors;
    const history = await withActor(lufengClerk, (tx) => historyOf(tx, 'account', lufengClerk.accountId));
    expect(history.map(({ action }) => action)).toEqual(['account.update', 'account.insert']);
    const foreign = await withActor(lufengClerk, (tx) =>
      historyOf(tx, 'account', world.actors.shuangbaiClerk.accountId),
    );
    expect(foreign).toEqual([]);
  });
});

describe('personal values', () => {
  let line = '';
  const owner = '0198a000-0000-7000-8000-000000000001';
  beforeAll(async () => {
    const { lufengClerk } = world.actors;
    const place = { prefectureId: lufengClerk.prefectureId, countyId: lufengClerk.countyId };
    const key = await withActor(lufengClerk, (tx) => currentKey(tx, 'audit', place));
    const cipher = sealJson(key, { name: '张三丰', phone: '13800001234', idNumber: null }, `owner-audit:${owner}`);
    const { rows } = await world.owner.query<{ id: string }>(
      `INSERT INTO audit_line (county_id, prefecture_id, actor, action, entity, entity_id, after)
       VALUES ($1, $2, '系统', 'owner_personal.insert', 'owner_personal', $3, $4) RETURNING id::text`,
      [
        place.countyId,
        place.prefectureId,
        owner,
        { owner_id: owner, audit_key_id: key.id, audit_cipher: `\\x${cipher.toString('hex')}` },
      ],
    );
    line = rows[0]?.id ?? '';
  });
  const reveal = (as: Person, body: unknown = { reason: '核对业主申诉' }, id = line) =>
    world.call(personalRoute.POST, { as, method: 'POST', params: { id }, body });

  test('are not handed out with the list', async () => {
    const [found] = (await list('lufengClerk', '?entity=owner_personal')).items;
    expect(found).toMatchObject({ personal: true, after: { owner_id: owner } });
    expect(JSON.stringify(found)).not.toContain('cipher');
  });

  test('are shown for a reason, which is a line of its own', async () => {
    expect((await reveal('lufengClerk', { reason: '看' })).status).toBe(400);
    const shown = await reveal('lufengClerk');
    expect(shown.json).toEqual({ before: null, after: { name: '张三丰', phone: '13800001234', idNumber: null } });
    expect((await list('lufengClerk', '?action=audit.reveal')).items).toMatchObject([
      { reason: '核对业主申诉', after: { line } },
    ]);
  });

  test('are shown to nobody else', async () => {
    expect((await reveal('prefectureBureau')).status).toBe(403);
    expect((await reveal('lufengCommunity')).status).toBe(403);
    expect((await reveal('shuangbaiClerk')).status).toBe(404);
    expect((await reveal('lufengClerk', undefined, '1')).status).toBe(404);
    expect((await reveal('lufengClerk', undefined, 'x')).status).toBe(404);
  });

  test('are gone when their key is destroyed', async () => {
    await world.owner.query(
      `UPDATE personal_key SET wrapped = NULL, destroyed_at = now(), destroyed_reason = '保存期满' WHERE purpose = 'audit'`,
    );
    const answer = await reveal('lufengClerk');
    expect([answer.status, answer.json]).toMatchObject([410, { code: 'audit_value_destroyed' }]);
  });
});
