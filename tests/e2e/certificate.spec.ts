import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { seemly } from './steps/access';

const RESIDENTS = process.env.ANJU_E2E_PUBLIC_URL ?? '';
const DEVICES = { ios: 'iPhone、iPad', android: '安卓、鸿蒙', windows: 'Windows', linux: '统信 UOS、麒麟' };
const AGENTS = {
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
  android: 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 ArkWeb/4.1 Mobile',
};

test('安装证书：不用登录，每种设备的步骤都在，都用得了键盘和读屏', async ({ page }) => {
  await page.goto('/certificate');
  await expect(page.getByRole('heading', { level: 1, name: '让这台设备信任本系统' })).toBeVisible();
  for (const [device, label] of Object.entries(DEVICES)) {
    await page.getByRole('navigation', { name: '设备' }).getByRole('link', { name: label }).click();
    await page.waitForURL(new RegExp(`device=${device}`));
    await expect(page.getByRole('link', { name: label })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('下载');
    await seemly(page, `/certificate ${device}`);
  }
  await expect(page.getByText('系统还没有启用 HTTPS')).toBeVisible();
});

for (const device of ['ios', 'android'] as const) {
  test(`${DEVICES[device]}打开就是自己的步骤`, async ({ browser }) => {
    const phone = await browser.newPage({ userAgent: AGENTS[device], locale: 'zh-CN' });
    await phone.goto('/certificate');
    await expect(phone.getByRole('link', { name: DEVICES[device] })).toHaveAttribute('aria-current', 'page');
    await phone.close();
  });
}

test('微信里打开的，先请到浏览器里打开', async ({ browser }) => {
  const phone = await browser.newPage({ userAgent: `${AGENTS.ios} MicroMessenger/8.0.47` });
  await phone.goto('/certificate');
  await expect(phone.getByText('请换到浏览器里打开本页')).toBeVisible();
  await phone.close();
});

test('下载的就是页面上指纹的那张证书', async ({ page }) => {
  await page.goto('/certificate?device=windows');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载证书' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('anju-ca.crt');
  const { fingerprint256 } = new X509Certificate(await readFile(await download.path()));
  const shown = ((await page.locator('#fingerprint dd').first().textContent()) ?? '').replace(/[^0-9A-F]/g, '');
  expect(shown).toBe(fingerprint256.replaceAll(':', ''));
});

test('打印出来的是一页海报：二维码、地址、指纹，没有别的', async ({ page }) => {
  await page.goto('/certificate');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('请先在手机、电脑上安装证书')).toBeVisible();
  await expect(page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/certificate$/).last()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('navigation', { name: '设备' })).toBeHidden();
  expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('居民网址：是谁的、找谁问；长者模式和英文都能用，没有登录的入口', async ({ page }) => {
  await page.goto(RESIDENTS);
  await expect(page.getByRole('heading', { level: 1, name: '楚雄州城镇老旧小区改造' })).toBeVisible();
  await expect(page.getByText('禄丰市')).toBeVisible();
  await expect(page.getByRole('link', { name: '登录' })).toHaveCount(0);
  await seemly(page, '居民网址');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const usual = await size();
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.getByRole('button', { name: '退出长者模式' })).toBeVisible();
  expect(await size()).toBeGreaterThan(usual * 1.25);
  await seemly(page, '居民网址，长者模式');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Chuxiong Prefecture/ })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
  expect((await page.goto(`${RESIDENTS}/login`))?.status()).toBe(404);
  await expect(page.getByText('没有此页面')).toBeVisible();
});
