import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { PERSONAS } from '../support/personas';
import { signIn } from './steps/people';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA as axe can tell: what it found, in words that lead to the element. */
async function violations(page: Page): Promise<string[]> {
  // evaluated by the debugger, not by the page: the page's own CSP would refuse it
  await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } };
    return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test('每个页面都用得了键盘和读屏（WCAG 2.2 AA）', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/login');
  expect(await violations(page), '/login').toEqual([]);
  await signIn(page, PERSONAS.lufengClerk);
  for (const path of [
    '/',
    '/dashboard',
    '/compounds',
    '/compounds/new',
    '/imports',
    '/programme',
    '/rulebook',
    '/units',
    '/users',
    '/audit',
    '/api-docs',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await violations(page), path).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `${path}: wider than the screen`).toBeLessThanOrEqual(0);
    // a text that is missing shows as its key
    await expect(page.locator('option', { hasText: /^[a-zA-Z]+(\.[a-zA-Z_]+)+$/ }), path).toHaveCount(0);
  }
});
