import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as me from '@/app/api/v1/me/route';
import * as passwordRoute from '@/app/api/v1/password/route';
import * as signOutRoute from '@/app/api/v1/sign-out/route';
import { Browser, givePassword, PASSWORD } from '../../support/sign-in';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const whoAmI = (browser: Browser) => world.call(me.GET, { cookie: browser.header() });
const actions = async (person: Person) => {
  const { rows } = await world.owner.query<{ action: string }>(
    `SELECT action FROM audit_line WHERE account_id = $1 AND entity = 'account' ORDER BY id`,
    [world.actors[person].accountId],
  );
  return rows.map(({ action }) => action);
};
async function signedIn(person: Person, password = PASSWORD): Promise<Browser> {
  const browser = new Browser();
  const answer = await browser.signIn(await givePassword(world, person, password), password);
  expect(answer.status).toBe(200);
  return browser;
}

describe('signing in', () => {
  test('with the right password: a session that is a row, and a cookie that only names it', async () => {
    const browser = await signedIn('lufengClerk');
    expect((await whoAmI(browser)).json).toMatchObject({ username: 'lufengclerk', role: 'county_bureau' });
    const { rows } = await world.owner.query('SELECT token_hash FROM session WHERE account_id = $1', [
      world.actors.lufengClerk.accountId,
    ]);
    expect(browser.cookies.get('next-auth.session-token')).not.toContain(rows[0].token_hash);
    expect(await actions('lufengClerk')).toContain('account.sign_in');
  });

  test('user names are not case-sensitive, passwords are', async () => {
    await givePassword(world, 'lufengClerk2', 'Aa Bb Cc Dd 1234');
    expect((await new Browser().signIn('LUFENGCLERK2', 'Aa Bb Cc Dd 1234')).status).toBe(200);
    expect((await new Browser().signIn('lufengclerk2', 'aa bb cc dd 1234')).status).toBe(401);
    expect(await actions('lufengClerk2')).toContain('account.sign_in_failed');
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const username = await givePassword(world, 'lufengFinance');
    const wrong = await new Browser().signIn(username, 'not it at all');
    const unknown = await new Browser().signIn('nobody.at.all', 'not it at all');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [a, b] = [await wrong.json(), await unknown.json()];
    expect(a).toEqual(b);
    expect(a).toMatchObject({ code: 'wrong_credentials' });
    expect(wrong.headers.getSetCookie().join()).not.toContain('session-token');
  });

  test('where it leads is inside the application, whatever the link said', async () => {
    const username = await givePassword(world, 'lufengLeader');
    const lead = async (callbackUrl: string) => {
      const answer = await new Browser().signIn(username, PASSWORD, { callbackUrl });
      return ((await answer.json()) as { next: string; url: string }).next;
    };
    expect(await lead('/dashboard?year=2020')).toBe('/dashboard?year=2020');
    expect(await lead('https://evil.example/x')).toBe('/x');
    for (const bad of [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/login',
      '/api/x',
    ]) {
      expect(await lead(bad), bad).toBe('/');
    }
  });

  test('a disabled account with the right password is told so, and gets no session', async () => {
    const username = await givePassword(world, 'shuangbaiCommunity');
    await world.owner.query('UPDATE account SET disabled_at = now() WHERE username = $1', [username]);
    const answer = await new Browser().signIn(username, PASSWORD);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'account_disabled' });
    expect((await new Browser().signIn(username, 'something else')).status).toBe(401);
  });
});

describe('lock-out', () => {
  test('twenty wrong passwords at once: ten are looked at, ten are not; then even the right one waits', async () => {
    const username = await givePassword(world, 'prefectureFinance');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => new Browser().signIn(username, `wrong password ${index}`)),
    );
    const counts = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([counts(401), counts(429)]).toEqual([10, 10]);
    const right = await new Browser().signIn(username, PASSWORD);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(((await right.json()) as { detail: string }).detail).toMatch(/请在 \d+ 分钟后再试/);
    expect((await actions('prefectureFinance')).filter((action) => action === 'account.locked')).toHaveLength(1);
  });

  test('names that do not exist lock out alike', async () => {
    const tries = [];
    for (let index = 0; index < 11; index++) tries.push((await new Browser().signIn('ghost', 'x')).status);
    expect(tries).toEqual([...Array(10).fill(401), 429]);
  });

  test('an attacker cannot lock the officer out of the browser she works in', async () => {
    const officer = await signedIn('shuangbaiClerk');
    const { username } = world.actors.shuangbaiClerk;
    for (let index = 0; index < 11; index++) await new Browser().signIn(username, 'guess');
    expect((await new Browser().signIn(username, PASSWORD)).status).toBe(429);
    expect((await officer.signIn(username, PASSWORD)).status).toBe(200);
    // and her own success gave the attacker nothing back
    expect((await new Browser().signIn(username, PASSWORD)).status).toBe(429);
  });

  test('a device cookie of another account, or a forged one, buys no extra tries', async () => {
    const other = await signedIn('lufengTown');
    const username = await givePassword(world, 'lufengEntity');
    for (let index = 0; index < 10; index++) await new Browser().signIn(username, 'guess');
    expect((await other.signIn(username, PASSWORD)).status).toBe(429);
    const forged = new Browser();
    const [payload] = (other.cookies.get('anju-device') ?? '').split('.');
    forged.cookies.set('anju-device', `${payload}.${'A'.repeat(43)}`);
    expect((await forged.signIn(username, PASSWORD)).status).toBe(429);
    const broken = new Browser();
    for (const value of ['.', 'a.b', '%', 'x'.repeat(3000)]) {
      broken.cookies.set('anju-device', value);
      expect((await broken.signIn(username, PASSWORD)).status).toBe(429);
    }
  });

  test('the old password asked for at a change is counted in the same place', async () => {
    const browser = await signedIn('lufengCommunity');
    const change = (currentPassword: string) =>
      world.call(passwordRoute.POST, {
        method: 'POST',
        cookie: browser.header(),
        body: { currentPassword, newPassword: '一句只有我知道的话 2026' },
      });
    const statuses = [];
    for (let index = 0; index < 11; index++) statuses.push((await change('guess')).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
    expect((await change(PASSWORD)).status).toBe(429);
    expect((await browser.signIn('lufengcommunity', PASSWORD)).status).toBe(429);
    expect((await whoAmI(browser)).status).toBe(200);
  });
});

describe('sessions end', () => {
  test('sign-out ends every session of the person, on the next request', async () => {
    const here = await signedIn('prefectureBureau');
    const there = await signedIn('prefectureBureau');
    const answer = await world.call(signOutRoute.POST, { method: 'POST', cookie: here.header() });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect([(await whoAmI(here)).status, (await whoAmI(there)).status]).toEqual([401, 401]);
    expect(await actions('prefectureBureau')).toContain('account.sign_out');
  });

  test("next-auth's own sign-out does the same, and only with its token", async () => {
    const browser = await signedIn('prefectureBureau2');
    const without = await browser.ask('POST', 'signout', { body: new URLSearchParams({ json: 'true' }) });
    expect(without.status).toBe(403);
    expect((await whoAmI(browser)).status).toBe(200);
    const cookie = browser.header();
    const body = new URLSearchParams({ csrfToken: await browser.csrf(), json: 'true' });
    expect((await browser.ask('POST', 'signout', { body })).status).toBe(200);
    expect((await world.call(me.GET, { cookie })).status).toBe(401);
  });

  test('a new password ends them too, and is the one that counts', async () => {
    const browser = await signedIn('lufengCommunity2');
    const body = { currentPassword: PASSWORD, newPassword: '东河边的第三棵树 2026' };
    const answer = await world.call(passwordRoute.POST, { method: 'POST', cookie: browser.header(), body });
    expect(answer.status).toBe(204);
    expect((await whoAmI(browser)).status).toBe(401);
    expect((await browser.signIn('lufengcommunity2', PASSWORD)).status).toBe(401);
    expect((await browser.signIn('lufengcommunity2', body.newPassword)).status).toBe(200);
    expect(await actions('lufengCommunity2')).toContain('account.password_change');
    const { rows } = await world.owner.query(
      `SELECT after FROM audit_line WHERE entity = 'account_password' AND entity_id = $1`,
      [world.actors.lufengCommunity2.accountId],
    );
    expect(JSON.stringify(rows)).not.toContain('argon2');
  });

  test.each([
    ['garbage', 'next-auth.session-token=abc.def.ghi'],
    ['empty', 'next-auth.session-token='],
    ['not even a pair', ';;;=%E0%A4%A'],
  ])('a cookie that is %s is nobody', async (_name, cookie) => {
    expect((await world.call(me.GET, { cookie })).status).toBe(401);
  });

  test('a token signed with another secret, expired, or naming no session is nobody', async () => {
    const secret = process.env.NEXTAUTH_SECRET ?? '';
    const tokens = [
      await encode({ token: { sid: 'x' }, secret: 'another-secret-that-is-long-enough-0000' }),
      await encode({ token: { sid: 'x' }, secret, maxAge: -60 }),
      await encode({ token: { sid: 'x'.repeat(43) }, secret }),
      await encode({ token: { sub: world.actors.lufengClerk.accountId }, secret }),
    ];
    for (const token of tokens) {
      expect((await world.call(me.GET, { cookie: `next-auth.session-token=${token}` })).status).toBe(401);
    }
  });

  test('a session is over after its twelve hours, whatever the cookie says', async () => {
    const browser = await signedIn('prefectureLeader');
    await world.owner.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE account_id = $1`, [
      world.actors.prefectureLeader.accountId,
    ]);
    expect((await whoAmI(browser)).status).toBe(401);
  });
});

describe('a password that somebody else set', () => {
  test('opens nothing but its own change', async () => {
    const person = 'lufengClerk';
    await world.owner.query('UPDATE account SET must_change_password = true WHERE id = $1', [
      world.actors[person].accountId,
    ]);
    const username = await givePassword(world, person);
    const browser = new Browser();
    expect(await (await browser.signIn(username, PASSWORD)).json()).toMatchObject({ next: '/password' });
    const { PATCH } = await import('@/app/api/v1/me/locale/route');
    expect((await whoAmI(browser)).json).toMatchObject({ mustChangePassword: true });
    expect(
      (await world.call(PATCH, { method: 'PATCH', cookie: browser.header(), body: { locale: 'en' } })).status,
    ).toBe(200);
    const change = (newPassword: string) =>
      world.call(passwordRoute.POST, {
        method: 'POST',
        cookie: browser.header(),
        body: { currentPassword: PASSWORD, newPassword },
      });
    const weak = await change('lufengclerk1');
    expect(weak.status).toBe(422);
    expect(weak.json).toMatchObject({ reasons: [{ field: 'newPassword', code: 'password.containsUsername' }] });
    expect((await change(PASSWORD)).json).toMatchObject({ reasons: [{ code: 'password.sameAsBefore' }] });
    expect((await change('星宿江边 十月 稻香')).status).toBe(422);
    expect((await change('星宿江边 十月 稻香飘过来')).status).toBe(204);
    expect(await (await browser.signIn(username, '星宿江边 十月 稻香飘过来')).json()).toMatchObject({
      mustChangePassword: false,
    });
  });
});

describe('the door', () => {
  test('another site cannot post to it', async () => {
    const username = await givePassword(world, 'lufengLeader');
    const browser = new Browser();
    const fields = { csrfToken: await browser.csrf(), username, password: PASSWORD };
    const post = (headers: Record<string, string>) =>
      browser.ask('POST', 'callback/credentials', { body: new URLSearchParams(fields), headers });
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    fields.csrfToken = 'wrong';
    expect((await post({})).status).toBe(403);
    expect((await post({ cookie: '' })).status).toBe(403);
  });

  test("shows none of next-auth's own pages", async () => {
    for (const path of [
      'signin',
      'signout',
      'error?error=CredentialsSignin',
      'verify-request',
      'error/Configuration',
    ]) {
      const answer = await new Browser().ask('GET', path);
      expect([answer.status, answer.headers.get('location')], path).toEqual([302, '/login']);
    }
    for (const [method, path] of [
      ['GET', 'callback/credentials'],
      ['POST', '_log'],
      ['POST', 'session'],
      ['POST', 'signin/credentials'],
    ]) {
      expect(
        (await new Browser().ask(method ?? '', path ?? '', { body: method === 'POST' ? 'a=b' : undefined })).status,
      ).toBe(404);
    }
    expect((await new Browser().ask('PUT', 'callback/credentials', { body: 'a=b' })).status).toBe(405);
  });

  test('bad bodies are refused with a sentence', async () => {
    const post = (body: string, type: string) =>
      new Browser().ask('POST', 'callback/credentials', { body, headers: { 'content-type': type } });
    const form = 'application/x-www-form-urlencoded';
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post('[]', 'application/json')).status).toBe(400);
    expect((await post('{"username":{"$ne":1}}', 'application/json')).status).toBe(400);
    expect((await post('role=admin', form)).status).toBe(400);
    expect((await post(`username=${'x'.repeat(20_000)}`, form)).status).toBe(413);
    expect((await post('username=%00', form)).status).toBe(400);
    expect((await post('<a/>', 'text/xml')).status).toBe(415);
  });

  test('session says nothing about nobody', async () => {
    expect(await (await new Browser().ask('GET', 'session')).json()).toEqual({});
    const browser = await signedIn('prefectureBureau');
    expect(await (await browser.ask('GET', 'session')).json()).toMatchObject({ user: { name: '州住建局 普玉兰' } });
    expect((await whoAmI(browser)).status).toBe(200);
  });
});
