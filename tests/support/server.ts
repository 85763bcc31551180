import { ensureBrowser } from '@/scripts/browser.mjs';
import { startTestApp } from '@/scripts/test-app.mjs';

/** Playwright's globalSetup. npm test has the application running already; a single test file starts its own. */
export default async function setup() {
  if (process.env.ANJU_E2E_URL) return;
  process.env.PLAYWRIGHT_CHROMIUM ??= await ensureBrowser();
  const app = await startTestApp();
  process.env.ANJU_E2E_URL = app.url;
  process.env.ANJU_E2E_PUBLIC_URL = app.publicUrl;
  process.env.ANJU_E2E_OWNER_URL = app.ownerUrl;
  return app.stop;
}
