import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PERSONAS } from '../support/personas';
import { ownName, type Registered, register, send, test } from './steps/office';
import { signIn } from './steps/people';

/** An open first vote of a compound with two buildings of two homes each. */
async function openVote(page: Page, name: string): Promise<string> {
  const compound = await register(page, name, ['1栋', '2栋']);
  const round = await send<Registered>(page, 'POST', '/rounds', { compoundId: compound.id, round: 1 });
  await send(page, 'POST', `/rounds/${round.id}/open`, undefined, round.version);
  return round.id;
}

async function fillIn(file: string, saved: string, said: readonly (string | null)[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const page = book.getWorksheet('表决票');
  if (!page) throw new Error('no sheet 表决票');
  for (const [at, choice] of said.entries()) page.getRow(at + 2).getCell(7).value = choice;
  await book.xlsx.writeFile(saved);
  return saved;
}

const verdict = (page: Page, words: string | RegExp) =>
  expect(page.getByText(words).first()).toBeVisible({ timeout: 30_000 });
const cell = (page: Page, address: string) => page.getByRole('listitem').filter({ hasText: address });
const record = async (page: Page, count: number) => {
  await page.getByRole('button', { name: `登记 ${count} 张票` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '登记', exact: true }).click();
  await verdict(page, `已登记 ${count} 张票`);
};

test('一张表的票：粘贴的逐格指出问题；登记表填好传上来，一次登记；再传一张，与已登记的不同，由人决定', async ({
  page,
  isMobile,
}, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const round = await openVote(page, ownName(info, '批量苑'));
  await page.goto(`/votes/${round}/sheet`);
  const download = page.getByRole('link', { name: '下载本轮登记表' });
  await expect(download).toBeVisible();

  await test.step('粘贴一段有问题的单元格：问题在 D3 和 A4，一张也不能登记', async () => {
    const text = ['楼栋\t单元\t房号\t意见', '1栋\t1\t101\t√', '1栋\t1\t102\t再说', '9栋\t1\t101\t同意'].join('\n');
    if (isMobile) {
      await page.getByLabel('粘贴单元格').fill(text);
      await page.getByRole('button', { name: '核对粘贴的内容' }).click();
    } else {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((cells) => navigator.clipboard.writeText(cells), text);
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Control+V');
    }
    await verdict(page, '有 2 处问题，一张票也不会登记');
    await expect(cell(page, 'D3')).toContainText('再说');
    await expect(cell(page, 'A4')).toContainText('1栋、2栋');
    await expect(page.getByRole('button', { name: /^登记 \d+ 张票$/ })).toBeDisabled();
    const marked = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载标注好的表' }).click();
    expect((await marked).suggestedFilename()).toContain('已标注');
    await page.getByRole('button', { name: '换一张表' }).click();
  });

  const template = info.outputPath('登记表.xlsx');
  await test.step('登记表里已有户册：填三户，传上来，登记三张票', async () => {
    const saving = page.waitForEvent('download');
    await download.click();
    await (await saving).saveAs(template);
    const filled = await fillIn(template, info.outputPath('填好.xlsx'), ['同意', '同意', '不同意']);
    await page.getByLabel('表里没写收集方式的，按').selectOption('上门');
    await page.locator('input[type=file]').setInputFiles(filled);
    await verdict(page, '3 张票可以登记');
    await expect(page.getByText('现在收回 0 张，登记后 3 张。')).toBeVisible();
    await record(page, 3);
    const { tally } = await send<{ tally: { agreeHouseholds: number } }>(page, 'GET', `/rounds/${round}`);
    expect(tally.agreeHouseholds).toBe(2);
  });

  await test.step('第二张表：一户相同，一户不同，一户新的；不同的写明原因更正', async () => {
    await page.getByRole('button', { name: '再登记一张表' }).click();
    const second = await fillIn(template, info.outputPath('第二张.xlsx'), ['同意', null, '同意', '弃权']);
    await page.locator('input[type=file]').setInputFiles(second);
    await verdict(page, '1 张票可以登记');
    await expect(page.getByText('意见：表里“同意”，已登记“不同意”')).toBeVisible();
    await page.getByRole('radio', { name: /^更正/ }).check();
    await expect(page.getByText('还有 1 张更正或留存的票没有写原因')).toBeVisible();
    await page.getByLabel('原因').fill('核对原票，登记有误');
    await record(page, 2);
    const { tally } = await send<{ tally: object }>(page, 'GET', `/rounds/${round}`);
    expect(tally).toMatchObject({ returned: 4, agreeHouseholds: 3, disagreeHouseholds: 0, abstainHouseholds: 1 });
  });
});
