import { expect, type Page } from '@playwright/test';

export interface Key {
  username: string;
  password: string;
}

/** Types user name and password, and presses. */
export async function enter(page: Page, { username, password }: Key) {
  if (!page.url().includes('/login')) await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  const answer = page.waitForResponse(/\/api\/auth\/callback/);
  await page.getByRole('button', { name: '登录' }).click();
  await answer;
}

/** Signs in as a person would: types, presses, and is where the work is. */
export async function signIn(page: Page, person: Key) {
  await page.goto('/login');
  await enter(page, person);
  await expect(page).not.toHaveURL(/login/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The first thing after a one-time password. */
export async function setOwnPassword(page: Page, oneTime: string, own: string) {
  await expect(page.getByRole('heading', { name: '设置自己的密码' })).toBeVisible();
  await page.getByLabel('收到的一次性密码').fill(oneTime);
  await page.getByLabel(/^新密码/).fill(own);
  await page.getByLabel('再输入一次新密码').fill(own);
  await page.getByRole('button', { name: '保存新密码' }).click();
}

/** With a one-time password to one's own, up to the door again. */
export async function enterFirst(page: Page, given: Key, own: string) {
  await enter(page, given);
  await setOwnPassword(page, given.password, own);
  await expect(page.getByText('密码已修改。请用新密码登录。')).toBeVisible();
}

/** What stands against it, as it is read out; the router's own announcer is none. */
export const refusal = (page: Page) => page.locator('[role=alert]:not(#__next-route-announcer__)');
