import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { test } from './steps/office';
import { signIn } from './steps/people';

const rowOf = (page: Page, table: string, words: string): Locator =>
  page.getByRole('region', { name: table }).locator('tr').filter({ hasText: words });

/** On a phone the groups are folded, and one is open at a time. */
async function unfold(page: Page, group: string) {
  const fold = page.getByRole('button', { name: new RegExp(`^${group}`) });
  if ((await fold.isVisible()) && (await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

test('一次填报：县市领导看月报表和国家统计表，口径点得开，空格说明原因，导出的表和看到的一样', async ({ page }) => {
  await signIn(page, PERSONAS.lufengLeader);
  await page.goto('/statistics?year=2020&month=2020-05');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('禄丰市 2020 年度月报表');
  await page.getByRole('link', { name: '国家统计表' }).click();
  await expect(page.getByRole('heading', { name: '基础类改造内容' })).toBeVisible();

  await test.step('指标的口径和依据', async () => {
    await unfold(page, '开工、竣工、验收');
    await page.getByText('累计竣工小区数').first().click();
    await expect(page.getByText('竣工报告已被接收的小区').first()).toBeVisible();
  });

  await test.step('没有记录的写明，不当成零', async () => {
    await unfold(page, '主要工程量');
    const row = rowOf(page, '主要工程量', '养老服务设施数');
    await expect(row).toContainText('未填');
    await unfold(page, '未能填报的单元格');
    await expect(rowOf(page, '未能填报的单元格', '养老服务设施数')).toContainText('系统未记录');
  });
  await seemly(page, '国家统计表');

  await test.step('导出 Excel，和页面上的数一致', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const path = await (await waiting).path();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile(path)) as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['统计报表', '未能填报的单元格']);
    let found: unknown;
    book.worksheets[0]?.eachRow((row) => {
      if (row.getCell(2).value === '累计竣工小区数') found = row.getCell(4).value;
    });
    await unfold(page, '开工、竣工、验收');
    const shown = rowOf(page, '开工、竣工、验收', '累计竣工小区数');
    await expect(shown.getByRole('cell').last()).toHaveText(String(found));
  });

  await test.step('别的县市没有这一页', async () => {
    const other = await page.request.get('/api/v1/units?kind=county');
    expect(other.status()).toBe(403);
    expect((await page.goto('/statistics?county=00000000-0000-7000-8000-000000000000'))?.status()).toBe(404);
  });
});
