import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import type { PlanView } from '@/lib/domain/plans/answers';
import { PERSONAS } from '../support/personas';
import { ownName, register, send, test } from './steps/office';
import { signIn } from './steps/people';

/** Opens one item of a place: in the table at a desk, in the cards of that building on a phone. */
async function openCell(page: Page, isMobile: boolean, where: string, item: string) {
  if (!isMobile) return page.getByRole('button', { name: `填写：${where} ${item}` }).click();
  await page.getByLabel('楼栋或小区').selectOption(where);
  await page.getByRole('button', { name: new RegExp(`^${item}`) }).click();
}

const saved = (page: Page) => expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
const panel = (page: Page) => page.getByRole('dialog');

/** Every required place that has no answer yet. */
async function answerTheRest(page: Page, id: string) {
  const plan = await send<PlanView>(page, 'GET', `/plans/${id}`);
  const cells = plan.unanswered.map((place) => ({
    ...{ ...place, answer: 'todo', quantity: '10', unit: '项', unitCost: '200' },
  }));
  await send(page, 'POST', `/plans/${id}/cells`, { cells }, plan.version);
}

test('一个小区的方案从空白到定稿：填一格、带到别的楼、复制、用表格、缺什么说什么、定稿、下一版的不同', async ({
  page,
  isMobile,
}, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const compound = await register(page, ownName(info, '方案苑'), ['1栋', '2栋']);

  await test.step('从小区页面新建', async () => {
    await page.goto(`/compounds/${compound.id}#plan`);
    await page.getByRole('link', { name: '新建方案' }).click();
    await page.getByRole('button', { name: '新建第 1 版' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${compound.name}改造方案` })).toBeVisible();
    await expect(page.getByText('必改内容还有 30 处没有结论')).toBeVisible();
  });
  const id = page.url().split('/').at(-1) ?? '';

  await test.step('填一格：屋面，两栋楼同样填；费用当场算出', async () => {
    await openCell(page, isMobile, '1栋', '屋面渗漏修缮');
    await panel(page).getByRole('radio', { name: /^改造/ }).check();
    await panel(page).getByRole('textbox', { name: '工程量' }).fill('120.5');
    await panel(page).getByRole('textbox', { name: '单价' }).fill('85.55');
    await expect(panel(page).getByText('10,308.78 元')).toBeVisible();
    await panel(page).getByRole('radio', { name: '还没有填这一项的楼栋也这样填' }).check();
    await panel(page).getByRole('button', { name: '保存' }).click();
    await saved(page);
    await expect(page.getByText('20,617.56 元').first()).toBeVisible();
  });

  await test.step('居民不同意却没有写原因：说在那一栏；写了就保存', async () => {
    await openCell(page, isMobile, '2栋', '整治私搭乱建');
    await panel(page)
      .getByRole('radio', { name: /^居民不同意/ })
      .check();
    await panel(page).getByRole('button', { name: '保存' }).click();
    await expect(panel(page).getByText(/2栋的“整治私搭乱建”选了“无法实施”或“居民不同意”，须写明原因/)).toBeVisible();
    await panel(page).getByRole('textbox', { name: /^原因/ }).fill('一层两户不同意拆除');
    await panel(page).getByRole('button', { name: '保存' }).click();
    await saved(page);
    await expect(panel(page)).toBeHidden();
  });

  await test.step('复制一栋楼，只填空白', async () => {
    if (isMobile) await page.getByLabel('楼栋或小区').selectOption('2栋');
    await page.getByRole('button', { name: '把2栋的内容复制到其他楼栋' }).click();
    await panel(page).getByLabel('1栋').check();
    await panel(page).getByRole('button', { name: '复制到 1 栋' }).click();
    await expect(page.getByText('已复制 1 项')).toBeVisible();
  });

  await test.step('没有填完不能定稿，缺的都说出来', async () => {
    await page.getByRole('button', { name: '定稿' }).click();
    const asked = page.getByRole('alertdialog');
    await asked.getByRole('button', { name: '定稿' }).click();
    await expect(asked.getByText(/1栋还有 8 项必改内容没有结论/)).toBeVisible();
    await asked.getByRole('button', { name: '取消' }).click();
  });

  await test.step('用表格填写小区的一项：先看改变什么，再写入', async () => {
    await page.goto(`/plans/${id}/workbook`);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载本方案的表格' }).click();
    const file = info.outputPath('方案.xlsx');
    await (await saving).saveAs(file);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet('小区');
    if (!sheet) throw new Error('no sheet 小区');
    sheet.getCell('E2').value = '改造';
    sheet.getCell('F2').value = 1;
    sheet.getCell('H2').value = '一百';
    await book.xlsx.writeFile(file);
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText('有 1 处问题，一格也不会写入')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('小区 H2')).toBeVisible();
    sheet.getCell('H2').value = 36_000;
    await book.xlsx.writeFile(file);
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText('1 处会改变')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: '写入 1 处' }).click();
    await expect(page).toHaveURL(`/plans/${id}`);
    await expect(page.getByText('56,617.56 元').first()).toBeVisible();
  });

  await test.step('全部有了结论，定稿；可以打印', async () => {
    await answerTheRest(page, id);
    await page.reload();
    await expect(page.getByText(/可以定稿/)).toBeVisible();
    await page.getByRole('button', { name: '定稿' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '定稿' }).click();
    await expect(page.getByText('已定稿').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '定稿' })).toHaveCount(0);
    await page.getByRole('link', { name: '打印' }).click();
    await expect(page.getByText('一楼一策：2栋')).toBeVisible();
  });

  await test.step('下一版改一格，两版的不同列出来', async () => {
    const next = await send<PlanView>(page, 'POST', '/plans', { compoundId: compound.id });
    const building = next.buildings[0]?.id ?? null;
    const cells = [
      { buildingId: building, item: 'B-I03', answer: 'todo', quantity: '1', unit: '部', unitCost: '500000' },
    ];
    await send(page, 'POST', `/plans/${next.id}/cells`, { cells }, next.version);
    await page.goto(`/plans/${next.id}/differences?with=${id}`);
    await expect(page.getByRole('heading', { level: 1, name: '第 2 版与第 1 版的不同' })).toBeVisible();
    await expect(page.getByText('多层住宅楼房增设电梯')).toBeVisible();
    await expect(page.getByText('+500,000.00 元')).toBeVisible();
  });
});
