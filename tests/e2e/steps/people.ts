import { expect, type Page } from '@playwright/test';
import type { Persona } from '../../support/personas';

/** Signs in as a person would: types, presses, and is where the work is. */
export async function signIn(page: Page, person: Persona) {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(person.username);
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/login/);
}
