import { expect, test } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { signIn } from './steps/people';

test('小区列表首次打开的脚本不超过 220 KB（压缩后）', async ({ page, browser, baseURL }) => {
  await signIn(page, PERSONAS.prefectureBureau);
  const state = await page.context().storageState();
  const fresh = await browser.newContext({ storageState: state, baseURL });
  const first = await fresh.newPage();
  const cdp = await fresh.newCDPSession(first);
  await cdp.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await first.goto('/compounds');
  await first.waitForLoadState('networkidle');
  expect(scripts.size).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(220 * 1024);
  await fresh.close();
});
