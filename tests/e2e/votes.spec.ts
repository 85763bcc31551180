import { expect, type Page } from '@playwright/test';
import type { RoundView } from '@/lib/domain/votes/answers';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ballotsOf, draftRound, homesOf, openRound } from './steps/field';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const ROOMS = ['101', '102', '201', '202', '301', '302'];
const PHOTO_BASE = { mimeType: 'image/png' };

const cell = (page: Page, room: string) => page.getByRole('gridcell', { name: new RegExp(`^${room}，`) });
const sheet = (page: Page, room: string) => page.getByRole('dialog', { name: new RegExp(`${room}$`) });
const measure = async (page: Page, id: string) => {
  const { verdicts } = await send<RoundView>(page, 'GET', `/rounds/${id}`);
  return verdicts.find(({ decides }) => decides)?.measures ?? [];
};

test(
  '楼栋图：开启一轮，用键盘一次登记一栋，一户带照片和委托，更正一户，镇里复核',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const clerk = await desk(PERSONAS.lufengClerk);
    await signIn(page, PERSONAS.lufengCommunity);
    const name = ownName(info, '楼栋苑');
    const { id } = await draftRound(clerk, page, name, ROOMS);

    await test.step('社区开启表决', async () => {
      await page.goto(`/votes/${id}`);
      await page.getByRole('button', { name: '开启表决' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '开启表决' }).click();
      await page.getByRole('navigation', { name: '本轮内容' }).getByRole('link', { name: '楼栋图' }).click();
      await expect(page.getByRole('grid', { name: '1栋楼栋图，一格一户' })).toBeVisible();
      await seemly(page, '楼栋图');
    });

    await test.step('方向键走到每一户，Shift 连同，一次登记四户', async () => {
      await cell(page, '301').focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(4);
      await expect(page.getByText('已选 4 户')).toBeVisible();
      await expect(page.getByText('320.00 ㎡', { exact: true })).toBeVisible();
      const request = page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith('/ballots'));
      await page.keyboard.press('t');
      expect((await request).postDataJSON()).toMatchObject({ source: 'many', ballots: { length: 4 } });
      await said(page, '已登记 4 户：同意');
      for (const room of ['201', '202', '301', '302']) await expect(cell(page, room)).toHaveAccessibleName(/同意/);
      await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(0);
    });

    const picture = { name: '意见表.png', ...PHOTO_BASE, buffer: await page.screenshot() };
    const paper = { name: '委托书.png', ...PHOTO_BASE, buffer: await clerk.screenshot() };
    await test.step('一户：照片、委托、希望改造的内容；没写全的不送出', async () => {
      await cell(page, '101').focus();
      await page.keyboard.press('Enter');
      const form = sheet(page, '101').getByRole('form', { name: '登记' });
      await form.getByLabel('委托他人代为表决').check();
      await form.getByRole('button', { name: '登记', exact: true }).click();
      for (const gap of ['请选择同意、不同意或弃权。', '请填写受托人姓名。', '请拍下授权委托书。'])
        await expect(form.getByText(gap)).toBeVisible();
      await form.getByRole('button', { name: /不同意/ }).click();
      await form.getByLabel('受托人姓名').fill('王小明');
      await form.getByLabel('意见表照片', { exact: true }).setInputFiles(picture);
      await expect(form.getByRole('img', { name: /意见表照片/ })).toBeVisible();
      await form.getByLabel('授权委托书照片', { exact: true }).setInputFiles(paper);
      await expect(form.getByRole('img', { name: /授权委托书照片/ })).toBeVisible();
      await form.getByText('希望改造的内容').click();
      await form.getByLabel('屋面渗漏修缮').check();
      await form.getByLabel('反映的主要问题').fill('屋顶漏水');
      await seemly(page, '一户');
      await form.getByRole('button', { name: '登记', exact: true }).click();
      await said(page, /已登记 1栋 1单元 101/);
      await expect(sheet(page, '101').getByRole('img', { name: '授权委托书照片' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(cell(page, '101')).toHaveAccessibleName(/不同意/);
      await expect(cell(page, '101')).toBeFocused();
    });

    await test.step('填了一半离开，回来还在', async () => {
      await cell(page, '102').focus();
      await page.keyboard.press('Enter');
      const form = sheet(page, '102').getByRole('form', { name: '登记' });
      await form.getByLabel('反映的主要问题').fill('楼道灯不亮');
      await expect(form.getByText(/已保存/)).toBeVisible();
      await page.keyboard.press('Escape');
      await page.reload();
      await cell(page, '102').dblclick();
      await expect(form.getByLabel('反映的主要问题')).toHaveValue('楼道灯不亮');
      await page.keyboard.press('Escape');
    });

    await test.step('更正一户：原来的票和原因留在历史中', async () => {
      await cell(page, '202').dblclick();
      const home = sheet(page, '202');
      await home.getByRole('button', { name: '更正', exact: true }).click();
      const form = home.getByRole('form', { name: '更正' });
      await form.getByRole('button', { name: /弃权/ }).click();
      await form.getByLabel('更正原因').fill('登记时看错了一行');
      await form.getByRole('button', { name: '更正', exact: true }).click();
      await said(page, /已登记 1栋 1单元 202/);
      await expect(home.getByText('更正：弃权')).toBeVisible();
      await expect(home.getByText('登记时看错了一行')).toBeVisible();
      await expect(home.getByText('登记：同意')).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('同事先登记了，这边还不知道：两张票都摆出来，一户一户决定', async () => {
      await page.route(/\/pulse\?/, (route) => route.abort());
      const homes = await homesOf(page, id);
      const home = homes.find(({ buildingName, room }) => buildingName === '1栋' && room === '102');
      await send(clerk, 'POST', `/rounds/${id}/ballots`, {
        ballots: [{ householdId: home?.id, choice: 'disagree', channel: 'door' }],
      });
      await cell(page, '102').click();
      await page.getByRole('region', { name: '登记所选各户' }).getByRole('button', { name: /^同意/ }).click();
      const conflict = page.getByRole('dialog', { name: '这一户刚刚已由他人登记' });
      await seemly(page, '两张票');
      await conflict.getByLabel('更正为我的').check();
      await conflict.getByRole('button', { name: '登记 1 户' }).click();
      await expect(conflict.getByText(/请写明原因/)).toBeVisible();
      await conflict.getByLabel('原因').fill('以意见表照片为准');
      await conflict.getByRole('button', { name: '登记 1 户' }).click();
      await said(page, '已登记 1 户：同意');
      const ballots = await ballotsOf(page, id, home?.id ?? '');
      expect(ballots.map(({ kind, choice }) => `${kind} ${choice}`)).toEqual(['corrected agree', 'recorded disagree']);
      await page.unroute(/\/pulse\?/);
    });

    await test.step('镇里复核一户', async () => {
      const town = await desk(PERSONAS.lufengTown);
      await town.goto(`/votes/${id}/grid`);
      await cell(town, '301').click();
      await sheet(town, '301').getByRole('button', { name: '核对无误' }).click();
      await said(town, '已复核');
      await town.keyboard.press('Escape');
      await expect(cell(town, '301')).toHaveAccessibleName(/已复核/);
    });

    await test.step('页上的两项门槛与接口一致', async () => {
      await page.reload();
      const pulse = page.getByRole('region', { name: '本轮进度' });
      const [households, area] = await measure(page, id);
      expect([households?.part, households?.missing, area?.part]).toEqual(['4', '4', '320.00']);
      await expect(pulse).toContainText(
        `同意户数${households?.part} / ${households?.whole}还差 ${households?.missing} 户`,
      );
      await expect(pulse).toContainText(`同意面积${area?.part} / ${area?.whole} ㎡还差 ${area?.missing} ㎡`);
      await expect(page.getByRole('link', { name: /1栋.*6\/6/ })).toBeVisible();
    });
  },
);

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

test('楼栋图在手上：点开一户，长按开始多选，滑过的都选上', ONE_DESK, async ({ browser, desk }, info) => {
  const page = await browser.newPage(PHONE);
  const clerk = await desk(PERSONAS.lufengClerk);
  await signIn(page, PERSONAS.lufengCommunity);
  const { id } = await openRound(clerk, page, ownName(info, '指尖苑'), ROOMS);
  await page.goto(`/votes/${id}/grid`);
  await seemly(page, '楼栋图');
  await cell(page, '101').tap();
  await expect(sheet(page, '101')).toBeVisible();
  await seemly(page, '一户');
  await sheet(page, '101').getByRole('button', { name: '关闭' }).tap();

  const from = await centre(page, '302');
  const to = await centre(page, '201');
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  await expect(page.getByText('已选 1 户')).toBeVisible();
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', {
      x: from.x + ((to.x - from.x) * step) / 8,
      y: from.y + ((to.y - from.y) * step) / 8,
    });
  await touch('touchEnd');
  await expect(cell(page, '302')).toHaveAttribute('aria-selected', 'true');
  await expect(cell(page, '201')).toHaveAttribute('aria-selected', 'true');
  const before = await page.getByRole('gridcell', { selected: true }).count();
  await cell(page, '101').tap();
  await expect(page.getByText(`已选 ${before + 1} 户`)).toBeVisible();
  await page.getByRole('region', { name: '登记所选各户' }).getByRole('button', { name: /^同意/ }).tap();
  await said(page, `已登记 ${before + 1} 户：同意`);
  await page.close();
});

async function centre(page: Page, room: string): Promise<{ x: number; y: number }> {
  await cell(page, room).scrollIntoViewIfNeeded();
  const box = await cell(page, room).boundingBox();
  if (!box) throw new Error(`no cell ${room}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** As long as the page waits before it asks again, and a little more. */
const A_WHILE = 20_000;

test(
  '同事在另一处登记：票数和格子自己变，选着的、写着的都还在；断网时说一声',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const clerk = await desk(PERSONAS.lufengClerk);
    const town = await desk(PERSONAS.lufengTown);
    await signIn(page, PERSONAS.lufengCommunity);
    const { id } = await openRound(clerk, page, ownName(info, '同步苑'), ROOMS);
    const homes = await homesOf(page, id);
    const idOf = (room: string) => homes.find((home) => home.buildingName === '1栋' && home.room === room)?.id ?? '';
    const colleague = (choice: string, ...rooms: string[]) =>
      send(clerk, 'POST', `/rounds/${id}/ballots`, {
        ballots: rooms.map((room) => ({ householdId: idOf(room), choice, channel: 'door' })),
      });
    const progress = page.getByRole('region', { name: '本轮进度' });
    const bar = page.getByRole('region', { name: '登记所选各户' });
    const chosen = page.getByRole('gridcell', { selected: true });
    for (const one of [page, town]) await one.clock.install();
    await page.goto(`/votes/${id}/grid`);
    await town.goto(`/votes/${id}`);
    for (const one of [page, town]) await one.evaluate(() => Object.assign(window, { sameVisit: true }));

    await test.step('正选着三户：其中一户由同事登记了，移出所选并说明，其余照旧', async () => {
      await cell(page, '201').click();
      for (const room of ['202', '301']) await cell(page, room).click({ modifiers: ['Control'] });
      await expect(chosen).toHaveCount(3);
      await colleague('disagree', '202', '101');
      await page.clock.fastForward(A_WHILE);
      for (const room of ['101', '202']) await expect(cell(page, room)).toHaveAccessibleName(/不同意/);
      await expect(progress).toContainText('已收回2 / 12还有 10 户未收回');
      await expect(page.getByRole('link', { name: /1栋.*2\/6/ })).toBeVisible();
      await expect(chosen).toHaveCount(2);
      await expect(bar.getByRole('status')).toContainText('1 户刚由他人登记，已移出所选：1栋 1单元 202');
      await expect(cell(page, '301')).toBeFocused();
      await seemly(page, '同事登记之后');
      await page.keyboard.press('t');
      await said(page, '已登记 2 户：同意');
      await expect(bar).not.toContainText('刚由他人登记');
    });

    await test.step('别处的票数页也自己变', async () => {
      await expect(town.getByText('还差 8 户').first()).toBeVisible();
      await town.clock.fastForward(A_WHILE);
      await expect(town.getByText('还差 6 户').first()).toBeVisible();
      await expect(town.getByText('还差 480.00 ㎡').first()).toBeVisible();
    });

    await test.step('选着的都由同事登记了：手上那一键不落到别的户上', async () => {
      await cell(page, '302').click();
      await cell(page, '102').click({ modifiers: ['Control'] });
      await cell(page, '102').click({ modifiers: ['Control'] });
      await expect(chosen).toHaveCount(1);
      await expect(cell(page, '102')).toBeFocused();
      await colleague('abstain', '302');
      await page.clock.fastForward(A_WHILE);
      await expect(chosen).toHaveCount(0);
      await page.keyboard.press('t');
      await page.clock.fastForward(A_WHILE);
      expect(await ballotsOf(page, id, idOf('102'))).toEqual([]);
      await expect(cell(page, '102')).toHaveAccessibleName(/未收回/);
    });

    await test.step('正写着一户：同事登记了这一户，写的还在，想看时再看', async () => {
      await page.keyboard.press('Enter');
      const home = sheet(page, '102');
      const problems = home.getByRole('form', { name: '登记' }).getByLabel('反映的主要问题');
      await problems.fill('楼道灯不亮');
      await colleague('agree', '102');
      await page.clock.fastForward(A_WHILE);
      await expect(home.getByText('这一户刚由他人登记')).toBeVisible();
      await expect(problems).toHaveValue('楼道灯不亮');
      await expect(problems).toBeFocused();
      await seemly(page, '这一户刚由他人登记');
      await home.getByRole('button', { name: '显示已登记的' }).click();
      await expect(home.getByText('登记：同意')).toBeVisible();
      await expect(home.getByText('这一户刚由他人登记')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(cell(page, '102')).toBeFocused();
    });

    await test.step('断网：说明停在几点，不打断；连上后自己跟上', async () => {
      await page.context().setOffline(true);
      await page.clock.fastForward(A_WHILE);
      await expect(page.getByText(/连不上服务器，本页停在/)).toBeVisible();
      await expect(page.getByRole('region', { name: '提示消息' }).getByRole('paragraph')).toHaveCount(0);
      await seemly(page, '断网');
      await send(clerk, 'POST', `/rounds/${id}/ballots`, {
        ballots: homes
          .filter(({ buildingName }) => buildingName === '2栋')
          .map((home) => ({ householdId: home.id, choice: 'agree', channel: 'meeting' })),
      });
      await page.context().setOffline(false);
      await expect(progress).toContainText('全部收回');
      await expect(page.getByText(/连不上服务器/)).toHaveCount(0);
      await expect(page.getByRole('link', { name: /2栋.*6\/6/ })).toBeVisible();
    });

    for (const one of [page, town]) expect(await one.evaluate(() => 'sameVisit' in window)).toBe(true);
  },
);
