import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { look } from './look';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA as axe can tell: what it found, in words that lead to the element. */
export async function violations(page: Page): Promise<string[]> {
  // evaluated by the debugger, not by the page: the page's own CSP would refuse it
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: Node, options: object) => Promise<AxeResults> } };
    // an open dialog or menu is all that can be reached
    const dialog = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].at(-1);
    return axe.run(dialog ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** As axe can tell, and not wider than the screen. */
export async function seemly(page: Page, what: string) {
  // what floats in is judged when it stands
  await page.waitForTimeout(250);
  await look(page, what);
  expect(await violations(page), what).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, `${what}: wider than the screen`).toBeLessThanOrEqual(0);
}
