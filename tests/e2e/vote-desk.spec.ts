import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { uploadPhoto } from './steps/field';
import { ownName, type Registered, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';

interface Home {
  id: string;
  buildingName: string;
  room: string;
}

const homesOf = async (page: Page, round: string): Promise<Home[]> =>
  (await send<{ items: Home[] }>(page, 'GET', `/rounds/${round}/households`)).items;

test('从发起到回访：还缺什么，第二人逐张复核，抽取的户打电话', async ({ page, desk, isMobile }, info) => {
  test.setTimeout(240_000);
  await signIn(page, PERSONAS.lufengClerk);
  const compound = await register(page, ownName(info, '文昌苑'), ['1栋', '2栋']);
  const colleague = await desk(PERSONAS.lufengClerkSecond);
  let round = '';

  await test.step('发起：选小区，条件当场列出，建立后开启', async () => {
    await page.goto('/votes/new');
    await seemly(page, '/votes/new');
    await page.getByRole('combobox', { name: /^小区/ }).fill(compound.name);
    await page.getByRole('option', { name: compound.name }).click();
    await expect(page.getByText('条件都已具备，建立后即可开启。')).toBeVisible();
    await page.getByRole('radio', { name: '第二次征求意见' }).check();
    await expect(page.getByText('这个小区还没有改造方案')).toBeVisible();
    await expect(page.getByText('第一次征求意见还没有认定为通过')).toBeVisible();
    await seemly(page, '/votes/new?round=2');
    await page.getByRole('radio', { name: '第一次征求意见' }).check();
    await expect(page.getByText('条件都已具备，建立后即可开启。')).toBeVisible();
    await page.getByRole('button', { name: '建立这一轮' }).click();
    await expect(page).toHaveURL(/\/votes\/[0-9a-f-]{36}$/);
    round = page.url().split('/').at(-1) ?? '';
    const { version } = await send<Registered>(page, 'GET', `/rounds/${round}`);
    await send(page, 'POST', `/rounds/${round}/open`, undefined, version);
  });

  await test.step('同事登记三张票：两张有照片，一张会上登记的没有', async () => {
    const homes = await homesOf(colleague, round);
    const ballots = [
      { channel: 'paper', photoFileId: await uploadPhoto(colleague, `${compound.name} 101 同意`) },
      { channel: 'paper', photoFileId: await uploadPhoto(colleague, `${compound.name} 102 不同意`) },
      { channel: 'meeting' },
    ].map((more, at) => ({ householdId: homes[at]?.id, choice: 'agree', wanted: ['B-R01'], ...more }));
    await send(colleague, 'POST', `/rounds/${round}/ballots`, { ballots });
    await colleague.goto(`/votes/${round}/checks`);
    await expect(colleague.getByText('您登记的，不能自己复核').first()).toBeVisible();
    await expect(colleague.getByRole('button', { name: /^一致/ })).toHaveCount(0);
  });

  await test.step('复核：1 一致，2 有误并写明，没有照片的一次复核', async () => {
    await page.goto(`/votes/${round}/checks`);
    await expect(page.getByRole('img', { name: /意见表照片/ })).toBeVisible();
    await seemly(page, 'checks');
    if (isMobile) await page.getByRole('button', { name: /^一致/ }).click();
    else {
      await page.getByRole('region', { name: '登记内容' }).focus();
      await page.keyboard.press('1');
    }
    await said(page, '已记为一致');
    if (isMobile) await page.getByRole('button', { name: /^有误/ }).click();
    else await page.keyboard.press('2');
    await page.getByLabel('哪里有误').fill('表上写的是不同意');
    await seemly(page, 'checks: note');
    await page.getByRole('button', { name: '记为有误' }).click();
    await said(page, '已记为有误');
    await page.getByLabel('选中本页没有照片的票').check();
    await page.getByRole('button', { name: '选中的 1 张一致' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '全部一致' }).click();
    await said(page, '已复核 1 张');
    await page.goto(`/votes/${round}/checks?state=wrong`);
    await expect(page.getByText('表上写的是不同意').first()).toBeVisible();
    await seemly(page, 'checks?state=wrong');
    const link = page.getByRole('link', { name: '去更正' });
    await expect(link).toHaveAttribute('href', /\/grid\?building=[0-9a-f-]+&home=[0-9a-f-]+/);
  });

  await test.step('截止后抽取回访户：看得到怎样抽的，电话说明用途才显示，结果留名', async () => {
    const { version } = await send<Registered>(page, 'GET', `/rounds/${round}`);
    await send(page, 'POST', `/rounds/${round}/close`, undefined, version);
    await page.goto(`/votes/${round}/call-backs`);
    await expect(page.getByText(/SHA-256/)).toBeVisible();
    await seemly(page, 'call-backs');
    await page
      .getByRole('button', { name: /^显示电话/ })
      .first()
      .click();
    const reveal = page.getByRole('alertdialog');
    await reveal.getByLabel(/^用途/).fill('第一次征求意见电话回访');
    await reveal.getByRole('button', { name: '显示' }).click();
    await expect(page.getByRole('link', { name: '13900001111' })).toBeVisible();
    await page.getByRole('button', { name: '记录结果' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不属实').click();
    await seemly(page, 'call-backs: outcome');
    await dialog.getByRole('button', { name: '记录结果' }).click();
    await expect(dialog.getByText('回访结果不是“属实”的，须写明情况。')).toBeVisible();
    await dialog.getByLabel(/^情况/).fill('业主说没有签过字');
    await dialog.getByRole('button', { name: '记录结果' }).click();
    await said(page, '已记录回访结果');
    await expect(page.getByText('业主说没有签过字')).toBeVisible();
  });

  await test.step('小区页面上看得到这次征求意见和阶段条件', async () => {
    await page.goto(`/compounds/${compound.id}`);
    const section = page.locator('#votes');
    await expect(section.getByText('同意 3 / 4 户')).toBeVisible();
    await expect(section.getByText('第一次征求意见通过')).toBeVisible();
    await seemly(page, 'compound with votes');
  });
});

test('改造方案：逐部分填写，缺什么说什么，定稿留下哈希，新版本说明改了什么', async ({ page }, info) => {
  test.setTimeout(180_000);
  await signIn(page, PERSONAS.lufengClerk);
  const compound = await register(page, ownName(info, '方案苑'), ['1栋']);
  await page.goto('/votes/schemes');
  await seemly(page, '/votes/schemes');
  await page.goto(`/votes/schemes?compound=${compound.id}`);
  const dialog = page.getByRole('dialog');

  await test.step('第一版：金额写错的说在字段旁', async () => {
    await page.getByRole('button', { name: '新建版本' }).click();
    await dialog.getByLabel(/^方案名称/).fill('方案苑改造方案');
    await dialog.getByLabel(/^概算/).fill('四十万');
    await dialog.getByLabel(/^业主自筹/).fill('50,000');
    await dialog.getByRole('button', { name: '建立这一版' }).click();
    await expect(dialog.getByText(/^金额无法识别/)).toBeVisible();
    await seemly(page, 'scheme dialog');
    await dialog.getByLabel(/^概算/).fill('418,000');
    await dialog.getByRole('button', { name: '建立这一版' }).click();
    await said(page, '已建立第 1 版');
    await expect(page.getByText(/还缺 6 个部分/)).toBeVisible();
    await expect(page.getByRole('button', { name: '定稿', exact: true })).toBeDisabled();
  });

  await test.step('填一个部分，附一份文件', async () => {
    await page.getByRole('button', { name: '填写 工程设计方案' }).click();
    await dialog.getByLabel(/^居民看到的内容/).fill('屋面防水、外墙修补、管网改造。');
    await dialog.locator('input[type=file]').setInputFiles({
      name: '设计方案.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await seemly(page, 'part dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await said(page, '已保存');
    await expect(page.getByRole('link', { name: '设计方案.pdf' })).toBeVisible();
    await expect(page.getByText(/还缺 5 个部分/)).toBeVisible();
    await seemly(page, 'scheme draft');
  });

  await test.step('齐了定稿：留下哈希，去公示、去发起', async () => {
    const { items } = await send<{ items: Registered[] }>(page, 'GET', `/schemes?compound=${compound.id}`);
    let { version = 0 } = items[0] ?? {};
    const id = items[0]?.id ?? '';
    for (const part of ['budget', 'fundRaising', 'ownersShare', 'propertyManagement', 'governance'])
      version = (await send<Registered>(page, 'PUT', `/schemes/${id}/parts/${part}`, { summary: '见正文。' }, version))
        .version;
    await page.reload();
    await page.getByRole('button', { name: '定稿', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '定稿' }).click();
    await said(page, '已定稿');
    await expect(page.getByRole('link', { name: '公示方案' })).toHaveAttribute('href', /scheme=.*kind=design/);
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^修改/ })).toHaveCount(0);
    await seemly(page, 'scheme final');
  });

  await test.step('第二版沿用各部分，与第一版不同的地方列出来', async () => {
    await page.getByRole('button', { name: '新建版本' }).click();
    await dialog.getByLabel(/^概算/).fill('430000');
    await dialog.getByRole('button', { name: '建立这一版' }).click();
    await said(page, '已建立第 2 版');
    await expect(page.getByText('六个部分齐全')).toBeVisible();
    const difference = page.locator('#difference');
    await expect(difference.getByText('418,000.00 元')).toBeVisible();
    await expect(difference.getByText('430,000.00 元')).toBeVisible();
    await expect(difference.getByRole('listitem')).toHaveCount(1);
    await seemly(page, 'scheme with differences');
  });
});
