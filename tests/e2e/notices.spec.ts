import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { afterDays, ownName, register, said, test } from './steps/office';
import { signIn } from './steps/people';

const RESIDENTS = process.env.ANJU_E2E_PUBLIC_URL ?? '';

/** The page of the notice with this title, among those that everybody reads. */
async function openNotice(page: Page, title: string): Promise<void> {
  await page.goto(`${RESIDENTS}/gongshi`);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('项目清单：起草、发布，居民不用账号看到并提异议，逐条答复，期满完成', async ({ page, browser }, info) => {
  const name = ownName(info, '清单小区');
  const title = ownName(info, '关于禄丰市改造项目清单的公示');
  await signIn(page, PERSONAS.lufengClerk);
  await register(page, name, ['1栋']);

  await test.step('选小区起草，改标题，核对预览后发布', async () => {
    await page.goto('/notices');
    await page.getByRole('link', { name: '起草公示' }).click();
    await page.getByRole('radio', { name: /项目清单公示/ }).check();
    await page.getByLabel('只看符合改造范围的').uncheck();
    await page.getByRole('searchbox', { name: /按名称/ }).fill(name);
    await page.getByRole('checkbox', { name }).check();
    await page.getByLabel(`改造类型：${name}`).fill('综合改造');
    await page.getByRole('button', { name: '起草', exact: true }).click();
    await said(page, '已起草');
    await expect(page.getByRole('heading', { name: '修改草稿' })).toBeVisible();
    await page.getByLabel('公示期（天）').fill('3');
    await page.getByLabel('标题').fill(title);
    await page.getByRole('button', { name: '保存草稿' }).click();
    await expect(page.getByText('公示期是 3 天，不能少于 7 天。请改为 7 天或更长。')).toBeVisible();
    await page.getByLabel('公示期（天）').fill('7');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await said(page, '草稿已保存');
    await expect(page.getByRole('article')).toContainText('公示范围：1个小区，1栋楼，2户');
    await expect(page.getByRole('cell', { name: '综合改造' })).toBeVisible();
    await page.getByRole('button', { name: '发布公示' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '发布公示' }).click();
    await said(page, '已发布');
    await expect(page.getByText('还剩 7 天').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '保存草稿' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '完成公示' })).toHaveCount(0);
    await expect(page.getByRole('img', { name: '公示网页的二维码' })).toBeVisible();
    await seemly(page, 'notice');
  });
  const path = new URL(page.url()).pathname;

  const resident = await browser.newPage({ locale: 'zh-CN', viewport: page.viewportSize() });
  await test.step('居民在居民地址上看到，提一条异议，留下电话', async () => {
    await openNotice(resident, title);
    await expect(resident.getByRole('article')).toContainText(name);
    await expect(resident.getByText('公示中，还剩 7 天')).toBeVisible();
    await seemly(resident, 'public notice');
    await resident.getByRole('button', { name: '提交' }).click();
    await expect(resident.getByText('这一项必须填写。')).toBeVisible();
    await resident.getByLabel('您的意见').fill('我们小区还有 2 栋没有列进去');
    await resident.getByLabel('怎么联系您').fill('13800001234');
    await resident.getByRole('button', { name: '提交' }).click();
    await expect(resident.getByText('已经收到您的意见')).toBeVisible();
    expect((await resident.context().cookies()).map((cookie) => cookie.name)).toEqual([]);
  });

  await test.step('经办人在待办里看到，说明理由看联系方式，答复', async () => {
    await page.goto('/');
    await expect(page.getByText(`有 1 条异议等您答复：${title}`)).toBeVisible();
    await page.goto(`${path}#objections`);
    await expect(page.getByText('我们小区还有 2 栋没有列进去')).toBeVisible();
    await expect(page.getByText('13800001234')).toHaveCount(0);
    await page.getByRole('button', { name: '看联系方式' }).click();
    const reveal = page.getByRole('alertdialog');
    await reveal.getByRole('textbox').fill('电话核实楼栋数');
    await reveal.getByRole('button', { name: '查看' }).click();
    await expect(page.getByText('联系方式：13800001234')).toBeVisible();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    const answer = page.getByRole('dialog', { name: '答复异议' });
    await answer.getByRole('radio', { name: '异议不成立' }).check();
    await answer.getByLabel('答复内容').fill('两栋不在本小区红线内，已电话说明。');
    await answer.getByRole('button', { name: '提交答复' }).click();
    await said(page, '已答复');
    await expect(page.getByText('两栋不在本小区红线内，已电话说明。')).toBeVisible();
  });

  await test.step('上传张贴照片', async () => {
    await page.getByRole('button', { name: '上传照片' }).click();
    const dialog = page.getByRole('dialog', { name: '上传照片' });
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a6' } })
      .composite([
        {
          input: Buffer.from(
            `<svg width="40" height="30"><text y="20" font-size="8">${info.project.name[0]}</text></svg>`,
          ),
        },
      ])
      .png()
      .toBuffer();
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '张贴.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByLabel('张贴地点').fill('小区大门公告栏');
    await dialog.getByRole('button', { name: '上传', exact: true }).click();
    await said(page, '已上传');
    await expect(page.getByText('小区大门公告栏')).toBeVisible();
  });

  await afterDays(8, async () => {
    await signIn(page, PERSONAS.lufengClerk);
    await page.goto(path);
    await page.getByRole('button', { name: '完成公示' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '完成公示' }).click();
    await said(page, '公示已完成');
    await expect(page.getByText('已完成', { exact: true })).toBeVisible();
    await resident.reload();
    await expect(resident.getByText('公示期已满，网页上不再接收异议', { exact: false })).toBeVisible();
    await expect(resident.getByRole('button', { name: '提交' })).toHaveCount(0);
  });
  await resident.close();
});

test('回执：不用账号，查不到的和写错的一样，不透露什么', async ({ page }) => {
  await page.goto(`${RESIDENTS}/`);
  await page.getByRole('link', { name: '查表决登记' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '查表决登记' })).toBeVisible();
  await seemly(page, '/receipt');
  for (const code of ['abcd-efgh-jkmn-pqrs', '1234']) {
    await page.goto(`${RESIDENTS}/receipt`);
    await page.getByLabel('回执码').fill(code);
    await page.getByRole('button', { name: '查询' }).click();
    await expect(page.getByText('没有查到')).toBeVisible();
  }
});
