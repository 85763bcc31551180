import { expect, test } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { signIn } from './steps/people';

test.describe('谁能看到什么', () => {
  test('没有登录的人到哪个页面都先登录', async ({ page }) => {
    for (const path of ['/', '/compounds', '/dashboard', '/imports', '/users', '/audit']) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/login/);
    }
  });

  test('双柏县的经办人看不到禄丰市的小区：列表里没有，网址也打不开', async ({ page, browser }) => {
    await signIn(page, PERSONAS.lufengClerk);
    await page.goto('/compounds');
    const link = page.getByRole('main').getByRole('link', { name: '财政局新家属院', exact: true }).first();
    await expect(link).toBeVisible();
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toMatch(/^\/compounds\/[0-9a-f-]{36}$/);

    const other = await browser.newPage();
    await signIn(other, PERSONAS.shuangbaiClerk);
    await other.goto('/compounds?q=财政局新家属院');
    await expect(other.getByRole('main').getByRole('link', { name: '财政局新家属院', exact: true })).toHaveCount(0);
    const answer = await other.goto(href);
    expect(answer?.status()).toBe(404);
    const api = await other.request.get(`/api/v1${href}`);
    expect(api.status()).toBe(404);
    expect(await api.json()).toMatchObject({ code: 'not_found' });
    const missing = await other.request.get('/api/v1/compounds/018f3c5e-0000-7000-8000-000000000001');
    expect({ ...(await missing.json()), requestId: '' }).toEqual({ ...(await api.json()), requestId: '' });
    await other.close();
  });

  test('领导只看不办：改网址也进不了投诉、用户和填报的页面', async ({ page }) => {
    await signIn(page, PERSONAS.lufengLeader);
    await page.goto('/dashboard');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('禄丰市');
    for (const path of ['/complaints', '/users', '/audit', '/imports', '/compounds/new', '/votes/new']) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
    }
  });

  test('退出以后，旧的登录凭证不再有效', async ({ page, playwright, baseURL }) => {
    await signIn(page, PERSONAS.lufengDrc);
    const kept = await page.context().storageState();
    const stolen = await playwright.request.newContext({ baseURL, storageState: kept });
    expect((await stolen.get('/api/v1/me')).status()).toBe(200);
    const out = await page.request.post('/api/v1/sign-out', { headers: { 'x-anju-request': '1' } });
    expect(out.ok()).toBe(true);
    expect((await stolen.get('/api/v1/me')).status()).toBe(401);
    await stolen.dispose();
  });
});

test.describe('门口', () => {
  test('坏网址、坏方法、没有的页面，各有一句中文', async ({ page, request }) => {
    for (const path of ['/api/v1/%', '/api/v1/compounds/%E0%A4%A', '/api/v1/compounds/%00']) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(400);
      expect(answer.headers()['content-type'], path).toContain('application/problem+json');
    }
    expect((await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404);
    await signIn(page, PERSONAS.lufengClerk);
    const nowhere = await page.goto('/nowhere');
    expect(nowhere?.status()).toBe(404);
    await expect(page.getByText('没有找到')).toBeVisible();
  });

  test('安全响应头齐全，页面不向别处要任何东西', async ({ page, baseURL }) => {
    const elsewhere: string[] = [];
    const violations: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) elsewhere.push(url);
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) violations.push(message.text());
    });
    await signIn(page, PERSONAS.prefectureBureau);
    for (const path of ['/', '/dashboard', '/compounds', '/programme', '/units', '/users', '/audit', '/rulebook']) {
      const answer = await page.goto(path);
      const headers = answer?.headers() ?? {};
      expect(headers['content-security-policy'], path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
      expect(headers['content-security-policy'], path).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      await page.waitForLoadState('networkidle');
    }
    expect(elsewhere).toEqual([]);
    expect(violations).toEqual([]);
  });
});
