import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { projectReady } from './steps/year';

const fillDocument = async (page: Page, no: string, on: string) => {
  await page.getByRole('textbox', { name: '文号' }).fill(no);
  await page.getByLabel('文件日期').fill(on);
};

test('改造申请到年度计划：社区申请，县市受理，州里排序、填资金、试算、确定', ONE_DESK, async ({ page, desk }, info) => {
  test.setTimeout(240_000);
  const dear = ownName(info, '大片区');
  const small = ownName(info, '小片区');
  const year = 2090 + (Date.now() % 9);
  await projectReady([
    { name: dear, asks: 900_000 },
    { name: small, asks: 300_000 },
  ]);
  await signIn(page, PERSONAS.prefectureBureau);
  const { items } = await send<{ items: { year: number; rulebook: { id: string } }[] }>(
    page,
    'GET',
    '/programme/years',
  );
  const used = items.map((one) => one.year);
  const own = used.includes(year) ? Math.max(...used) + 1 : year;
  await send(page, 'POST', '/programme/years', {
    year: own,
    rulebookId: items[0]?.rulebook.id,
    targetShare: 100,
    startBy: `${own}-02-28`,
    completeBy: `${own}-06-30`,
  });

  await test.step('社区为两个项目提交申请', async () => {
    const community = await desk(PERSONAS.lufengCommunity);
    for (const name of [dear, small]) {
      await community.goto(`/applications?year=${own}`);
      await community.getByRole('button', { name: '提交申请' }).click();
      const dialog = community.getByRole('dialog');
      const option = dialog.getByRole('combobox', { name: /^项目/ }).locator('option', { hasText: name });
      await dialog.getByRole('combobox', { name: /^项目/ }).selectOption((await option.getAttribute('value')) ?? '');
      await dialog.getByRole('textbox', { name: /^申请人/ }).fill('业主委员会');
      await dialog.getByLabel(/^申请日期/).fill('2020-03-01');
      await dialog.locator('input[type=file]').setInputFiles({
        name: '改造申请书.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF ${name}`),
      });
      await dialog.getByRole('button', { name: '提交申请' }).click();
      await said(community, '申请已提交');
    }
    await seemly(community, '/applications');
  });

  await test.step('住建局在待办里看到，逐个受理', async () => {
    const clerk = await desk(PERSONAS.lufengClerk);
    await clerk.goto('/');
    await expect(clerk.getByText(/份改造申请等待受理/)).toBeVisible();
    for (const name of [dear, small]) {
      await clerk.goto(`/applications?year=${own}&status=submitted`);
      await clerk.getByRole('button', { name: `${name}：受理或退回` }).click();
      await clerk.getByRole('dialog').getByRole('button', { name: '办理' }).click();
      await said(clerk, '已办理');
    }
  });

  await test.step('州住建局建立草案，填资金：大片区差 40 万元', async () => {
    await page.goto(`/annual-plans?year=${own}`);
    await page.getByRole('button', { name: `编制 ${own} 年度计划` }).click();
    await expect(page).toHaveURL(/\/annual-plans\/[0-9a-f-]{36}$/);
    await page.getByRole('textbox', { name: '州级统筹 中央补助资金（元）' }).fill('500000');
    await page.getByRole('button', { name: '保存资金' }).click();
    await said(page, '已保存');
    await expect(page.getByText('中央补助资金差 40 万元')).toBeVisible();
    await expect(page.getByRole('list', { name: '列入', exact: true }).getByText(small)).toBeVisible();
    await seemly(page, '/annual-plans/[id]');
  });

  await test.step('得分点开，看到每个数', async () => {
    await page.getByRole('button', { name: `${small} 的得分` }).click();
    await expect(page.getByText('同意户数')).toBeVisible();
    await expect(page.getByText('8 / 10 × 100.00 = 80.00')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('试算：再加 40 万元，大片区列入，小片区落选；没有保存', async () => {
    await page.getByRole('textbox', { name: '州级统筹 中央补助资金（元）' }).fill('900000');
    await page.getByRole('button', { name: '试算' }).click();
    await expect(page.getByText('列入 1 → 1 个项目')).toBeVisible();
    await expect(page.getByText(new RegExp(`新列入：${dear}`))).toBeVisible();
    await expect(page.getByText(new RegExp(`落选：${small}`))).toBeVisible();
    await page.getByRole('textbox', { name: '州级统筹 中央补助资金（元）' }).fill('1200000');
    await page.getByRole('button', { name: '保存资金' }).click();
    await expect(page.getByText('全部列入。')).toBeVisible();
  });

  await test.step('凭文件确定；县市看到自己的，别的县市看不到', async () => {
    await page.getByRole('button', { name: '确定计划' }).click();
    await fillDocument(page, `楚住建发〔2020〕${Date.now() % 1000}号`, '2020-03-20');
    await page.getByRole('dialog').getByRole('button', { name: '确定计划' }).click();
    await said(page, '年度实施计划已确定');
    await expect(page.getByText('已确定').first()).toBeVisible();
    const clerk = await desk(PERSONAS.lufengClerk);
    await clerk.goto(page.url());
    await expect(clerk.getByText('这里只显示本县市的项目和资金')).toBeVisible();
    await expect(clerk.getByRole('list', { name: '列入', exact: true }).getByText(dear)).toBeVisible();
    const stranger = await desk(PERSONAS.shuangbaiClerk);
    await stranger.goto(page.url());
    await expect(stranger.getByText(dear)).toHaveCount(0);
  });
});
