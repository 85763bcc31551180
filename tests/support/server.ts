import type { FullConfig } from '@playwright/test';
import { ensureBrowser } from '@/scripts/browser.mjs';
import { startTestApps } from '@/scripts/test-app.mjs';

/** Playwright's globalSetup. npm test has the applications running already; a single test file starts its own. */
export default async function setup({ workers }: FullConfig) {
  if (process.env.ANJU_E2E_APPS) return;
  process.env.PLAYWRIGHT_CHROMIUM ??= await ensureBrowser();
  const { apps, stop } = await startTestApps(workers);
  process.env.ANJU_E2E_APPS = JSON.stringify(apps);
  return stop;
}
