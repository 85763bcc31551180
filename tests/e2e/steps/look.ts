import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = process.env.ANJU_LOOK;
const WIDTHS = [1440, 1024, 390] as const;

/** With ANJU_LOOK=folder: pictures at three widths of whatever a journey comes to, for a person to look at. */
export async function look(page: Page, what: string): Promise<void> {
  if (!FOLDER) return;
  const own = page.viewportSize();
  const name = what.replace(/[^\p{L}\p{N}]+/gu, '-');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // drawings that wait until they are near come for the printer too
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`), fullPage: true });
  }
  if (own) await page.setViewportSize(own);
}
