import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTES } from '@/lib/server/auth/tries';
import { Browser, givePassword } from '../../support/sign-in';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface Line {
  action: string;
  prefecture_id: string;
  account_id: string | null;
  after: { address: string | null; typed: string };
}
const lines = async () =>
  (
    await world.owner.query<Line>(
      `SELECT action, prefecture_id, account_id, after FROM audit_line WHERE action LIKE 'account.sign_in_unknown%' ORDER BY id`,
    )
  ).rows;

async function attempt(browser: Browser, username: string, address: string) {
  const body = { csrfToken: await browser.csrf(), username, password: 'not it at all', json: 'true' };
  const headers = { 'x-forwarded-for': address };
  return browser.ask('POST', 'callback/credentials', { body: new URLSearchParams(body), headers });
}

describe('a name that no account has', () => {
  const secret = '我的密码 是 Aa123456';

  test('leaves a line with the prefecture, and of what was typed nothing that can be read', async () => {
    expect((await attempt(new Browser(), secret, '10.1.1.1')).status).toBe(401);
    expect((await attempt(new Browser(), ` ${secret.toUpperCase()}`, '10.1.1.1')).status).toBe(401);
    expect((await attempt(new Browser(), 'zhang.san', '10.1.1.1')).status).toBe(401);
    const [first, same, other] = await lines();
    expect(first).toMatchObject({
      action: 'account.sign_in_unknown',
      prefecture_id: world.prefectureId,
      account_id: null,
      after: { address: '10.1.1.1', typed: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(same?.after.typed).toBe(first?.after.typed);
    expect(other?.after.typed).not.toBe(first?.after.typed);
    const everything = await world.owner.query<{ text: string }>(
      `SELECT coalesce(string_agg(l::text, ' '), '') || (SELECT coalesce(string_agg(t::text, ' '), '') FROM sign_in_try t) AS text FROM audit_line l`,
    );
    expect(everything.rows[0]?.text).not.toMatch(/Aa123456|zhang\.san/i);
  });

  test('a wrong password of somebody who exists is that account’s line, as before', async () => {
    const username = await givePassword(world, 'lufengFinance');
    const before = (await lines()).length;
    await attempt(new Browser(), username, '10.1.1.1');
    expect(await lines()).toHaveLength(before);
  });

  test('tried without end fills nothing: after so many lines one says so, and another address still has its own', async () => {
    const browser = new Browser();
    for (let n = 0; n < NOTES.address + 5; n++) await attempt(browser, `guess${n}`, '10.9.9.9');
    const from = (await lines()).filter(({ after }) => after.address === '10.9.9.9').map(({ action }) => action);
    expect(from).toEqual([
      ...Array.from({ length: NOTES.address }, () => 'account.sign_in_unknown'),
      'account.sign_in_unknown_many',
    ]);
    await attempt(browser, 'guess', '10.9.9.8');
    expect((await lines()).at(-1)).toMatchObject({ action: 'account.sign_in_unknown', after: { address: '10.9.9.8' } });
  });

  test('from everywhere at once is bounded too', async () => {
    await world.owner.query(`UPDATE sign_in_try SET points = $1 WHERE key LIKE '%note:all'`, [NOTES.all]);
    const browser = new Browser();
    const before = (await lines()).length;
    for (let n = 0; n < 4; n++) await attempt(browser, `guess${n}`, `10.8.8.${n}`);
    expect((await lines()).slice(before).map(({ action }) => action)).toEqual(['account.sign_in_unknown_many']);
  });
});
