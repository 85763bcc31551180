import { expect } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, register, said, test } from './steps/office';
import { signIn } from './steps/people';

const RESIDENTS = process.env.ANJU_E2E_PUBLIC_URL ?? '';
const PHONE = { width: 390, height: 844 };

test('投诉：居民用手机提出，经办人交办、答复，居民凭回执码看到答复', async ({ page, browser }, info) => {
  const name = ownName(info, '投诉小区');
  const words = ownName(info, '夜里十一点还在施工 <script>alert(1)</script>');
  await signIn(page, PERSONAS.lufengClerk);
  await register(page, name, ['1栋']);

  const resident = await browser.newPage({ locale: 'zh-CN', viewport: PHONE });
  let code = '';
  await test.step('居民选县市、找到小区，只写网页代码被退回，写明情况后得到回执码', async () => {
    await resident.goto(`${RESIDENTS}/`);
    await resident.getByRole('link', { name: '投诉、提意见' }).click();
    await expect(resident.getByRole('heading', { level: 1, name: '投诉和意见建议' })).toBeVisible();
    await seemly(resident, 'complain');
    await resident.getByLabel('县市').selectOption({ label: '禄丰市' });
    await resident.getByLabel('小区名称').fill(name);
    await resident.getByRole('button', { name: '下一步' }).click();
    await resident.getByRole('link', { name }).click();
    await expect(resident.getByText(`小区：${name}`)).toBeVisible();
    await resident.getByLabel('事项').selectOption({ label: '施工扰民' });
    await resident.getByLabel('情况和要求').fill('<div><img src=x></div>');
    await resident.getByRole('button', { name: '提交' }).click();
    await expect(resident.getByText('这里只有网页代码，没有文字', { exact: false })).toBeVisible();
    await resident.getByLabel('情况和要求').fill(words);
    await resident.getByLabel('怎么联系您').fill('13800001234');
    await resident.getByRole('button', { name: '提交' }).click();
    await expect(resident.getByText('已经收到')).toBeVisible();
    code = ((await resident.getByTestId('code').textContent()) ?? '').trim();
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect((await resident.context().cookies()).map((cookie) => cookie.name)).toEqual([]);
    await resident.getByRole('link', { name: '看办理情况' }).click();
    await expect(resident.getByText('已收到，等待交办')).toBeVisible();
    await expect(resident.getByText(words)).toBeVisible();
    await seemly(resident, 'complaint by code');
  });

  await test.step('经办人在待办里看到，打开这一件，交办', async () => {
    await page.goto('/');
    await expect(page.getByText(/件新投诉等您交办/)).toBeVisible();
    await page.goto(`/complaints?q=${encodeURIComponent(words)}`);
    await seemly(page, 'complaints');
    await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
    await expect(page.getByText(words, { exact: true })).toBeVisible();
    await expect(page.getByText('还剩 15 天')).toBeVisible();
    await seemly(page, 'complaint');
    await page.getByRole('button', { name: '交办', exact: true }).click();
    const assign = page.getByRole('dialog', { name: '交给谁办理' });
    await assign.getByRole('radio', { name: '县市住建局' }).check();
    await assign.getByRole('button', { name: '交办', exact: true }).click();
    await said(page, '已交办');
    await expect(page.getByText('办理中', { exact: true })).toBeVisible();
  });

  await test.step('说明理由看联系方式，答复投诉人', async () => {
    await expect(page.getByText('13800001234')).toHaveCount(0);
    await page.getByRole('button', { name: '看联系方式' }).click();
    const reveal = page.getByRole('alertdialog');
    await reveal.getByRole('textbox').fill('电话核实施工时间');
    await reveal.getByRole('button', { name: '查看' }).click();
    await expect(page.getByText('联系方式：13800001234')).toBeVisible();
    await page.getByRole('button', { name: '答复投诉人' }).click();
    const answer = page.getByRole('dialog', { name: '答复投诉人' });
    await answer.getByLabel('答复内容').fill('已要求施工单位二十二点后停工。');
    await answer.getByRole('button', { name: '答复', exact: true }).click();
    await said(page, '已答复');
  });

  await test.step('居民凭回执码看到答复，不满意，要求再办一次', async () => {
    await resident.goto(`${RESIDENTS}/tousu`);
    await resident.getByLabel('回执码').fill(code.toLowerCase());
    await resident.getByRole('button', { name: '查询' }).click();
    await expect(resident.getByText('已要求施工单位二十二点后停工。')).toBeVisible();
    await resident.getByLabel('哪里没有解决').fill('昨晚又施工到十二点');
    await resident.getByRole('button', { name: '要求再办' }).click();
    await expect(resident.getByText('正在办理')).toBeVisible();
    await expect(resident.getByText('您要求再办')).toBeVisible();
    await page.reload();
    await expect(page.getByText('昨晚又施工到十二点')).toBeVisible();
    await expect(page.getByRole('button', { name: '答复投诉人' })).toBeVisible();
    await seemly(page, 'complaint with history');
    await seemly(resident, 'complaint to be done again');
  });
  await resident.close();
});
