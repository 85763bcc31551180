import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as exportFileRoute from '@/app/api/v1/exports/[id]/file/route';
import * as exportsRoute from '@/app/api/v1/exports/route';
import * as meRoute from '@/app/api/v1/me/route';
import * as passwordRoute from '@/app/api/v1/password/route';
import * as revokeRoute from '@/app/api/v1/tokens/[id]/revoke/route';
import * as tokensRoute from '@/app/api/v1/tokens/route';
import * as userRoute from '@/app/api/v1/users/[id]/route';
import * as userTokensRoute from '@/app/api/v1/users/[id]/tokens/route';
import type { TokenList, TokenMade } from '@/lib/domain/accounts/tokens';
import { withActorClient } from '@/lib/server/db/with-actor';
import { makeExport } from '@/lib/server/exports/make-export';
import { codeOf } from '../../support/every/problem';
import { addAccount } from '../../support/every/side';
import { makeToken } from '../../support/every/tokens';
import { type Called, type CallOptions, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let day: string;
const logged: string[] = [];
beforeAll(async () => {
  for (const how of ['log', 'error', 'warn'] as const)
    vi.spyOn(console, how).mockImplementation((...parts: unknown[]) => void logged.push(parts.join(' ')));
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT (anju_today() + 90)::text AS day');
  day = rows[0]?.day ?? '';
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.end();
});

let n = 0;
async function newToken(as: Person, scopes = ['compounds.read', 'compounds.write']): Promise<TokenMade> {
  n += 1;
  const body = { name: `第${n}个系统`, scopes, expiresOn: day };
  const headers = { 'idempotency-key': `token-${n}` };
  const made = await world.call(tokensRoute.POST, { method: 'POST', as, body, headers });
  expect(made.status, JSON.stringify(made.json)).toBe(201);
  return made.json as TokenMade;
}
const read = (bearer: string, more: CallOptions = {}) => world.call(compoundsRoute.GET, { bearer, ...more });
const write = (bearer: string | undefined, more: CallOptions = {}) =>
  world.call(compoundsRoute.POST, {
    method: 'POST',
    bearer,
    body: { name: `第${++n}小区`, communityId: world.lufeng.subdistricts[0]?.communities[0]?.id },
    ...more,
  });
const revoke = (as: Person, id: string) =>
  world.call(revokeRoute.POST, { method: 'POST', as, params: { id }, body: { reason: '系统停用' } });
const said = (answer: Called) => [answer.status, codeOf(answer)];

describe('an access token of one’s own', () => {
  it('is shown once: neither the list, nor the record, nor the tables, nor the log has the secret', async () => {
    const { secret, id, hint } = await newToken('lufengClerk');
    expect(secret).toMatch(/^anju_[A-Za-z0-9_-]{47}$/);
    expect(hint).toBe(secret.slice(0, 9));
    const list = await world.call(tokensRoute.GET, { as: 'lufengClerk' });
    expect((list.json as TokenList).items[0]).toMatchObject({ id, hint, state: 'active', lastUsedAt: null });
    expect((await read(secret)).status).toBe(200);
    const inside = secret.slice(9, 40);
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    for (const { name } of tables) {
      const { rows } = await world.owner.query(`SELECT 1 FROM ${name} t WHERE to_jsonb(t)::text LIKE $1 LIMIT 1`, [
        `%${inside}%`,
      ]);
      expect(rows, name).toEqual([]);
    }
    expect(`${JSON.stringify(list.json)}${logged.join('')}`).not.toContain(inside);
    const digest = withActorClient(world.actors.lufengClerk, (client) =>
      client.query('SELECT digest FROM access_token_secret'),
    );
    await expect(digest).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused with every reason, and nobody makes one for another', async () => {
    const body = { name: '大屏', scopes: ['units.write'], expiresOn: '2099-01-01' };
    const refused = await world.call(tokensRoute.POST, { method: 'POST', as: 'lufengClerk', body });
    expect(refused.status).toBe(422);
    const { reasons } = refused.json as { reasons: { code: string; message: string }[] };
    expect(reasons.map(({ code }) => code).sort()).toEqual(['tokens.beyondRole', 'tokens.expiryTooLate']);
    const accountId = world.actors.lufengLeader.accountId;
    const other = await world.call(tokensRoute.POST, {
      method: 'POST',
      as: 'lufengClerk',
      body: { ...body, accountId },
    });
    expect(said(other)).toEqual([400, 'invalid_input']);
  });

  it('writes without the header of our own pages, in the name of its account, as the token that it is', async () => {
    const { secret, id, name } = await newToken('lufengClerk');
    const made = await write(secret);
    expect(made.status).toBe(201);
    const { rows } = await world.owner.query(
      `SELECT actor, account_id, token_id FROM audit_line WHERE entity = 'compound' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows[0]).toEqual({
      actor: `禄丰市住建局 王丽（县市住建局，禄丰市；令牌“${name}”）`,
      account_id: world.actors.lufengClerk.accountId,
      token_id: id,
    });
    expect(said(await write(secret, { headers: { origin: 'https://elsewhere.example' } }))).toEqual([403, 'csrf']);
    const person = await write(undefined, { as: 'lufengClerk' });
    const own = await world.owner.query(
      `SELECT actor, token_id FROM audit_line WHERE entity_id = $1 ORDER BY id DESC LIMIT 1`,
      [(person.json as { id: string }).id],
    );
    expect(own.rows[0]).toEqual({ actor: '禄丰市住建局 王丽（县市住建局，禄丰市）', token_id: null });
  });

  it('comes alone: with a session beside it nobody knows who asks; another scheme is not ours to read', async () => {
    const { secret } = await newToken('lufengClerk');
    const cookie = await world.signIn('lufengClerk');
    expect(said(await read(secret, { cookie }))).toEqual([400, 'two_identities']);
    expect(said(await read('anju_broken', { cookie }))).toEqual([400, 'two_identities']);
    expect((await read(secret, { cookie: 'anju-locale=en' })).status).toBe(200);
    const basic = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
    expect((await world.call(compoundsRoute.GET, { cookie, headers: basic })).status).toBe(200);
    expect(said(await world.call(compoundsRoute.GET, { headers: basic }))).toEqual([401, 'sign_in_required']);
    expect(said(await world.call(compoundsRoute.GET, { headers: { authorization: 'Bearer' } }))).toEqual([
      401,
      'token_malformed',
    ]);
  });

  it('tells strangers nothing: what was never issued and what somebody guessed at answer alike', async () => {
    const { secret, id } = await newToken('lufengClerk');
    await revoke('lufengClerk', id);
    const [badSum, unknown] = [`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`, 'anju_nothing'];
    expect((await read(badSum)).json).toEqual((await read(unknown)).json);
    const known = await read(secret);
    expect(said(known)).toEqual([401, 'token_revoked']);
    expect(known.headers.get('www-authenticate')).toContain('invalid_token');
    expect(JSON.stringify(known.json)).toContain('新建');
  });

  it('of two systems with the same Idempotency-Key, each has its own', async () => {
    const [one, two] = [await newToken('lufengClerk'), await newToken('lufengClerk')];
    const headers = { 'idempotency-key': '1' };
    const answers = [await write(one.secret, { headers }), await write(two.secret, { headers })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const body = { name: '同一个小区', communityId: world.lufeng.subdistricts[0]?.communities[0]?.id };
    const again = await Promise.all([1, 2].map(() => write(one.secret, { headers: { 'idempotency-key': '2' }, body })));
    expect(new Set(again.map(({ json }) => (json as { id: string }).id)).size).toBe(1);
    for (const { id } of [one, two]) await revoke('lufengClerk', id);
  });

  it('is marked as used, at most once a minute', async () => {
    const { secret, id } = await newToken('lufengClerk');
    await read(secret);
    const used = () =>
      world.owner.query<{ at: Date }>('SELECT last_used_at AS at FROM access_token_secret WHERE token_id = $1', [id]);
    const first = (await used()).rows[0]?.at;
    expect(first).toBeInstanceOf(Date);
    await read(secret);
    expect((await used()).rows[0]?.at).toEqual(first);
    await revoke('lufengClerk', id);
  });
});

describe('what happens to the account happens to its tokens', () => {
  async function person(name: string, role = 'county_bureau') {
    const post = { prefectureId: world.prefectureId, countyId: world.lufeng.id, unitId: world.lufeng.id };
    const { id } = await addAccount(world.owner, name, role, post);
    return { id, bearer: await makeToken(world, id, ['compounds.read', 'compounds.write']) };
  }
  const change = async (id: string, body: object) => {
    const { rows } = await world.owner.query<{ version: number }>('SELECT version FROM account WHERE id = $1', [id]);
    const headers = { 'if-match': `"${rows[0]?.version}"` };
    const done = await world.call(userRoute.PATCH, {
      method: 'PATCH',
      as: 'prefectureBureau',
      params: { id },
      headers,
      body,
    });
    expect(done.status, JSON.stringify(done.json)).toBe(200);
  };

  it('a dismissed person’s token is refused at once, says what to do, and stays ended when the person comes back', async () => {
    const { id, bearer } = await person('token.dismissed');
    expect((await read(bearer)).status).toBe(200);
    await change(id, { disabled: true, disabledReason: '调离' });
    const refused = await read(bearer);
    expect(said(refused)).toEqual([401, 'token_disabled']);
    expect(JSON.stringify(refused.json)).toContain('请由在岗人员用自己的账号新建令牌');
    const english = await read(bearer, { cookie: 'anju-locale=en' });
    expect(JSON.stringify(english.json)).toContain('Somebody in office makes a new one with their own account');
    await change(id, { disabled: false });
    expect(said(await read(bearer))).toEqual([401, 'token_disabled']);
    const lines = await world.owner.query(
      `SELECT action, count(*)::int AS n FROM audit_line WHERE action = 'token.refused' AND account_id = $1 GROUP BY 1`,
      [id],
    );
    // twice refused within the hour, once on record
    expect(lines.rows).toEqual([{ action: 'token.refused', n: 1 }]);
  });

  it('of an account that moved it opens nothing, neither there nor when the account moves back', async () => {
    const { id, bearer } = await person('token.moved');
    await change(id, { unitId: world.shuangbai.id });
    expect(said(await read(bearer))).toEqual([401, 'token_moved']);
    await change(id, { unitId: world.lufeng.id });
    expect(said(await read(bearer))).toEqual([401, 'token_moved']);
  });

  it('with another role it does what that role may, and no more', async () => {
    const { id, bearer } = await person('token.role');
    expect((await write(bearer)).status).toBe(201);
    await change(id, { role: 'county_finance' });
    expect((await read(bearer)).status).toBe(200);
    expect(said(await write(bearer))).toEqual([403, 'forbidden']);
  });

  it('waits while the password is another’s choice, and a new password of one’s own does not stop a system', async () => {
    const { id, bearer } = await person('token.password');
    await world.owner.query('UPDATE account SET must_change_password = true WHERE id = $1', [id]);
    expect(said(await read(bearer))).toEqual([403, 'password_change_required']);
    await world.owner.query('UPDATE account SET must_change_password = false WHERE id = $1', [id]);
    await world.owner.query(`SELECT auth_end_sessions($1, 'password_change')`, [id]);
    expect((await read(bearer)).status).toBe(200);
    const body = { currentPassword: 'x', newPassword: 'v3rz-88kd-pw2m-lq51' };
    const changed = await world.call(passwordRoute.POST, { method: 'POST', bearer, body });
    expect(said(changed)).toEqual([403, 'token_not_allowed']);
  });

  it('is over after its last day in Shanghai', async () => {
    const { id, bearer } = await person('token.expired');
    await world.owner.query('UPDATE access_token SET expires_on = anju_today() WHERE account_id = $1', [id]);
    expect((await read(bearer)).status).toBe(200);
    await world.owner.query('UPDATE access_token SET expires_on = anju_today() - 1 WHERE account_id = $1', [id]);
    expect(said(await read(bearer))).toEqual([401, 'token_expired']);
  });
});

describe('revoking', () => {
  it('one’s own; an administrator those of the own county; nobody else even sees it', async () => {
    const { id, secret } = await newToken('lufengClerk2');
    for (const as of ['shuangbaiClerk', 'lufengFinance', 'lufengCommunity'] as const)
      expect(said(await revoke(as, id)), as).toEqual([404, 'not_found']);
    const params = { id: world.actors.lufengClerk2.accountId };
    const seen = await world.call(userTokensRoute.GET, { as: 'prefectureBureau', params });
    expect((seen.json as TokenList).items.map((token) => token.id)).toContain(id);
    expect(said(await world.call(userTokensRoute.GET, { as: 'shuangbaiClerk', params }))).toEqual([404, 'not_found']);
    const ended = await revoke('lufengClerk', id);
    expect(ended).toMatchObject({
      status: 200,
      json: {
        state: 'revoked',
        revokedHow: 'administrator',
        revokedBy: '禄丰市住建局 王丽',
        revokedReason: '系统停用',
      },
    });
    expect(said(await revoke('lufengClerk2', id))).toEqual([409, 'token_ended']);
    expect(said(await read(secret))).toEqual([401, 'token_revoked']);
    const again = world.owner.query(`UPDATE access_token SET revoked_at = NULL, revoked_how = NULL WHERE id = $1`, [
      id,
    ]);
    await expect(again).rejects.toMatchObject({ code: '42501' });
  });

  it('while it is in use: what came after is refused, and nothing is half done', async () => {
    const { id, secret } = await newToken('lufengClerk2');
    const count = async () =>
      (await world.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM compound')).rows[0]?.n ?? 0;
    const before = await count();
    const sent = Array.from({ length: 12 }, () => write(secret));
    const ended = revoke('lufengClerk2', id);
    const answers = await Promise.all(sent);
    expect((await ended).status).toBe(200);
    const made = answers.filter(({ status }) => status === 201).length;
    for (const answer of answers) expect([201, 401]).toContain(answer.status);
    expect(await count()).toBe(before + made);
    expect((await Promise.all([write(secret), write(secret)])).map(said)).toEqual(
      Array.from({ length: 2 }, () => [401, 'token_revoked']),
    );
    const twice = await newToken('lufengClerk2');
    const both = await Promise.all([revoke('lufengClerk2', twice.id), revoke('lufengClerk', twice.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('ten at once are ten: of twenty made together no eleventh comes through', async () => {
    const all = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        world.call(tokensRoute.POST, {
          method: 'POST',
          as: 'shuangbaiClerk',
          body: { name: `系统${index}`, scopes: ['compounds.read'], expiresOn: day },
        }),
      ),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(all.filter(({ status }) => status === 422)).toHaveLength(4);
  });
});

describe('personal data in clear', () => {
  it('leaves by no token: neither asked for unmasked, nor fetched when its person asked for it', async () => {
    const bearer = await makeToken(world, world.actors.lufengClerk.accountId, ['exports.read', 'register.read']);
    const ask = (who: CallOptions, unmasked: boolean) =>
      world.call(exportsRoute.POST, {
        method: 'POST',
        ...who,
        body: { kind: 'survey', format: 'xlsx', unmasked, ...(unmasked ? { reason: '核对产权档案' } : {}) },
      });
    expect(said(await ask({ bearer }, true))).toEqual([403, 'forbidden']);
    const own = await ask({ as: 'lufengClerk' }, true);
    expect(own.status, JSON.stringify(own.json)).toBe(202);
    const { id } = own.json as { id: string };
    await makeExport({ exportId: id, accountId: world.actors.lufengClerk.accountId });
    const fetch = (who: CallOptions) => world.call(exportFileRoute.GET, { ...who, params: { id } });
    expect(said(await fetch({ bearer }))).toEqual([403, 'forbidden']);
    expect((await fetch({ as: 'lufengClerk' })).status).toBe(200);
    const narrow = await makeToken(world, world.actors.lufengClerk.accountId, ['exports.read']);
    expect(said(await ask({ bearer: narrow }, false))).toEqual([403, 'forbidden']);
    expect((await ask({ bearer }, false)).status).toBe(202);
  });

  it('stays out of reach of a reading token in the database itself', async () => {
    const { actorOfToken } = await import('@/lib/server/auth/token-gate');
    const seen = async (scopes: Parameters<typeof makeToken>[2]) => {
      const bearer = await makeToken(world, world.actors.lufengClerk.accountId, scopes);
      const actor = await actorOfToken(bearer, new Request('http://127.0.0.1:3000/api/v1/me'));
      if ('ok' in actor) throw new Error('refused');
      const { rows } = await withActorClient(actor, (client) =>
        client.query(`SELECT current_setting('app.personal') AS p`),
      );
      return rows[0]?.p;
    };
    expect(await seen(['register.read', 'exports.read'])).toBe('');
    expect(await seen(['register.write'])).toBe('on');
  });

  it('every token may ask who it is', async () => {
    const bearer = await makeToken(world, world.actors.lufengClerk.accountId, ['rulebook.read']);
    expect(await world.call(meRoute.GET, { bearer })).toMatchObject({ status: 200, json: { username: 'lufengclerk' } });
  });
});
