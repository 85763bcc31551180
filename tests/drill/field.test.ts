import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBrowser, LAUNCH_FLAGS } from '@/scripts/browser.mjs';
import { givePassword, PASSWORD } from '@/tests/support/sign-in';
import { voteCompound } from '@/tests/support/vote-compound';
import type { World } from '@/tests/support/world';
import { Client } from './support/client';
import { type Drill, openDrill } from './support/drill';
import { NAME, type OfficeNetwork, openOfficeNetwork } from './support/office-network';

let drill: Drill & { world: World };
let office: OfficeNetwork;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  drill = await openDrill();
  office = await openOfficeNetwork(drill);
  const { publicKey } = new X509Certificate(await readFile(path.join(drill.files, 'https/server.crt')));
  const key = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      ...LAUNCH_FLAGS,
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${key}`,
    ],
  });
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await office?.end();
  await drill?.end();
});

/** A round of the community's own, open. */
async function openRound(): Promise<string> {
  await voteCompound(drill.world.owner, drill.world.lufeng, { households: 4 });
  const { rows } = await drill.world.owner.query<{ id: string }>(
    'SELECT id FROM compound ORDER BY created_at DESC LIMIT 1',
  );
  const officer = new Client(office.server.url);
  officer.keep((await drill.world.signIn('lufengCommunity')).replace(/^next-auth/, '__Secure-next-auth'));
  const ask = async (target: string, headers: Record<string, string>, body?: object) => {
    const answer = await officer.ask(target, { method: 'POST', headers, body });
    expect(answer.status, answer.text).toBeLessThan(300);
    return JSON.parse(answer.text) as { id: string; version: number };
  };
  const draft = await ask('/api/v1/rounds', {}, { compoundId: rows[0]?.id, round: 1 });
  await ask(`/api/v1/rounds/${draft.id}/open`, { 'if-match': `"${draft.version}"` });
  return draft.id;
}

test('over https, under a name that is not localhost, the worker takes the page along; with the network cut it opens, records, and sends afterwards', async () => {
  const username = await givePassword(drill.world, 'lufengCommunity');
  const roundId = await openRound();
  await page.goto(`${office.url}/login?next=%2Ffield`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(`${office.url}/field`);
  await page.getByRole('button', { name: '带走' }).waitFor();
  await page.goto(`${office.url}/field#take=${roundId}`);
  await page.getByRole('navigation', { name: '楼栋' }).waitFor();
  await page.goto(`${office.url}/field#list`);
  await page.getByText('没有网络也能打开本页').waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => [isSecureContext, navigator.serviceWorker.controller?.scriptURL])).toEqual([
    true,
    `${office.url}/sw.js`,
  ]);

  await context.setOffline(true);
  await page.goto(`${office.url}/field#r=${roundId}`);
  await page.reload();
  await page.getByRole('link', { name: /^101/ }).click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('button', { name: '保存登记' }).click();
  await page.getByText('1 条待送出').waitFor();
  await context.setOffline(false);
  await page.goto(`${office.url}/field`);
  await page.getByText('已送出（1）').waitFor({ timeout: 60_000 });
  const { rows } = await drill.world.owner.query('SELECT choice, source FROM ballot WHERE round_id = $1', [roundId]);
  expect(rows).toEqual([{ choice: 'agree', source: 'offline' }]);
});

test('what is kept is the one page and its parts: nothing of the API, no other page, no person', async () => {
  await page.goto(`${office.url}/compounds`);
  const kept = await page.evaluate(async () => {
    const found: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = request.url.endsWith('.png') ? '' : ((await (await cache.match(request))?.text()) ?? '');
        found.push({ path: new URL(request.url).pathname, text });
      }
    }
    return found;
  });
  const others = kept.filter(
    ({ path }) => !/^\/(?:_next\/static\/|field(?:$|\/)|icon\.svg$|select-arrow\.svg$)/.test(path),
  );
  expect(others).toEqual([]);
  expect(kept.map(({ path }) => path)).toContain('/field');
  expect(kept.filter(({ text }) => text.includes('王*') || text.includes('文化路'))).toEqual([]);
});

test('the worker is asked for anew each time, and is not at the residents’ address', async () => {
  const device = office.device(office.authority);
  expect((await device.ask('/sw.js')).headers['cache-control']).toBe('no-cache');
  const resident = new Client(`http://127.0.0.1:${office.ports.residents}`);
  for (const target of ['/sw.js', '/field', '/field/manifest.webmanifest'])
    expect([target, (await resident.ask(target)).status]).toEqual([target, 404]);
});

test('the office’s server is off: the page opens all the same, and says that there is no network', async () => {
  await office.end();
  const later = await context.newPage();
  await later.goto(`${office.url}/field`);
  await later.getByText('没有网络，登记先存在本机').waitFor({ state: 'attached' });
  await later.getByRole('link', { name: '开始登记' }).click();
  await later.getByRole('navigation', { name: '楼栋' }).waitFor();
  // whatever other page is asked for, the way leads here
  await later.goto(`${office.url}/votes`);
  expect(later.url()).toBe(`${office.url}/field`);
});
