import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ONE_DESK, ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const field = (page: Page) => page.getByRole('combobox', { name: '搜索小区、项目、资料、人员、页面' });
const lines = (page: Page) => page.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
const chosen = (page: Page) => page.getByRole('option', { selected: true });

async function open(page: Page) {
  // Until the page's own script is here nothing listens for the key: whoever pressed in vain presses again.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test('搜索：只用键盘，从任何一页到要找的小区', async ({ page }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const name = ownName(info, '翡翠谷小区');
  const compound = await register(page, name, ['1栋']);
  await page.goto('/audit');

  await open(page);
  await expect(page.getByText('输入两个字以上开始查找')).toBeVisible();
  await page.keyboard.type('feicuigu');
  await expect(chosen(page)).toContainText('翡翠谷');
  await expect(page.getByRole('status').filter({ hasText: /找到 \d+ 项/ })).toHaveCount(1);
  await seemly(page, '搜索');
  // what is heard as chosen is the line that is shown so
  const active = await field(page).getAttribute('aria-activedescendant');
  expect(await chosen(page).getAttribute('id')).toBe(active);

  await field(page).fill(name);
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/compounds/${compound.id}`));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // initials of a page; the arrows go round
  await open(page);
  await page.keyboard.type('yuebao');
  await expect(chosen(page)).toHaveText('月报');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText('月报');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/progress/);

  // nothing that was looked for is kept, and Esc goes back to where one was
  await open(page);
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('没有这样的小区');
  await expect(page.getByText('没有找到“没有这样的小区”').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/progress/);
});

test('搜索：别的县市找不到，断网时说明并可再试', async ({ page, context }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const name = ownName(info, '琥珀园小区');
  await register(page, name, ['1栋']);
  await page.goto('/');
  await page.getByRole('button', { name: '搜索' }).click();
  await field(page).fill(name);
  await expect(lines(page)).toHaveCount(1);

  await context.setOffline(true);
  await field(page).fill(name.slice(0, -1));
  await expect(page.getByRole('alert').filter({ hasText: '网络连接不上' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(lines(page).first()).toContainText('琥珀园');
  await page.keyboard.press('Escape');

  await context.clearCookies();
  await signIn(page, PERSONAS.shuangbaiClerk);
  await open(page);
  await page.keyboard.type(name);
  await expect(page.getByText(`没有找到“${name}”`).first()).toBeVisible();
});

test('消息：退回、督办和交办在铃上有数，点开就是那件事', async ({ page, context }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const countyId = (await send<{ unit: { id: string } }>(page, 'GET', '/me')).unit.id;
  await context.clearCookies();
  await signIn(page, PERSONAS.prefectureBureau);
  const title = ownName(info, '开工滞后督办');
  await send(page, 'POST', '/supervision', {
    ...{ countyId, documentNo: ownName(info, '楚住建督'), issuedOn: '2020-03-01', title },
    ...{ demand: '限期开工并书面答复', limitOn: '2090-01-01' },
  });

  await context.clearCookies();
  await signIn(page, PERSONAS.lufengClerk);
  const bell = page.getByRole('link', { name: /^消息，\d+ 条未读$/ });
  const unread = Number((await bell.getAttribute('aria-label'))?.match(/\d+/)?.[0]);
  await bell.click();
  await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: title });
  await expect(line).toContainText(`收到督办：${title}`);
  await seemly(page, '/notifications');
  await line.getByRole('link').click();
  await expect(page).toHaveURL(/\/supervision\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(
    page.getByRole('link', { name: unread === 1 ? '消息' : `消息，${unread - 1} 条未读`, exact: true }),
  ).toBeVisible();

  await page.goto('/notifications?filter=all');
  await expect(line).toBeVisible();
  await expect(line.getByText('未读')).toHaveCount(0);

  await context.clearCookies();
  await signIn(page, PERSONAS.shuangbaiClerk);
  await page.goto('/notifications?filter=all');
  await expect(page.getByText(title)).toHaveCount(0);
});

test('断网时打开账号菜单：说明没有取到，填了一半的表还在', ONE_DESK, async ({ page }) => {
  await signIn(page, PERSONAS.lufengClerk);
  await page.goto('/compounds/new');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('地址', { exact: true }).fill('填了一半');
  const account = page.getByRole('button', { name: '账号菜单' });
  await page.context().setOffline(true);
  await account.click();
  await said(page, '这一部分没有取到。请检查网络，刷新页面后再试。');
  await expect(account).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByLabel('地址', { exact: true })).toHaveValue('填了一半');
  await page.context().setOffline(false);
});
