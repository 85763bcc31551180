import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as meRoute from '@/app/api/v1/me/route';
import * as resetRoute from '@/app/api/v1/users/[id]/password/route';
import * as userRoute from '@/app/api/v1/users/[id]/route';
import * as usersRoute from '@/app/api/v1/users/route';
import { makeAdministrator } from '@/lib/server/accounts/first-administrator';
import { Browser } from '../../support/sign-in';
import { type CallOptions, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const PASSWORD = 'k7fm-29xq-hd4w-tbn8';
const newUser = (more: Record<string, unknown> = {}) => ({
  username: 'new.person',
  displayName: '新人',
  role: 'community',
  unitId: world.lufeng.subdistricts[0]?.communities[0]?.id,
  password: PASSWORD,
  ...more,
});
const create = (as: Person, body: unknown, more: CallOptions = {}) =>
  world.call(usersRoute.POST, { as, method: 'POST', body, ...more });
const change = (as: Person, id: string, version: number | null, body: unknown) =>
  world.call(userRoute.PATCH, {
    as,
    method: 'PATCH',
    params: { id },
    body,
    headers: version === null ? {} : { 'if-match': `"${version}"` },
  });
const reset = (as: Person, id: string, version: number, password = PASSWORD) =>
  world.call(resetRoute.PUT, {
    as,
    method: 'PUT',
    params: { id },
    body: { password },
    headers: { 'if-match': `"${version}"` },
  });
const versionOf = async (id: string) =>
  (await world.owner.query<{ version: number }>('SELECT version FROM account WHERE id = $1', [id])).rows[0]?.version ??
  0;
const codes = (called: { json: unknown }) =>
  (called.json as { reasons: { code: string }[] }).reasons.map(({ code }) => code);
const idOf = (person: Person) => world.actors[person].accountId;

describe('the list', () => {
  const list = async (as: Person, query = '') => {
    const called = await world.call(usersRoute.GET, { as, path: `/api/v1/users${query}` });
    return called.json as {
      items: { username: string; county: { name: string } | null }[];
      total: number;
      nextCursor: string | null;
    };
  };

  test('the prefecture bureau sees everybody, a county bureau its own county, others nothing', async () => {
    expect((await list('prefectureBureau')).total).toBe(14);
    const county = await list('lufengClerk');
    expect(county.total).toBe(8);
    expect(county.items.every((item) => item.county?.name === '禄丰市')).toBe(true);
    for (const person of ['lufengLeader', 'lufengCommunity', 'lufengEntity', 'prefectureLeader'] as const) {
      expect((await world.call(usersRoute.GET, { as: person, path: '/api/v1/users' })).status, person).toBe(403);
    }
  });

  test('goes on page by page without losing or repeating anybody', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        'prefectureBureau',
        `?limit=5${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ username }) => username));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength(14);
  });

  test('is searched and filtered; what it does not know is refused', async () => {
    expect(
      (await list('prefectureBureau', `?q=${encodeURIComponent('王丽')}`)).items.map(({ username }) => username),
    ).toEqual(['lufengclerk']);
    expect((await list('prefectureBureau', '?role=county_bureau')).total).toBe(3);
    expect((await list('prefectureBureau', `?county=${world.shuangbai.id}`)).total).toBe(2);
    expect((await list('lufengClerk', `?county=${world.shuangbai.id}`)).total).toBe(0);
    expect((await list('prefectureBureau', '?q=%25')).total).toBe(0);
    expect((await world.call(usersRoute.GET, { as: 'prefectureBureau', path: '/api/v1/users?role=king' })).status).toBe(
      400,
    );
    expect((await world.call(usersRoute.GET, { as: 'prefectureBureau', path: '/api/v1/users?x=1' })).status).toBe(400);
  });
});

describe('making an account', () => {
  test('the county bureau makes one of its own county; its person must choose a password first', async () => {
    const made = await create('lufengClerk', newUser());
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ username: 'new.person', mustChangePassword: true, county: { name: '禄丰市' } });
    expect(JSON.stringify(made.json)).not.toContain(PASSWORD);
    const signedIn = await new Browser().signIn('new.person', PASSWORD);
    expect(await signedIn.json()).toMatchObject({ next: '/password' });
    const { rows } = await world.owner.query(
      `SELECT actor, action, after FROM audit_line WHERE entity = 'account' AND after ->> 'username' = 'new.person'`,
    );
    expect(rows).toMatchObject([{ action: 'account.create', actor: '禄丰市住建局 王丽（县市住建局，禄丰市）' }]);
  });

  test('all that is wrong is said at once', async () => {
    const other = await create(
      'lufengClerk',
      newUser({ username: 'other', role: 'county_bureau', unitId: world.shuangbai.id }),
    );
    expect([other.status, codes(other)]).toEqual([422, ['accounts.unitUnknown']]);
    const above = await create(
      'lufengClerk',
      newUser({ username: 'above', role: 'prefecture_bureau', password: 'above' }),
    );
    expect(codes(above)).toEqual(
      expect.arrayContaining([
        'accounts.prefectureRole',
        'accounts.unitKind',
        'password.tooShort',
        'password.containsUsername',
      ]),
    );
    const misplaced = await create('prefectureBureau', newUser({ username: 'misplaced', role: 'town' }));
    expect(codes(misplaced)).toEqual(['accounts.unitKind']);
    expect((await create('prefectureBureau', newUser({ username: 'x y' }))).status).toBe(400);
    expect((await create('prefectureBureau', newUser({ admin: true }))).status).toBe(400);
    expect((await create('lufengCommunity', newUser({ username: 'forbidden' }))).status).toBe(403);
  });

  test('a taken name is refused, also when it is taken in a county one cannot see', async () => {
    const answer = await create('lufengClerk', newUser({ username: 'shuangbaiclerk' }));
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ code: 'username_taken' });
  });

  test('the same key twice makes one account', async () => {
    const headers = { 'idempotency-key': 'make-once' };
    const body = newUser({ username: 'once.only' });
    const [a, b] = [await create('lufengClerk', body, { headers }), await create('lufengClerk', body, { headers })];
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(b.json).toEqual(a.json);
    const { rows } = await world.owner.query(`SELECT answer::text FROM idempotency_key WHERE key = 'make-once'`);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});

describe('changing an account', () => {
  test('a new role ends its sessions at once', async () => {
    const cookie = await world.signIn('lufengFinance');
    const id = idOf('lufengFinance');
    expect((await world.call(meRoute.GET, { cookie })).status).toBe(200);
    const changed = await change('lufengClerk', id, 1, { role: 'county_leader' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await world.call(meRoute.GET, { cookie })).status).toBe(401);
  });

  test('a new name ends nothing', async () => {
    const cookie = await world.signIn('lufengTown');
    expect((await change('lufengClerk', idOf('lufengTown'), 1, { displayName: '金山镇 孙平安' })).status).toBe(200);
    expect((await world.call(meRoute.GET, { cookie })).json).toMatchObject({ displayName: '金山镇 孙平安' });
  });

  test('disabling needs a reason, ends the sessions, and can be taken back', async () => {
    const id = idOf('lufengCommunity2');
    const cookie = await world.signIn('lufengCommunity2');
    expect(codes(await change('lufengClerk', id, 1, { disabled: true }))).toEqual(['accounts.disableReason']);
    const disabled = await change('lufengClerk', id, 1, { disabled: true, disabledReason: '调离社区' });
    expect(disabled.json).toMatchObject({ disabledReason: '调离社区' });
    expect((await world.call(meRoute.GET, { cookie })).status).toBe(401);
    const enabled = await change('lufengClerk', id, await versionOf(id), { disabled: false });
    expect(enabled.json).toMatchObject({ disabledAt: null, disabledReason: null });
    const { rows } = await world.owner.query(
      `SELECT action, reason FROM audit_line WHERE entity = 'account' AND entity_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: 'account.disable', reason: '调离社区' },
        { action: 'account.enable', reason: null },
      ]),
    );
  });

  test('the second of two who save sees both versions', async () => {
    const id = idOf('lufengEntity');
    expect((await change('lufengClerk', id, 1, { displayName: '第一' })).status).toBe(200);
    const second = await change('lufengClerk2', id, 1, { displayName: '第二' });
    expect(second.status).toBe(409);
    expect(second.json).toMatchObject({
      code: 'version_conflict',
      conflict: { theirs: { displayName: '第一' }, yours: { displayName: '第二' }, version: 2 },
    });
    expect((await change('lufengClerk2', id, null, { displayName: '第二' })).status).toBe(428);
  });

  test('two saves at the same moment: one holds', async () => {
    const id = idOf('lufengLeader');
    const version = await versionOf(id);
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((displayName) => change('lufengClerk', id, version, { displayName })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('another county does not exist', async () => {
    const id = idOf('shuangbaiClerk');
    expect((await change('lufengClerk', id, 1, { displayName: 'x' })).status).toBe(404);
    expect((await reset('lufengClerk', id, 1)).status).toBe(404);
    expect((await world.call(userRoute.GET, { as: 'lufengClerk', params: { id } })).status).toBe(404);
    expect((await world.call(userRoute.GET, { as: 'lufengClerk', params: { id: 'x' } })).status).toBe(404);
    expect(
      (await change('lufengClerk', idOf('prefectureBureau'), 1, { disabled: true, disabledReason: 'x' })).status,
    ).toBe(404);
  });

  test('nobody changes their own rights', async () => {
    const own = await change('lufengClerk', idOf('lufengClerk'), 1, { role: 'county_leader' });
    expect(codes(own)).toEqual(['accounts.ownRights']);
    expect(codes(await reset('lufengClerk', idOf('lufengClerk'), 1))).toEqual(['accounts.ownPassword']);
  });

  test('two administrators who disable each other at once: one stays', async () => {
    const disable = (as: Person, whom: Person) => change(as, idOf(whom), 1, { disabled: true, disabledReason: '退休' });
    const answers = await Promise.all([
      disable('prefectureBureau', 'prefectureBureau2'),
      disable('prefectureBureau2', 'prefectureBureau'),
    ]);
    const { rows } = await world.owner.query(
      `SELECT count(*)::int AS count FROM account WHERE role = 'prefecture_bureau' AND disabled_at IS NULL`,
    );
    expect(rows[0].count).toBe(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await world.owner.query(
      `UPDATE account SET disabled_at = NULL, disabled_reason = NULL WHERE role = 'prefecture_bureau'`,
    );
  });

  test('a reset password is for one sign-in, ends the sessions and lifts the lock-out', async () => {
    const id = idOf('lufengCommunity');
    const { username } = world.actors.lufengCommunity;
    const cookie = await world.signIn('lufengCommunity');
    for (let index = 0; index < 11; index++) await new Browser().signIn(username, 'guess');
    expect((await reset('lufengClerk', id, 99)).status).toBe(409);
    expect((await reset('lufengClerk', id, await versionOf(id))).json).toMatchObject({ mustChangePassword: true });
    expect((await world.call(meRoute.GET, { cookie })).status).toBe(401);
    expect(await (await new Browser().signIn(username, PASSWORD)).json()).toMatchObject({ next: '/password' });
  });
});

test('the first administrator is made from the command line, once', async () => {
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  const wanted = { username: 'Admin', displayName: '系统管理员', another: false };
  expect(await makeAdministrator(client, wanted)).toMatchObject({ kind: 'exists' });
  expect(await makeAdministrator(client, { ...wanted, another: true, username: '1' })).toEqual({
    kind: 'bad-username',
  });
  expect(await makeAdministrator(client, { ...wanted, another: true, username: 'lufengclerk' })).toMatchObject({
    kind: 'taken',
  });
  await client.query(`UPDATE account SET disabled_at = now() WHERE role = 'prefecture_bureau'`);
  const made = await makeAdministrator(client, wanted);
  expect(made).toMatchObject({ kind: 'made', username: 'admin', unit: '楚雄州' });
  const answer = await new Browser().signIn('admin', made.kind === 'made' ? made.password : '');
  expect(await answer.json()).toMatchObject({ next: '/password' });
  await client.end();
});
