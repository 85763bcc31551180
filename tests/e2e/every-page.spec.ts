import { expect, type Page, test } from '@playwright/test';
import { localeCookie } from '@/lib/i18n/config';
import { PERSONAS } from '../support/personas';
import type { WalkedPage } from '../support/walked-pages';
import { violations } from './steps/access';
import { walk } from './steps/keyboard';
import { look } from './steps/look';
import { send } from './steps/office';
import { signIn } from './steps/people';
import { popups } from './steps/popups';
import { addressOf, open, pagesOf, type Subjects, subjects } from './steps/walked';

// what moves in and out is judged when it stands
test.use({ contextOptions: { reducedMotion: 'reduce' } });

let found: Subjects;
test.beforeAll(async ({ browser, baseURL }) => {
  const there = await subjects();
  const page = await browser.newPage({ baseURL });
  await signIn(page, PERSONAS.lufengClerk);
  await page.goto(`/votes/${there.printed}/forms/${there.printedBatch}`);
  const sheet = ((await page.getByRole('main').textContent()) ?? '').replaceAll('\u2011', '-');
  const receiptCode = /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b/.exec(sheet)?.[0] ?? '';
  expect(receiptCode, 'a printed sheet says its receipt code').not.toBe('');
  const said = { kind: 'opinion', subject: 'quality', channel: 'visit', content: '楼道里再装一盏灯' };
  const receivedOn = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const { code: complaintCode } = await send<{ code: string }>(page, 'POST', '/complaints', {
    ...said,
    receivedOn,
  });
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/天长市2021年计划表.xlsx');
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByText('对应').first()).toBeVisible({ timeout: 60_000 });
  found = { ...there, receiptCode, complaintCode, import: page.url().split('/').at(-1) ?? '' };
  await page.close();
});

/** A text that is missing shows as its key. */
const keysShown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, label, legend, th, dt, button, option')]
      .map((one) => one.textContent?.trim() ?? '')
      .filter((text) => /^[a-z][a-zA-Z]*(\.[a-zA-Z_]+)+$/.test(text))
      .map((text) => `a message without a text: ${text}`),
  );

/** Nothing has to be moved sideways, also on the narrowest screen, or at 400 % on a desk (WCAG 1.4.10). */
async function tooWide(page: Page): Promise<string[]> {
  const own = page.viewportSize() ?? { width: 0, height: 0 };
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const over = async () => {
    // a drawing takes its new width a moment after the screen did
    await expect
      .poll(wider, { timeout: 1_500 })
      .toBeLessThanOrEqual(0)
      .catch(() => undefined);
    const by = await wider();
    if (by <= 0) return [];
    const what = await page.evaluate(() => {
      const { clientWidth } = document.documentElement;
      const beyond = [...document.querySelectorAll('main *')].findLast(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      return beyond?.outerHTML.slice(0, 200) ?? '';
    });
    return [`wider by ${by} than a screen of ${page.viewportSize()?.width}: ${what}`];
  };
  const faults = await over();
  await page.setViewportSize({ width: 320, height: 640 });
  faults.push(...(await over()));
  await page.setViewportSize(own);
  return faults;
}

const WALKERS = {
  nobody: '没有账号的人',
  lufengCommunity: '社区',
  prefectureLeader: '州领导',
  prefectureBureau: '州住建局',
  lufengFinance: '县财政局',
  lufengClerk: '县住建局',
} as const satisfies Partial<Record<WalkedPage['as'], string>>;

for (const [who, name] of Object.entries(WALKERS) as [keyof typeof WALKERS, string][]) {
  // in Chinese at the desk, with the keyboard; in English, whose words are longer, on the narrow screen
  test(`${name}的每个页面：axe 查不出问题，只用键盘到得了每一处`, async ({ page, context, baseURL }, info) => {
    test.setTimeout(600_000);
    const atDesk = info.project.name === 'desktop';
    if (who !== 'nobody') await signIn(page, PERSONAS[who]);
    if (!atDesk) await context.addCookies([{ name: localeCookie, value: 'en', url: baseURL ?? '' }]);
    const cdp = await context.newCDPSession(page);
    const known = new Set<string>();
    const faults: string[] = [];
    try {
      for (const [pattern, walked] of pagesOf(who)) {
        await open(page, addressOf(pattern, walked, found));
        await look(page, `${pattern} ${atDesk ? 'zh' : 'en'}`);
        const here = [...(await violations(page)), ...(await keysShown(page))];
        if (atDesk) here.push(...(await walk(page, cdp)), ...(await popups(page, known)));
        here.push(...(await tooWide(page)));
        faults.push(...here.map((fault) => `${pattern} ${fault}`));
      }
    } finally {
      // the account goes on speaking Chinese where the next journey signs in
      if (!atDesk && who !== 'nobody') await send(page, 'PATCH', '/me/locale', { locale: 'zh-CN' });
    }
    expect(faults).toEqual([]);
  });
}
