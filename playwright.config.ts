import { defineConfig } from '@playwright/test';
import { LAUNCH_FLAGS } from './scripts/browser.mjs';

interface App {
  url: string;
  publicUrl: string;
  ownerUrl: string;
}

// Each worker has an application of its own: what a journey does to the prefecture, or to its clock, no other sees.
const apps: App[] = JSON.parse(process.env.ANJU_E2E_APPS ?? '[]');
const app = apps[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
if (app) {
  process.env.ANJU_E2E_PUBLIC_URL = app.publicUrl;
  process.env.ANJU_E2E_OWNER_URL = app.ownerUrl;
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/support/server.ts',
  // one after the other in each line: the offices of the fixture share one database
  workers: apps.length || 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: app?.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // recording every journey costs a fifth of it: ANJU_E2E_TRACE=1 for the one that is looked into
    trace: process.env.ANJU_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM, args: LAUNCH_FLAGS },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: phone, grepInvert: /@desk/ },
  ],
});
