import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './access';

/** Enough of each page: the buttons of fifty rows say the same. */
const MOST = 3;

/** A dialog gives the focus back a moment after it has gone. */
const isFocused = (button: Locator) =>
  expect(button)
    .toBeFocused({ timeout: 2_000 })
    .then(
      () => true,
      () => false,
    );

/**
 * Each menu and dialog that a button of the page opens: Enter opens it, axe finds nothing in it, Escape closes it, and
 * the focus is on the button again. `known`: what was tried on other pages, as the bar at the top is on all of them.
 */
export async function popups(page: Page, known: Set<string>): Promise<string[]> {
  const faults: string[] = [];
  const buttons = await page.locator('button[aria-haspopup]:enabled').all();
  const tried = new Set<string>();
  const open = page.locator('[role=dialog], [role=alertdialog], [role=menu]');
  for (const button of buttons) {
    if (tried.size >= MOST || !(await button.isVisible())) continue;
    const { name, isFrame } = await button.evaluate((one) => ({
      name: (one.textContent?.trim() || one.getAttribute('aria-label') || '').replace(/\d+/g, '#'),
      isFrame: one.closest('main') === null,
    }));
    if (tried.has(name) || (isFrame && known.has(name))) continue;
    tried.add(name);
    if (isFrame) known.add(name);
    const say = (what: string) => faults.push(`“${name}”: ${what}`);
    await button.focus();
    await page.keyboard.press('Enter');
    const isOpen = await open
      .first()
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isOpen) {
      say('Enter opens nothing');
      continue;
    }
    for (const violation of await violations(page)) say(violation);
    await page.keyboard.press('Escape');
    const isClosed = await open
      .first()
      .waitFor({ state: 'detached', timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isClosed) say('Escape does not close it');
    else if (!(await isFocused(button))) say('the focus is not back');
    if (!isClosed) break;
  }
  return faults;
}
