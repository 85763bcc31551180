import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Vitals } from './types';

/** The processor of a cheap office machine or phone, as Lighthouse slows it. */
const SLOWED = 4;
const ACTS = 6;

/** Begins before the page does; reads the entries that the browser itself makes. */
function listen() {
  const vitals = { largestPaint: 0, interaction: 0, shift: 0 };
  const watch = (type: string, each: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', ({ startTime }) => {
    vitals.largestPaint = startTime;
  });
  watch('layout-shift', (entry) => {
    const { hadRecentInput, value } = entry as PerformanceEntry & { hadRecentInput: boolean; value: number };
    if (!hadRecentInput) vitals.shift += value;
  });
  const each = (entry: PerformanceEntry) => {
    const { interactionId } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId) vitals.interaction = Math.max(vitals.interaction, entry.duration);
  };
  watch('event', each, { durationThreshold: 16 });
  Object.assign(window, { vitals });
}

/** Bytes of script that came over the line. */
async function scriptsOf(cdp: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  return () => bytes;
}

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
};

/** What opens something on this page, opened and closed again; then the search over everything, and a word in it. */
async function act(page: Page): Promise<number> {
  const openers = page.locator('main').locator('button[aria-haspopup], button[aria-expanded], [role=tab], summary');
  let acts = 0;
  for (let at = 0; at < (await openers.count()) && acts < ACTS; at++) {
    const one = openers.nth(at);
    if (!(await one.isVisible()) || !(await one.isEnabled())) continue;
    await one.scrollIntoViewIfNeeded();
    await one.click();
    await settled(page);
    await page.keyboard.press('Escape');
    await settled(page);
    acts += 2;
  }
  const search = page.getByRole('banner').locator('button[aria-keyshortcuts]');
  if ((await search.count()) === 0) return acts;
  await search.click();
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.type('cx', { delay: 150 });
  await settled(page);
  return acts + 3;
}

interface Opened {
  url: string;
  path: string;
  cookie?: string;
  width: number;
}

/** The page opened for the first time in a browser of its own, and used. */
export async function vitalsOf(
  browser: Browser,
  { url, path, cookie, width }: Opened,
): Promise<Vitals & { acts: number }> {
  const height = width < 500 ? 844 : 900;
  const context = await browser.newContext({ baseURL: url, viewport: { width, height }, locale: 'zh-CN' });
  try {
    const pairs = (cookie ?? '').split('; ').filter(Boolean);
    await context.addCookies(
      pairs.map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })),
    );
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const bytes = await scriptsOf(cdp);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    // what compiles this file names functions by a helper that a page does not have
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(listen);
    const answer = await page.goto(path);
    if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`);
    await settled(page);
    const script = bytes();
    const acts = await act(page);
    const told = await page.evaluate(() => (window as unknown as { vitals: Omit<Vitals, 'script'> }).vitals);
    return { ...told, script, acts };
  } finally {
    await context.close();
  }
}
