import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PERSONAS } from '../support/personas';
import { ONE_DESK, ownName, send, test } from './steps/office';
import { signIn } from './steps/people';

const REAL_LIST = 'tests/fixtures/天长市2021年计划表.xlsx';

/** A sheet of 小区 as an office keeps it, with one cell that can't be read when `area` says so. */
async function ownList(file: string, names: readonly string[], area: string | number = 3200): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('小区');
  sheet.addRow(['小区名称', '建成年份', '户数', '建筑面积']);
  for (const name of names) sheet.addRow([name, '1996年', '48户', area]);
  await book.xlsx.writeFile(file);
  return file;
}

async function choose(page: Page, file: string) {
  await page.goto('/imports');
  await page.getByRole('button', { name: /选择文件/ }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

const opened = (page: Page) => page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
const agree = (page: Page) => page.getByRole('button', { name: '按这个对应关系读取' }).click();
const checked = (page: Page) =>
  expect(page.getByRole('heading', { name: '核对结果' })).toBeVisible({ timeout: 30_000 });

async function confirm(page: Page) {
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('导入完成')).toBeVisible({ timeout: 30_000 });
}

async function undo(page: Page, reason: string) {
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  const ask = page.getByRole('alertdialog');
  await ask.getByLabel('原因').fill(reason);
  await ask.getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText('这次导入已撤销')).toBeVisible();
  await expect(page.getByText(`撤销原因：${reason}`)).toBeVisible();
}

test('上传到一半停下：什么也没有写入；再传一次照常进行，只收下一份', ONE_DESK, async ({ page }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const file = await ownList(info.outputPath('停传.xlsx'), [ownName(info, '停传苑')]);
  const before = await send<{ total: number }>(page, 'GET', '/imports');
  // the line is so slow that there is time to think again
  await page.route('**/api/v1/imports', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await page.getByRole('button', { name: '停止上传' }).waitFor({ state: 'detached' });
    await route.abort().catch(() => undefined);
  });
  await choose(page, file);
  await page.getByRole('button', { name: '停止上传' }).click();
  await expect(page.getByText('已停止上传，什么也没有写入。')).toBeVisible();
  expect(await send(page, 'GET', '/imports')).toMatchObject({ total: before.total });
  await page.unroute('**/api/v1/imports');
  await page.getByRole('button', { name: '重新上传' }).click();
  await opened(page);
  expect(await send(page, 'GET', '/imports')).toMatchObject({ total: before.total + 1 });
});

test('导入时网络断了：页面说明在等，网络一恢复自己接着显示', ONE_DESK, async ({ page, context }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const names = Array.from({ length: 40 }, (_, index) => `${index}号${ownName(info, '断网苑')}`);
  await choose(page, await ownList(info.outputPath('断网.xlsx'), names));
  await opened(page);
  await agree(page);
  await checked(page);
  await page.getByRole('button', { name: '确认导入' }).click();
  const begun = page.waitForResponse(/\/confirm$/);
  await page.getByRole('alertdialog').getByRole('button', { name: '导入', exact: true }).click();
  await begun;
  await context.setOffline(true);
  await expect(page.getByText('网络断开了，正在重新连接。导入在服务器上继续，不受影响。')).toBeVisible({
    timeout: 20_000,
  });
  await context.setOffline(false);
  await expect(page.getByText('导入完成')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('网络断开了')).toHaveCount(0);
  await undo(page, '断网演练');
});

test('真实的外地计划表：逐列核对、导入、整体撤销；第二次上传记得上次的对应关系', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, PERSONAS.shuangbaiClerk);
  await choose(page, REAL_LIST);
  await opened(page);
  await expect(page.getByRole('heading', { name: '这张表的每一列是什么？' })).toBeVisible({ timeout: 30_000 });
  const field = (header: string) => page.getByRole('combobox', { name: `${header}: 对应的项目` });
  await expect(field('小区名称')).toHaveValue('name');
  await expect(field('建筑面积')).toHaveValue('statedFloorArea');
  await field('备注').selectOption('');
  await page.getByLabel('合法产权').selectOption('是');
  await agree(page);
  await checked(page);
  await expect(page.getByRole('table').first()).toContainText('小区');
  await confirm(page);
  await page.getByRole('link', { name: '查看小区列表' }).click();
  await page.waitForURL(/\/compounds/);
  await expect(page.getByRole('main').getByRole('link', { name: '缫丝厂家属区' })).toBeVisible();

  await test.step('传错了：写明原因，整体撤销，列表里不再有', async () => {
    await page.goto('/imports');
    await page.getByRole('link', { name: '天长市2021年计划表.xlsx' }).first().click();
    await undo(page, '这是外地的表，传错了');
    expect(await send(page, 'GET', `/compounds?q=${encodeURIComponent('缫丝厂家属区')}`)).toMatchObject({ total: 0 });
  });

  await test.step('再上传同样的表：上次改过的都还在', async () => {
    await choose(page, REAL_LIST);
    await opened(page);
    await expect(page.getByText(/本县市以前导入过同样的表/)).toBeVisible({ timeout: 30_000 });
    await expect(field('备注')).toHaveValue('');
    await expect(page.getByLabel('合法产权')).toHaveValue('true');
    await page.getByRole('button', { name: '取消这次导入' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '取消导入' }).click();
    await expect(page.getByText('这次导入已取消')).toBeVisible();
  });
});

test('读不懂的格子：下载标注好的表，批注写在那一格上', async ({ page }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  await choose(page, await ownList(info.outputPath('标注.xlsx'), [ownName(info, '标注苑')], '三千多'));
  await opened(page);
  await agree(page);
  await checked(page);
  await expect(page.getByText('不能导入').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '确认导入' })).toBeDisabled();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载标注好的表' }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  const cell = book.getWorksheet('小区')?.getCell('D2');
  expect(cell?.text).toBe('三千多');
  expect(JSON.stringify(cell?.note ?? '')).toContain('面积');
  expect(cell?.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
});
