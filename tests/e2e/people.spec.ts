import { expect, type Page, type TestInfo } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { account, type Desks, ONE_DESK, ownName, test } from './steps/office';
import { enter, enterFirst, refusal, setOwnPassword, signIn } from './steps/people';

const OWN = '春天的禄丰很暖和2026';

/** Somebody of 禄丰市 who has come in once and works under a password of her own. */
async function newcomer(page: Page, desk: Desks['desk'], info: TestInfo) {
  await signIn(page, PERSONAS.lufengClerk);
  const person = await account(page, info, 'implementing_entity');
  const theirs = await desk();
  await enterFirst(theirs, person, OWN);
  return { person, theirs };
}

/** What the page hands over to be passed on by hand: user name and one-time password. */
async function handedOver(page: Page) {
  const line = page.locator('dl', { hasText: '一次性密码' });
  await expect(line).toBeVisible();
  return {
    username: ((await line.locator('dd').nth(0).textContent()) ?? '').trim(),
    password: ((await line.locator('dd').nth(1).textContent()) ?? '').trim(),
  };
}

test('县市住建局建账号：一次性密码只显示一次，本人首次登录先改成自己的密码', async ({ page, desk }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  await page.goto('/users/new');
  const username = ownName(info, 'lf.shequ.').replace('甲', 'a').replace('乙', 'b');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('姓名').fill('金山社区 张丽');
  await page.getByLabel('角色').selectOption('社区');
  await page.getByLabel('单位').fill('东河');
  await page.getByRole('option', { name: /东河社区/ }).click();
  await page.getByRole('button', { name: '建立账号' }).click();
  const given = await handedOver(page);
  expect(given.username).toBe(username);
  expect(given.password.length).toBeGreaterThanOrEqual(12);
  await page.getByRole('link', { name: '返回用户列表' }).click();
  await page.goto(`/users?q=${username}`);
  await expect(page.locator('td', { hasText: '从未登录' }).first()).toBeVisible();
  await expect(page.getByText(given.password)).toHaveCount(0);

  await test.step('首次登录只能先改密码，改好以后才进得去', async () => {
    const newcomer = await desk();
    await enter(newcomer, given);
    await expect(newcomer.getByRole('heading', { name: '设置自己的密码' })).toBeVisible();
    await newcomer.goto('/compounds');
    await expect(newcomer.getByRole('heading', { name: '设置自己的密码' })).toBeVisible();
    expect((await newcomer.request.get('/api/v1/compounds')).status()).toBe(403);

    await setOwnPassword(newcomer, given.password, '12345678');
    await expect(refusal(newcomer)).toContainText('密码没有修改');
    await expect(newcomer.getByText('12 个字符').first()).toBeVisible();
    await setOwnPassword(newcomer, given.password, OWN);
    await expect(newcomer.getByText('密码已修改。请用新密码登录。')).toBeVisible();
    await enter(newcomer, given);
    await expect(refusal(newcomer)).toContainText('用户名或密码不对');
    await signIn(newcomer, { username, password: OWN });
    await newcomer.goto('/compounds');
    await expect(newcomer.getByRole('heading', { level: 1, name: '小区' })).toBeVisible();
  });
});

test('重置密码：原来的登录立即结束，凭新的一次性密码进来', ONE_DESK, async ({ page, desk }, info) => {
  const { person, theirs } = await newcomer(page, desk, info);
  await signIn(theirs, { username: person.username, password: OWN });

  await page.goto(`/users/${person.id}`);
  await page.getByRole('button', { name: '重置密码' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('所有设备上的登录立即结束');
  await dialog.getByRole('button', { name: '重置密码' }).click();
  const given = await handedOver(page);
  expect(given.username).toBe(person.username);
  expect((await theirs.request.get('/api/v1/me')).status()).toBe(401);
  await theirs.goto('/');
  await expect(theirs).toHaveURL(/\/login/);
  await enter(theirs, given);
  await expect(theirs.getByRole('heading', { name: '设置自己的密码' })).toBeVisible();
  await page.reload();
  await expect(page.getByText(given.password)).toHaveCount(0);
});

test(
  '停用账号：写明原因，此人的下一次点击就被请回登录页，再登录会说明为什么',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const { person, theirs } = await newcomer(page, desk, info);
    await signIn(theirs, { username: person.username, password: OWN });
    await theirs.goto('/compounds');

    await page.goto(`/users/${person.id}`);
    await page.getByRole('button', { name: '停用账号' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await expect(dialog.getByText('请填写原因')).toBeVisible();
    await dialog.getByLabel('原因').fill('项目完工，调离本岗');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await expect(page.getByText(/停用：项目完工，调离本岗/)).toBeVisible();

    expect((await theirs.request.get('/api/v1/compounds')).status()).toBe(401);
    await theirs.goto('/compounds');
    await expect(theirs).toHaveURL(/\/login/);
    await enter(theirs, { username: person.username, password: OWN });
    await expect(refusal(theirs)).toContainText('这个账号已停用');
    await expect(refusal(theirs)).toContainText('账号管理员');

    await page.getByRole('button', { name: '恢复账号' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '恢复账号' }).click();
    await expect(page.getByRole('button', { name: '停用账号' })).toBeVisible();
    await signIn(theirs, { username: person.username, password: OWN });
  },
);

test(
  '输错十次密码：账号暂停登录，说明多久以后再试、找谁；管理员重置后马上能进',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const { person, theirs } = await newcomer(page, desk, info);
    for (let attempt = 1; attempt <= 10; attempt++) {
      await enter(theirs, { username: person.username, password: `错误的密码${attempt}` });
      await expect(refusal(theirs)).toContainText('15 分钟内最多可试 10 次');
    }
    await enter(theirs, { username: person.username, password: OWN });
    await expect(refusal(theirs)).toContainText('已暂停登录');
    await expect(refusal(theirs)).toContainText(/请在 1[45] 分钟后再试/);
    await expect(refusal(theirs)).toContainText('账号管理员重置');

    const colleague = await desk(PERSONAS.lufengClerkSecond);
    await colleague.goto(`/users/${person.id}`);
    await colleague.getByRole('button', { name: '重置密码' }).click();
    await colleague.getByRole('alertdialog').getByRole('button', { name: '重置密码' }).click();
    await enter(theirs, await handedOver(colleague));
    await expect(theirs.getByRole('heading', { name: '设置自己的密码' })).toBeVisible();
  },
);
