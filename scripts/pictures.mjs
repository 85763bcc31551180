#!/usr/bin/env node
// npm run pictures: the README's pictures of what happens on site and what it scores, made from the demonstration prefecture as it is built here.
// `npm run pictures -- month watch` makes some.   --into FOLDER: elsewhere than docs/pictures
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, LAUNCH_FLAGS } from './browser.mjs';
import { rel } from './paths.mjs';
import { Advice, explain } from './progress.mjs';
import { startTestApp } from './test-app.mjs';

/** The one password of all demonstration accounts (prisma/seed/demonstration/people.ts). */
const PASSWORD = 'Demo-only-2020';
const DESK = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const ask = async (page, what) => (await page.request.get(`/api/v1${what}`)).json();
const found = (thing, what) => {
  if (!thing) throw new Advice(`演示数据里没有 the demonstration holds no: ${what}`);
  return thing;
};

/** Of this county's last three months the report that says most: the one that is furthest along, with something spent. */
async function fullestReport(page) {
  const { month } = await ask(page, '/progress');
  const [year, number] = month.split('-').map(Number);
  const ago = (count) => new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
  const lines = [];
  for (const one of [0, 1, 2].map(ago))
    for (const line of (await ask(page, `/progress?month=${one}`)).lines) lines.push({ ...line, of: one });
  const weight = ({ status, percentBp, investment }) => [
    status ? 1 : 0,
    Number(investment) > 0 ? 1 : 0,
    percentBp < 10_000 ? percentBp : 0,
  ];
  const heavier = (a, b) => {
    const [left, right] = [weight(a), weight(b)];
    const at = left.findIndex((one, index) => one !== right[index]);
    return at < 0 ? 0 : right[at] - left[at];
  };
  const best = found(lines.sort(heavier)[0], 'a project that reports');
  return `/projects/${best.project.id}/reports/${best.of}`;
}

/** A project of the county that is being built, where works are planned. */
async function beingBuilt(page) {
  const { items } = await ask(page, '/projects?stage=8&limit=20');
  for (const { id } of items) {
    await page.goto(`/projects/${id}/works`);
    if (await page.getByRole('link', { name: '开始检查' }).count()) return `/projects/${id}/inspections/new`;
  }
  return found(undefined, 'a project whose works may be inspected');
}

/** The county's own score. */
const ownScore = async (page) => `/scorecards/${found((await ask(page, '/me')).unit, 'a county').id}`;

/** Below the bar that stays at the top. */
const toTop = (one) =>
  one.evaluate((element) => window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 72));

/** Who looks, on what, where; what is done there first. */
const PICTURES = {
  overview: { as: 'zhou.ld1', on: DESK, at: () => '/overview' },
  brief: { as: 'zhou.ld1', on: DESK, at: () => '/overview/brief' },
  statistics: { as: 'lufeng.zjj1', on: DESK, at: () => '/statistics' },
  papers: { as: 'zhou.zjj1', on: DESK, at: () => '/papers' },
  month: {
    ...{ as: 'lufeng.zjj1', on: DESK, at: fullestReport },
    first: (page) => toTop(page.getByRole('heading', { name: /月月报/ }).first()),
  },
  watch: { as: 'zhou.zjj1', on: DESK, at: () => '/watch' },
  scores: { as: 'zhou.zjj1', on: DESK, at: () => '/scorecards' },
  score: { as: 'lufeng.zjj1', on: DESK, at: ownScore },
  'inspection-phone': {
    ...{ as: 'lufeng.zjj1', on: PHONE, at: beingBuilt },
    /** One point is right and one is not: what is to be said of it opens. */
    async first(page) {
      const points = page.getByRole('listitem').filter({ has: page.getByText('不合格', { exact: true }) });
      await points.nth(0).getByText('合格', { exact: true }).click();
      await points.nth(1).getByText('不合格', { exact: true }).click();
      await toTop(points.nth(0));
    },
  },
};

async function signIn(page, username) {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

async function take(browser, { url, into }, [name, { as, on, at, first }]) {
  const context = await browser.newContext({ ...on, baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await signIn(page, as);
  await page.goto(await at(page));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await first?.(page);
  await page.waitForTimeout(500);
  const file = path.join(into, `${name}.png`);
  await page.screenshot({ path: file });
  console.log(`✓ ${path.relative(rel(), file)} · ${new URL(page.url()).pathname}`);
  await context.close();
}

async function run(args) {
  const flag = args.indexOf('--into');
  const [, folder] = flag < 0 ? [] : args.splice(flag, 2);
  const into = folder ? path.resolve(folder) : rel('docs', 'pictures');
  const unknown = args.filter((name) => !(name in PICTURES));
  if (unknown.length > 0)
    throw new Advice(
      `没有这样的图片 there is no such picture: ${unknown.join(', ')}\n已有 there are: ${Object.keys(PICTURES).join(', ')}`,
    );
  fs.mkdirSync(into, { recursive: true });
  const app = await startTestApp();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: LAUNCH_FLAGS });
  try {
    const wanted = Object.entries(PICTURES).filter(([name]) => args.length === 0 || args.includes(name));
    for (const picture of wanted) await take(browser, { url: app.url, into }, picture);
  } finally {
    await browser.close();
    await app.stop();
  }
}

await run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    explain(error);
    process.exit(1);
  },
);
