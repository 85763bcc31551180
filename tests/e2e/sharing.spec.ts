import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { compoundOf, fen, projectWithPlan } from './steps/money';
import { ONE_DESK, ownName, said, test } from './steps/office';
import { signIn } from './steps/people';

const UTILITY = '禄丰供电局';
const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (table: Locator, words: string | RegExp) => table.getByRole('row').filter({ hasText: words });
const given = (page: Page, term: string) => page.locator('#given').locator('div').filter({ hasText: term }).last();

/** The words of a docx, paragraph after paragraph. */
async function wordsOf(file: string): Promise<string> {
  const document = unzipSync(await readFile(file))['word/document.xml'];
  if (!document) throw new Error('no document');
  return strFromU8(document).replace(/<[^>]+>/g, '');
}

test(
  '分摊：按政策算出谁出多少，改一项写明原因，采用后资金计划分文不差，缴款通知发给每个出资方',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const name = ownName(info, '分摊片区');
    await signIn(page, PERSONAS.lufengClerk);
    const homes = { '1栋': ['80.00', '61.37'], '2栋': ['92.05'] };
    const compoundId = await compoundOf(page, await desk(PERSONAS.lufengCommunity), `${name}苑`, homes);
    // roads 100,000.00, roofs 20,000.00, greening 10,001.00 of which a tenth by residents, meters 666.00, lines 1,000.00
    const id = await projectWithPlan(page, name, compoundId, {
      'B-R06': { unitCost: '3.33', payer: 'pipeline' },
      'C-R06': { unitCost: '10.00', payer: 'pipeline', method: 'underground' },
      'C-I06': { unitCost: '100.01', payer: 'residents', residentPercent: 10 },
    });
    const items = page.getByRole('table', { name: '每一项由谁出' });

    await test.step('打开分摊：每一项由谁出，依据哪一条；还缺什么一次说全', async () => {
      await page.goto(`/projects/${id}/sharing`);
      const meters = rowOf(items, '一户一表');
      await expect(meters).toContainText('管线单位或国有专营企业出资');
      await expect(meters).toContainText('666.00');
      await meters.getByRole('button', { name: '为什么' }).click();
      await expect(page.getByText(/供水供电供气增加“一户一表”.*相关费用由管线单位承担/)).toBeVisible();
      await page.keyboard.press('Escape');
      const greening = rowOf(items, '绿化改造提升');
      await expect(greening).toContainText('1,000.10');
      await expect(page.getByText('还缺 3 项，补齐后才能采用')).toBeVisible();
      await expect(page.getByText('有 1 项“上改下”没有填写土建费用')).toBeVisible();
      await expect(page.getByRole('button', { name: '采用分摊方案' })).toHaveCount(0);
      await seemly(page, '/projects/[id]/sharing');
    });

    await test.step('改变道路一项：没有原因的不行，各方之和不等于费用的不行', async () => {
      await rowOf(items, '道路整治').getByRole('button', { name: '改变' }).click();
      const form = dialog(page);
      await form.getByRole('combobox', { name: '出资' }).first().selectOption({ label: '中央补助资金' });
      await form.getByRole('textbox', { name: '费用' }).first().fill('60,000');
      await form.getByRole('combobox', { name: '出资' }).nth(1).selectOption({ label: '其他' });
      await form.getByRole('textbox', { name: '出资单位' }).nth(1).fill('禄丰城投公司');
      await form.getByRole('textbox', { name: '费用' }).nth(1).fill('40000.01');
      await form.getByRole('button', { name: '保存改变' }).click();
      await expect(form.getByText('这一项必须填写。')).toBeVisible();
      await form.getByRole('textbox', { name: /^改变的原因/ }).fill('市政府专题会议纪要〔2020〕3号');
      await form.getByRole('button', { name: '保存改变' }).click();
      await expect(form.getByText(/各方合计 100,000.01 元，这一项的费用是 100,000.00 元/)).toBeVisible();
      await seemly(page, '改变分摊');
      await form.getByRole('textbox', { name: '费用' }).nth(1).fill('40000');
      await form.getByRole('button', { name: '保存改变' }).click();
      await said(page, '分摊已改变');
      await expect(rowOf(items, '道路整治')).toContainText('县市改变');
      await expect(rowOf(items, '道路整治')).toContainText('禄丰城投公司');
    });

    await test.step('写明土建费用、出资单位、中央补助多少，就可以采用', async () => {
      await given(page, '“上改下”土建费用').getByRole('button', { name: '填写' }).click();
      await dialog(page).getByRole('textbox').fill('400');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await expect(given(page, '“上改下”土建费用')).toContainText('1 项已填，共 400.00 元');
      await given(page, '出资单位名称').getByRole('button', { name: '填写' }).click();
      for (const box of await dialog(page).getByRole('combobox', { name: '单位名称' }).all()) await box.fill(UTILITY);
      await seemly(page, '出资单位名称');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await expect(given(page, '出资单位名称')).toContainText(UTILITY);
      await given(page, '政府资金构成').getByRole('button', { name: '填写' }).click();
      await dialog(page)
        .getByRole('textbox', { name: /^中央补助资金/ })
        .fill('25000.01');
      await dialog(page).getByRole('button', { name: '保存' }).click();
      await expect(page.getByText('可以采用：各方之和等于方案费用，什么都不缺。')).toBeVisible();
      await page.getByRole('button', { name: '采用分摊方案' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '采用分摊方案' }).click();
      await said(page, '分摊方案已采用');
      await expect(page.getByText(/第 1 稿已于 .* 采用/)).toContainText('131,667.00');
    });

    await test.step('资金筹措计划与方案造价正好相等', async () => {
      await page.goto(`/projects/${id}/funding`);
      await expect(page.getByText('正好相等')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('131,667.00');
    });

    await test.step('居民出的钱分到各户，各户之和分文不差', async () => {
      await page.goto(`/projects/${id}/sharing`);
      await page.getByRole('link', { name: '看各户' }).click();
      const shares = page.getByRole('table', { name: `“${name}苑”各户应缴` });
      await expect(rowOf(shares, '居民自筹')).toContainText('1,000.10');
      const sums = await shares.locator('tbody tr:not(:last-child) td:last-child').allInnerTexts();
      expect(sums).toHaveLength(3);
      expect(sums.reduce((sum, text) => sum + fen(text), 0n)).toBe(1000_10n);
      await seemly(page, '各户应缴');
    });

    await test.step('缴款通知：供电局一份、居民一份；能打印，Word 里是同一个数', async () => {
      await page.getByRole('link', { name: '缴款通知' }).click();
      const papers = page.getByRole('article');
      const utility = papers.filter({ hasText: `${UTILITY}：` });
      await expect(utility).toContainText('（小写：1,266.00 元）');
      await expect(papers.filter({ hasText: '全体业主' })).toContainText('1,000.10');
      await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
      await seemly(page, '/payment-notices/[id]');
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
      await expect(utility).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: `Word：${UTILITY}` }).click(),
      ]);
      const words = await wordsOf(await download.path());
      expect(words).toContain(`${UTILITY}：`);
      expect(words).toContain('（小写：1,266.00 元）');
      expect(words).toContain('合计1,266.00');
    });
  },
);
