import { expect, type Page, test } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { signIn } from './steps/people';
import { type RowByHeader, Workbook } from './steps/workbook';

/** The main job: a county's survey goes in, the prefecture sees it, another county sees nothing of it. */
const FACTS: RowByHeader = {
  街道: '金山镇',
  地址: '金山镇幸福路8号',
  经度: 102.0712,
  纬度: 25.1512,
  建成年份: '1998年',
  产权性质: '房改房',
  原产权单位: '市农机厂',
  业主委员会: '无',
  物业管理: '否',
  维修资金账户: '否',
  居民改造意愿: '强烈',
  合法产权: '是',
  '位于城市、县城': '√',
  纳入棚户区改造计划: '否',
  拟拆除新建: '否',
  以自建住房为主: '否',
  城中村: '否',
  配套设施不全: '是',
  环境脏乱差: '有',
  管理机制不健全: '是',
  公共设施落后: '是',
};

async function downloadWorkbook(page: Page, file: string): Promise<Workbook> {
  await page.goto('/imports');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '下载摸底表' }).first().click(),
  ]);
  await download.saveAs(file);
  return Workbook.open(file);
}

async function upload(page: Page, file: string) {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await expect(page.getByText('核对结果')).toBeVisible({ timeout: 120_000 });
}

function fillSurvey(book: Workbook, name: string, floorArea: string): { compoundRow: number } {
  const [compoundRow = 0] = book.append('小区', [{ 小区名称: name, ...FACTS, 建筑面积: floorArea }]);
  book.append('楼栋', [
    { 小区名称: name, 楼栋: '1栋', 建成年份: 1998, 结构: '砖混', 层数: '6层', 单元数: 2, 建筑面积: '1,820.50' },
    { 小区名称: name, 楼栋: '2栋', 建成年份: '１９９７', 结构: '砖混', 层数: 6, 单元数: 2, 建筑面积: 1900 },
  ]);
  book.append(
    '户',
    ['101', '102', '201', '202'].map((room, index) => ({
      小区名称: name,
      楼栋: '1栋',
      单元: '1单元',
      房号: room,
      楼层: index < 2 ? 1 : 2,
      专有面积: 88.33,
      业主姓名: `测试甲${index}`,
      联系电话: `1990000${String(4000 + index)}`,
    })),
  );
  return { compoundRow };
}

test('禄丰市的经办人填表、上传、逐格核对、导入；州里一秒后看到，双柏县什么也看不到', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  const name = `紫薇苑${info.project.name === 'phone' ? '乙' : '甲'}区`;
  await signIn(page, PERSONAS.lufengClerk);
  const book = await downloadWorkbook(page, info.outputPath('摸底表.xlsx'));
  expect(book.names('小区').length).toBeGreaterThan(50);

  await test.step('一格填错：指到单元格，什么也不写入', async () => {
    const { compoundRow } = fillSurvey(book, name, '三千多平米');
    const cell = book.address('小区', '建筑面积', compoundRow);
    await upload(page, await book.save(info.outputPath('有错.xlsx')));
    await expect(page.getByRole('main').getByText(cell, { exact: true }).first()).toBeVisible();
    await expect(page.getByText('三千多平米').first()).toBeVisible();
    await expect(page.getByText('不能导入').first()).toBeVisible();
    const confirm = page.getByRole('button', { name: '确认导入' });
    expect((await confirm.count()) === 0 || (await confirm.first().isDisabled())).toBe(true);
  });

  await test.step('改正后导入，全部成功', async () => {
    const whole = await Workbook.open(info.outputPath('摸底表.xlsx'));
    fillSurvey(whole, name, '约 3720.5平方米');
    await upload(page, await whole.save(info.outputPath('改正.xlsx')));
    await page.getByRole('button', { name: '确认导入' }).first().click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expect(dialog).toContainText('1 个小区');
    await expect(dialog).toContainText('2 栋楼');
    await expect(dialog).toContainText('4 户');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText('已导入').first()).toBeVisible({ timeout: 120_000 });
  });

  await test.step('经办人看到结论和原因', async () => {
    await page.goto(`/compounds?q=${encodeURIComponent(name)}`);
    await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText('符合', { exact: false }).first()).toBeVisible();
    await expect(page.getByText('测试甲0')).toHaveCount(0);
    await expect(page.getByText('测**').first()).toBeVisible();
  });

  await test.step('州住建局看到这个小区，总览里也有', async () => {
    const prefecture = await browser.newPage();
    await signIn(prefecture, PERSONAS.prefectureBureau);
    await prefecture.goto(`/compounds?q=${encodeURIComponent(name)}`);
    await expect(prefecture.getByRole('main').getByRole('link', { name, exact: true }).first()).toBeVisible();
    const seen = await prefecture.request.get(`/api/v1/compounds?q=${encodeURIComponent(name)}`);
    expect(await seen.json()).toMatchObject({
      total: 1,
      items: [{ name, eligibility: 'eligible', year: 1997, buildings: 2, households: 4, floorArea: '3720.50' }],
    });
    await prefecture.goto('/dashboard');
    await expect(prefecture.getByRole('main')).toContainText('禄丰市');
    await prefecture.close();
  });

  await test.step('双柏县的经办人什么也看不到', async () => {
    const other = await browser.newPage();
    await signIn(other, PERSONAS.shuangbaiClerk);
    const seen = await other.request.get(`/api/v1/compounds?q=${encodeURIComponent(name)}`);
    expect(await seen.json()).toMatchObject({ total: 0, items: [] });
    await other.close();
  });
});
