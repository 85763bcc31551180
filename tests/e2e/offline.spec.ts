import { expect } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ballotsOf, card, crash, homesOf, openHome, openRound, stores, takeAlong } from './steps/field';
import { ONE_DESK, ownName, said, test } from './steps/office';
import { signIn } from './steps/people';

test('现场登记：断了网也能登记，手机关掉也不丢，有网就送出', async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  await signIn(page, PERSONAS.lufengCommunity);
  const round = await openRound(clerk, page, ownName(info, '上门苑'));
  await takeAlong(page, round);
  await seemly(page, '现场登记');
  const picture = { name: '表单.png', mimeType: 'image/png', buffer: await page.screenshot() };

  await page.context().setOffline(true);
  await test.step('登记一户，带照片；不是照片的当场不收', async () => {
    await card(page, round.name).getByRole('link', { name: '开始登记' }).click();
    const sheet = await openHome(page, '1栋', '101');
    await sheet.getByRole('button', { name: '保存登记' }).click();
    await expect(sheet.getByText('请选择同意、不同意或弃权。')).toBeVisible();
    await sheet.getByRole('button', { name: '同意', exact: true }).click();
    const photo = sheet.getByLabel('表单照片');
    await photo.setInputFiles({ name: '表单.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await expect(sheet.getByRole('alert')).toContainText('不是照片');
    await photo.setInputFiles(picture);
    await expect(sheet.getByRole('img', { name: '已拍的照片' })).toBeVisible();
    await sheet.getByText('希望改造的内容').click();
    await sheet.getByRole('checkbox').nth(1).check();
    await seemly(page, '现场登记：一户');
    await sheet.getByRole('button', { name: '保存登记' }).click();
    await said(page, '已记在本机：1栋 1单元 101');
    await expect(page.getByRole('link', { name: /^101.*待送出.*同意/ })).toBeVisible();
    await seemly(page, '现场登记：一轮');
  });

  await test.step('填了一半页面就没了：再打开，填过的还在', async () => {
    const sheet = await openHome(page, '2栋', '201');
    await sheet.getByRole('button', { name: '弃权' }).click();
    await sheet.getByLabel('主要问题').fill('楼顶漏雨');
    await page.reload();
    await expect(page.getByRole('dialog').getByLabel('主要问题')).toHaveValue('楼顶漏雨');
    await page.getByRole('dialog').getByRole('button', { name: '家中无人' }).click();
    await said(page, '已记下：2栋 1单元 201 家中无人');
  });

  const context = page.context();
  await crash(page);
  const later = await context.newPage();
  await test.step('没有网络时重新打开：页面和登记都在', async () => {
    await later.goto('/field');
    await expect(later.getByRole('status').getByText('2 条待送出')).toBeVisible();
    await expect(card(later, round.name)).toContainText('已登记 1/4 户');
    // any other page leads here while there is no network
    await later.goto('/compounds');
    await expect(later).toHaveURL(/\/field$/);
  });

  await context.setOffline(false);
  await expect(later.getByText('已送出（2）')).toBeVisible({ timeout: 45_000 });
  await expect(later.getByText('条待送出')).toHaveCount(0);
  const homes = await homesOf(later, round.id);
  const [first, last] = [
    homes.find(({ room, buildingName }) => buildingName === '1栋' && room === '101'),
    homes.at(-1),
  ];
  expect(first).toMatchObject({ choice: 'agree' });
  expect(last).toMatchObject({ choice: null, door: 'nobody_in' });
  const [ballot] = await ballotsOf(later, round.id, first?.id ?? '');
  expect(ballot).toMatchObject({ source: 'offline', choice: 'agree' });
  expect(ballot?.photoFileId).toBeTruthy();
  expect(ballot?.wanted).toHaveLength(1);
  expect(ballot?.deviceAt).not.toBeNull();
});

test('两个人离线登记了同一户：后到的对照两条再决定，哪条都不丢', ONE_DESK, async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  const other = await desk(PERSONAS.lufengCommunitySecond);
  await signIn(page, PERSONAS.lufengCommunity);
  const round = await openRound(clerk, page, ownName(info, '两人苑'));
  const [here, there] = [page, other];
  for (const officer of [here, there]) {
    await takeAlong(officer, round);
    await officer.context().setOffline(true);
    await card(officer, round.name).getByRole('link', { name: '开始登记' }).click();
  }
  for (const [officer, choice] of [
    [here, '同意'],
    [there, '不同意'],
  ] as const) {
    const sheet = await openHome(officer, '1栋', '101');
    await sheet.getByRole('button', { name: choice, exact: true }).click();
    await sheet.getByRole('button', { name: '保存登记' }).click();
    await said(officer, '已记在本机');
    await officer.getByRole('link', { name: '返回', exact: true }).click();
  }
  await here.context().setOffline(false);
  await expect(here.getByText('已送出（1）')).toBeVisible({ timeout: 45_000 });
  await there.context().setOffline(false);
  await expect(there.getByText('另有他人登记')).toBeVisible({ timeout: 45_000 });

  await there.getByRole('button', { name: '对照并决定' }).click();
  const dialog = there.getByRole('dialog', { name: /两个人登记了同一户/ });
  await expect(dialog).toContainText('同意');
  await expect(dialog).toContainText('不同意');
  await seemly(there, '现场登记：两人同一户');
  await dialog.getByRole('button', { name: '以我登记的为准' }).click();
  await expect(dialog.getByText('请写明理由。')).toBeVisible();
  await dialog.getByLabel('理由').fill('当面向业主核实');
  await dialog.getByRole('button', { name: '以我登记的为准' }).click();
  await expect(there.getByText('已送出（1）')).toBeVisible({ timeout: 45_000 });

  const [home] = (await homesOf(here, round.id)).filter(({ choice }) => choice);
  expect(home?.choice).toBe('disagree');
  const history = await ballotsOf(here, round.id, home?.id ?? '');
  expect(history.map(({ kind, choice }) => `${kind} ${choice}`).sort()).toEqual([
    'corrected disagree',
    'recorded agree',
  ]);
  expect(history.find(({ kind }) => kind === 'corrected')?.reason).toBe('当面向业主核实');
});

test('退出登录：没送出的先问，退出后本机什么也不留，换人登录什么也看不到', ONE_DESK, async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  await signIn(page, PERSONAS.lufengCommunity);
  const round = await openRound(clerk, page, ownName(info, '退出苑'));
  await takeAlong(page, round);
  await card(page, round.name).getByRole('link', { name: '开始登记' }).click();
  const sheet = await openHome(page, '1栋', '101');
  await sheet.getByRole('button', { name: '同意', exact: true }).click();
  await sheet.getByLabel('表单编号').fill('NO-SUCH-FORM');
  await sheet.getByRole('button', { name: '保存登记' }).click();
  await page.getByRole('link', { name: '返回', exact: true }).click();
  await expect(page.getByText('被退回')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('listitem').filter({ hasText: '被退回' })).toContainText('NO-SUCH-FORM');

  await page.goto('/');
  await expect(page.getByRole('link', { name: '还有 1 条未送出' })).toBeVisible();
  const leave = async () => {
    await page.getByRole('button', { name: '账号菜单' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
  };
  await leave();
  const question = page.getByRole('alertdialog', { name: '还有 1 条登记没有送出' });
  await question.getByRole('button', { name: '取消' }).click();
  expect((await stores(page)).some((name) => /^anju-field-[0-9a-f]{8}-/.test(name))).toBe(true);
  await leave();
  await question.getByRole('button', { name: '放弃未送出的登记并退出' }).click();
  await page.waitForURL(/login/);
  expect((await stores(page)).filter((name) => /^anju-field-[0-9a-f]{8}-/.test(name))).toEqual([]);

  await page.goto('/field');
  await expect(page.getByText('这台设备上还没有人登录')).toBeVisible();
  await expect(page.getByText(round.name)).toHaveCount(0);
  await signIn(page, PERSONAS.lufengOtherCommunity);
  await page.goto('/field');
  await expect(page.getByText('还没有带来小区')).toBeVisible();
  await expect(page.getByText(round.name)).toHaveCount(0);
});

test('改对了再送：被退回的登记改过以后送出，用的是新的编号', ONE_DESK, async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  await signIn(page, PERSONAS.lufengCommunity);
  const round = await openRound(clerk, page, ownName(info, '改正苑'));
  await takeAlong(page, round);
  await card(page, round.name).getByRole('link', { name: '开始登记' }).click();
  let sheet = await openHome(page, '1栋', '101');
  await sheet.getByRole('button', { name: '同意', exact: true }).click();
  await sheet.getByLabel('表单编号').fill('NO-SUCH-FORM');
  await sheet.getByRole('button', { name: '保存登记' }).click();
  await page.getByRole('link', { name: '返回', exact: true }).click();
  await page.getByRole('link', { name: '修改后再送' }).click({ timeout: 45_000 });
  sheet = page.getByRole('dialog', { name: /101/ });
  await expect(sheet.getByLabel('表单编号')).toHaveValue('NO-SUCH-FORM');
  await sheet.getByLabel('表单编号').fill('');
  await sheet.getByRole('button', { name: '保存登记' }).click();
  await page.getByRole('link', { name: '返回', exact: true }).click();
  await expect(page.getByText('已送出（1）')).toBeVisible({ timeout: 45_000 });

  await test.step('截止以后：业主信息从本机移除，看过就不再显示', async () => {
    const { version } = await (await page.request.get(`/api/v1/rounds/${round.id}`)).json();
    await page.request.post(`/api/v1/rounds/${round.id}/close`, {
      headers: { 'x-anju-request': '1', 'if-match': `"${version}"` },
    });
    await page.reload();
    await expect(page.getByText('这一轮已经截止，业主信息已从本机移除。')).toBeVisible({ timeout: 45_000 });
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByText('还没有带来小区')).toBeVisible();
  });
});
