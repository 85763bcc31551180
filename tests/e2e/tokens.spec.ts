import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { ONE_DESK, ownName, said, test } from './steps/office';
import { signIn } from './steps/people';

/** Another system: no browser, no cookies, only the token. */
async function asSystem(page: Page, secret: string, path: string, init: RequestInit = {}) {
  const address = new URL(`/api/v1${path}`, page.url());
  const headers = { ...init.headers, authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const answer = await fetch(address, { ...init, headers });
  const body = (await answer.json()) as { code?: string; detail?: string; total?: number };
  return { status: answer.status, ...body };
}

test('给别的系统一个令牌：只显示一次，只做授权的事，撤销后立即失效', ONE_DESK, async ({ page, desk }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const system = ownName(info, '城建大屏');
  // the menu listens a moment after it is seen
  const entry = page.getByRole('link', { name: '访问令牌' });
  await expect(async () => {
    await page.getByRole('button', { name: '账号菜单' }).click();
    await expect(entry).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await entry.click();
  await expect(page.getByRole('heading', { name: '访问令牌', level: 1 })).toBeVisible();

  const secret = await test.step('建立', async () => {
    await page.getByRole('button', { name: '新建令牌' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '建立令牌' }).click();
    await expect(dialog.getByText('这一项必须填写')).toBeVisible();
    await expect(dialog.getByText('请至少选一项授权')).toBeVisible();
    await dialog.getByLabel('用在哪个系统').fill(system);
    await dialog.getByLabel('读取小区、楼栋和照片').check();
    await dialog.getByRole('button', { name: '建立令牌' }).click();
    await expect(dialog.getByText('令牌只显示这一次')).toBeVisible();
    const shown = (await dialog.getByText(/^anju_[\w-]{47}$/).textContent()) ?? '';
    await dialog.getByRole('button', { name: '已保存，关闭' }).click();
    return shown;
  });

  await test.step('系统凭它读取小区，别的事办不了，页面也进不去', async () => {
    const read = await asSystem(page, secret, '/compounds?limit=1');
    expect([read.status, (read.total ?? 0) > 0]).toEqual([200, true]);
    const write = await asSystem(page, secret, '/compounds', { method: 'POST', body: '{"name":"越权小区"}' });
    expect([write.status, write.code]).toEqual([403, 'token_scope_missing']);
    expect(write.detail).toContain('compounds.write');
    const headers = { authorization: `Bearer ${secret}` };
    const html = await fetch(new URL('/compounds', page.url()), { headers, redirect: 'manual' });
    expect([html.status, html.headers.get('location')]).toEqual([307, '/login']);
  });

  await test.step('再打开本页，令牌原文不再出现', async () => {
    await page.reload();
    const row = page.getByRole('row', { name: new RegExp(system) });
    await expect(row).toContainText('在用');
    await expect(row).toContainText(secret.slice(0, 9));
    expect(await page.content()).not.toContain(secret.slice(9, 40));
  });

  await test.step('州住建局在此人的账号页上撤销', async () => {
    const me = await page.request.get('/api/v1/me');
    const { accountId } = (await me.json()) as { accountId: string };
    const bureau = await desk(PERSONAS.prefectureBureau);
    await bureau.goto(`/users/${accountId}`);
    await bureau.getByRole('button', { name: `撤销令牌“${system}”` }).click();
    const ask = bureau.getByRole('alertdialog');
    await ask.getByLabel('原因').fill('系统下线');
    await ask.getByRole('button', { name: '撤销' }).click();
    await said(bureau, '的令牌已撤销');
    const row = bureau.getByRole('row', { name: new RegExp(system) });
    await expect(row).toContainText('管理人员撤销');
    await expect(row).toContainText('系统下线');
  });

  const refused = await asSystem(page, secret, '/compounds?limit=1');
  expect([refused.status, refused.code]).toEqual([401, 'token_revoked']);
  expect(refused.detail).toContain('新建');
});
