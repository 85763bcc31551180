import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { wordsOfBook } from './steps/exports';
import { agreeSharing, compoundOf, fen, projectWithPlan } from './steps/money';
import { ownName, said, test } from './steps/office';
import { signIn } from './steps/people';

const homeRow = (page: Page, home: string) =>
  page.getByRole('table', { name: '各户应缴和交款' }).getByRole('row').filter({ hasText: home });
const building = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
/** A sum in a household's row. */
const sumOf = async (page: Page, home: string, column: number) =>
  fen(await homeRow(page, home).getByRole('cell').nth(column).textContent());
const [DUE, LEFT] = [2, 4];

test('居民出资：确定各户应缴，上门收款开收据，楼栋进度、催缴清单和台账都跟着变', async ({ page, desk }, info) => {
  const name = ownName(info, '出资片区');
  const receipt = ownName(info, '收');
  const clerk = await desk(PERSONAS.lufengClerk);
  await signIn(page, PERSONAS.lufengCommunity);
  const homes = { '1栋': ['80.00', '61.37'], '2栋': ['92.05'] };
  const compoundId = await compoundOf(clerk, page, `${name}苑`, homes);
  // greening 10,001.00, a tenth of it by the residents
  const id = await projectWithPlan(clerk, name, compoundId, {
    'C-I06': { unitCost: '100.01', payer: 'residents', residentPercent: 10 },
  });
  await agreeSharing(clerk, id);

  await test.step('住建局确定各户应缴：三户按面积，合计分文不差', async () => {
    await clerk.goto(`/projects/${id}/contributions`);
    await expect(clerk.getByText(/已议定居民自筹 1,000.10 元，按专有面积分摊/)).toBeVisible();
    await clerk.getByRole('button', { name: '确定各户应缴' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '确定各户应缴' }).click();
    await said(clerk, '已确定各户应缴');
    await expect(clerk.getByText(/1,000.10 元，按专有面积分摊，共 3 户/)).toBeVisible();
  });

  const first = '1栋 1单元 101';
  let due = 0n;
  await test.step('社区上门：101 先交一部分，多交的不收，收据打开', async () => {
    await page.goto(`/projects/${id}/contributions`);
    due = await sumOf(page, first, DUE);
    const others = [await sumOf(page, '1栋 1单元 102', DUE), await sumOf(page, '2栋 1单元 101', DUE)];
    expect(others.reduce((sum, one) => sum + one, due)).toBe(1000_10n);
    await seemly(page, '/projects/[id]/contributions');
    await page.getByRole('button', { name: `登记交款 ${first}` }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: /^金额/ }).fill('5000');
    await form.getByRole('textbox', { name: /^收据号/ }).fill(`${receipt}-01`);
    await form.getByRole('combobox', { name: /^交款方式/ }).selectOption({ label: '微信' });
    await form.getByRole('button', { name: '登记交款' }).click();
    await expect(form.getByText(/还应交 .* 元，登记的是 5,000.00 元/)).toBeVisible();
    await seemly(page, '登记交款');
    await form.getByRole('textbox', { name: /^金额/ }).fill('100');
    await form.getByRole('button', { name: '登记交款' }).click();
    await said(page, '已登记交款');
    await expect(homeRow(page, first)).toContainText('部分交纳');
    expect(await sumOf(page, first, LEFT)).toBe(due - 100_00n);
    await page.getByRole('link', { name: first }).click();
    await page.getByRole('link', { name: `${receipt}-01` }).click();
    const slip = page.getByRole('article');
    await expect(slip).toContainText('人民币壹佰元整');
    await expect(slip.getByRole('row').filter({ hasText: '交款方式' })).toContainText('微信');
    await expect(page.getByRole('button', { name: '打印收据' })).toBeVisible();
    await seemly(page, '收据');
  });

  await test.step('2 栋的一户交清：金额、下一张收据、交款方式都已填好；楼栋进度变了', async () => {
    await page.goto(`/projects/${id}/contributions`);
    await expect(building(page, '2栋')).toContainText('0 / 1 户交清');
    await page.getByRole('button', { name: '登记交款 2栋 1单元 101' }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByRole('textbox', { name: /^收据号/ })).toHaveValue(`${receipt}-02`);
    await form.getByRole('button', { name: '登记交款' }).click();
    await said(page, '已登记交款');
    await expect(building(page, '2栋')).toContainText('1 / 1 户交清');
    await expect(page.getByRole('progressbar', { name: '2栋：已缴占应缴' })).toHaveAttribute('aria-valuenow', '100');
    await expect(building(page, '1栋')).toContainText('0 / 2 户交清');
  });

  let left = '';
  await test.step('催缴清单：还有两户，尚欠多少；含姓名的表格要写用途', async () => {
    await clerk.goto(`/projects/${id}/contributions`);
    await clerk.getByRole('link', { name: '催缴清单' }).click();
    const paper = clerk.getByRole('article');
    await expect(paper).toContainText('尚有2户未交清居民出资');
    await expect(paper.getByRole('row').filter({ hasText: first })).toContainText(/100\.00/);
    await expect(paper.getByRole('row').filter({ hasText: '2栋' })).toHaveCount(0);
    left = /合计尚欠([\d,.]+)元/.exec((await paper.textContent()) ?? '')?.[1] ?? '';
    await seemly(clerk, '催缴清单');
    // on a phone each household is a card: nothing scrolls sideways
    await clerk.setViewportSize({ width: 390, height: 844 });
    expect(await paper.locator('section').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await seemly(clerk, '催缴清单，手机');
    await clerk.setViewportSize({ width: 1440, height: 900 });
    await clerk.getByRole('button', { name: '下载含业主姓名的表格' }).click();
    const form = clerk.getByRole('dialog');
    await form.getByRole('button', { name: '下载含业主姓名的表格' }).click();
    await expect(form.getByRole('alert')).toBeVisible();
    await form.getByRole('textbox', { name: /^用途/ }).fill('上门催缴');
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      form.getByRole('button', { name: '下载含业主姓名的表格' }).click(),
    ]);
    expect(await wordsOfBook(await download.path())).toContain('李春梅');
    await expect(form).toBeHidden();
  });

  await test.step('项目台账里居民出资到位的，就是已经交的', async () => {
    await clerk.goto(`/projects/${id}/money`);
    const source = clerk.getByRole('table', { name: '各项来源' }).getByRole('row').filter({ hasText: '居民出资' });
    const [planned, allocated, received] = (await source.getByRole('cell').allInnerTexts()).map(fen);
    expect([planned, allocated]).toEqual([1000_10n, 1000_10n]);
    expect(received).toBe(1000_10n - fen(left));
  });
});
