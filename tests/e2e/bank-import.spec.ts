import { expect, type Locator, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { currentYear, fundedProject } from './steps/money';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { projectReady } from './steps/year';

type Line = (string | number | null)[];

/** A statement as the bank lets it out: a title, the account, an empty row, and only then the headings, with columns nobody asked for. */
async function statement(file: string, lines: readonly Line[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('交易明细');
  sheet.addRow(['某银行企业网上银行 账户交易明细']);
  sheet.addRow(['账号：6222000011118888', null, '户名：禄丰市老旧小区改造资金专户']);
  sheet.addRow([]);
  sheet.addRow([
    '序号',
    '交易时间',
    '收入金额（元）',
    '支出金额（元）',
    '余额（元）',
    '对方户名',
    '摘要',
    '交易流水号',
    '币种',
  ]);
  for (const [at, line] of lines.entries()) sheet.addRow([at + 1, ...line, '人民币']);
  sheet.addRow(['合计', null, '1,800.00', '80.00']);
  await book.xlsx.writeFile(file);
  return file;
}

const upload = async (page: Page, file: string) => {
  await page.goto('/funds/imports');
  await page.getByRole('button', { name: /选择文件/ }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/funds\/imports\/[0-9a-f-]{36}$/);
};
const lineOf = (page: Page, words: string): Locator =>
  page.getByRole('table', { name: '流水逐行' }).getByRole('row').filter({ hasText: words });
/** The page has taken in what was decided. */
const left = (page: Page, count: number) => expect(page.getByText(`还有 ${count} 行没有决定`)).toBeVisible();
const apply = async (page: Page) => {
  await page.getByRole('button', { name: '记入台账' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '记入台账' }).click();
};

test(
  '导入银行流水：重复的一行说明在哪一格，匹配写明依据，凭证号用过的一行都不记，改正后全部记入，再传一次认得出来',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const name = ownName(info, '流水片区');
    const no = (at: number) => `${name}-${at}`;
    const clerk = await desk(PERSONAS.lufengClerk);
    const id = await fundedProject(clerk, name, {
      year: await currentYear(clerk),
      plan: { 'local/county': '5000.00' },
    });
    await signIn(page, PERSONAS.lufengFinance);
    const moved = { source: 'local', kind: 'county', entryOn: '2020-03-02', counterparty: '禄丰市财政局' };
    const post = (movement: string, amount: string, voucherNo: string) =>
      send(page, 'POST', `/projects/${id}/ledger`, { ...moved, movement, amount, voucherNo });
    await post('allocated', '2000.00', no(1));
    await post('received', '500.00', no(2));
    const booked: Line = ['2020-03-03', '500.00', null, '500.00', '禄丰市财政局', '县级配套', no(2)];
    const coming: Line = ['2020-03-09', '1,000.00', null, '1,500.00', '禄丰市财政局', `${name}县级配套`, no(3)];
    const unknown: Line = ['2020-03-20', '300.00', null, '1,800.00', '某公司', '没有立项的工程', no(1)];
    const fee: Line = ['2020-03-21', null, '80.00', '1,720.00', '某银行', '手续费', no(5)];

    await test.step('表里有一行重复：指出是哪一格，改好以前不能记', async () => {
      const file = await statement(info.outputPath(`${name}.xlsx`), [booked, coming, coming, unknown, fee]);
      await upload(page, file);
      await expect(page.getByText(`流水号 ${no(3)} 与第 6 行相同，日期和金额也相同，疑似重复`)).toBeVisible();
      await expect(page.getByText('这一行是合计、期初或结转，不是一笔收支，没有读取。')).toBeVisible();
      await expect(page.getByText('表里有 1 处错误，改好后取消这次导入，再重新上传')).toBeVisible();
      await expect(page.getByRole('button', { name: '记入台账' })).toBeDisabled();
      await page.getByRole('button', { name: '取消导入' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '取消导入' }).click();
      await said(page, '已取消');
    });

    const right = await statement(info.outputPath(`${name}改.xlsx`), [booked, coming, unknown, fee]);
    await test.step('改好再传：每一行写明匹配到什么、依据是什么', async () => {
      await upload(page, right);
      await left(page, 4);
      await expect(page.getByText('账户尾号 8888')).toBeVisible();
      await expect(lineOf(page, no(2))).toContainText(`已入账：${name}，凭证 ${no(2)}`);
      await expect(lineOf(page, no(2))).toContainText('金额一致、日期相差1天、流水号与凭证号相同、户名相同');
      await expect(lineOf(page, no(3))).toContainText('下达未到位 1,500.00 元');
      await expect(lineOf(page, no(3))).toContainText('金额在余额之内');
      await expect(lineOf(page, '手续费')).toContainText('台账里没有对得上的');
      await seemly(page, '/funds/imports/[id]');
      await page.getByRole('button', { name: '接受全部 2 条匹配' }).click();
      await said(page, '已接受 2 条');
      await left(page, 2);
    });

    await test.step('不认识的项目由人选；手续费不属于本项目', async () => {
      await lineOf(page, '没有立项的工程').getByRole('button', { name: '选择入账' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: /^项目/ }).fill(name);
      await page.getByRole('option', { name }).click();
      await expect(form.getByRole('combobox', { name: /^资金来源/ })).toContainText('下达未到位 1,500.00 元');
      await seemly(page, '选择入账');
      await form.getByRole('button', { name: '确定入账方式' }).click();
      await left(page, 1);
      await page.getByRole('button', { name: '未匹配的 1 行不属于本项目' }).click();
      const sure = page.getByRole('alertdialog');
      await sure.getByRole('textbox', { name: '原因' }).fill('银行手续费');
      await sure.getByRole('button', { name: '未匹配的 1 行不属于本项目' }).click();
      await expect(page.getByText('每一行都已决定，可以记入台账')).toBeVisible();
    });

    await test.step('一行的凭证号用过：说明是哪一行，一行都没有记', async () => {
      await apply(page);
      await expect(page.getByText(`第 7 行：凭证号“${no(1)}”已经用过`).first()).toBeVisible();
      await page.getByRole('alertdialog').getByRole('button', { name: '取消' }).click();
      const { total } = await send<{ total: { received: string } }>(page, 'GET', `/projects/${id}/ledger`);
      expect(total.received).toBe('500.00');
    });

    await test.step('换一个凭证号，全部记入：入账 2 笔，核对 1 笔', async () => {
      await lineOf(page, '没有立项的工程').getByRole('button', { name: '重新决定' }).click();
      await left(page, 1);
      await lineOf(page, '没有立项的工程').getByRole('button', { name: '选择入账' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: /^项目/ }).fill(name);
      await page.getByRole('option', { name }).click();
      await form.getByRole('textbox', { name: /^凭证号/ }).fill(no(6));
      await form.getByRole('button', { name: '确定入账方式' }).click();
      await expect(page.getByText('每一行都已决定，可以记入台账')).toBeVisible();
      await apply(page);
      await said(page, '已记入：入账 2 笔，申请支付 0 笔，核对 1 笔');
      for (const [words, voucher] of [
        [no(2), no(2)],
        [no(3), no(3)],
        ['没有立项的工程', no(6)],
      ] as const) {
        await lineOf(page, words)
          .getByRole('link', { name: `打开分录：凭证 ${voucher}` })
          .click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText(voucher);
        await page.goBack();
      }
      await expect(lineOf(page, '手续费').getByRole('link')).toHaveCount(0);
      await seemly(page, '/funds/imports/[id]，已记入');
      await page.goto(`/funds/entries?q=${encodeURIComponent(name)}`);
      const entries = page.getByRole('table', { name: '台账' });
      await expect(entries.getByRole('row').filter({ hasText: no(3) })).toContainText('1,000.00');
      await expect(entries.getByRole('row').filter({ hasText: no(6) })).toContainText('300.00');
      await seemly(page, '/funds/entries');
      const { total } = await send<{ total: { received: string } }>(page, 'GET', `/projects/${id}/ledger`);
      expect(total.received).toBe('1800.00');
    });

    await test.step('同一份文件再传一次：打开原来那一次，不会重复记', async () => {
      await upload(page, right);
      await said(page, '这份文件上传过，已为您打开原来那一次。');
      await expect(page.getByText('已记入', { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: '记入台账' })).toHaveCount(0);
    });
  },
);

test(
  '一笔支出对应两笔账：一笔核对已有的申请，一笔当场申请支付，由另一人审核',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const name = ownName(info, '拆分片区');
    const no = (at: number) => `${name}-${at}`;
    await projectReady([{ name, asks: 900_000 }]);
    const clerk = await desk(PERSONAS.lufengClerk);
    const { items } = await send<{ items: { id: string }[] }>(clerk, 'GET', `/projects?q=${encodeURIComponent(name)}`);
    const id = items[0]?.id ?? '';
    const company = await send<{ id: string }>(clerk, 'POST', '/companies', {
      name: `${name}设计院`,
      kinds: ['design'],
    });
    const { id: contractId } = await send<{ id: string }>(clerk, 'POST', `/projects/${id}/contracts`, {
      ...{ kind: 'design', no: no(0), name: '设计合同', companyId: company.id, amount: '2000.00' },
      signedOn: '2020-03-01',
    });
    await signIn(page, PERSONAS.lufengFinance);
    const moved = { source: 'central', amount: '5000.00', entryOn: '2020-03-02' };
    for (const [at, movement] of ['allocated', 'received'].entries())
      await send(page, 'POST', `/projects/${id}/ledger`, { ...moved, movement, voucherNo: no(at + 1) });
    await send(clerk, 'POST', `/projects/${id}/payments`, {
      ...{ contractId, source: 'central', amount: '300.00', items: [{ item: '', amount: '300.00' }] },
      ...{ purpose: '设计费', payOn: '2020-03-20', voucherNo: no(3) },
    });
    const line: Line = ['2020-03-21', null, '1,200.00', '500.00', `${name}设计院`, '设计费两笔', no(4)];
    await upload(page, await statement(info.outputPath(`${name}.xlsx`), [line]));
    const form = page.getByRole('dialog');

    await test.step('选已有的申请，再申请一笔；合计差多少写在下面', async () => {
      await lineOf(page, no(4)).getByRole('button', { name: '拆分' }).click();
      const what = form.getByRole('combobox', { name: /^对应什么/ });
      await what.nth(0).fill(no(3));
      await page.getByRole('option', { name: no(3) }).click();
      await expect(form.getByText('还差 900.00 元')).toBeVisible();
      await what.nth(1).fill('申请支付');
      await page.getByRole('option', { name: /^申请支付/ }).click();
      // the company's contract still holds as much: its project is proposed
      await expect(form.getByRole('combobox', { name: /^项目/ })).toHaveValue(name);
      await expect(form.getByRole('combobox', { name: /^资金来源/ })).toContainText('结余 5,000.00 元');
      await expect(form.getByRole('combobox', { name: /^合同/ })).toContainText(
        `${no(0)} ${name}设计院（还能申请 1,700.00 元）`,
      );
      await form
        .getByRole('combobox', { name: '改造内容' })
        .selectOption({ label: '工程建设其他费用（设计、监理、审计等）' });
      await form
        .getByRole('textbox', { name: /^金额（元）/ })
        .nth(1)
        .fill('900');
      await seemly(page, '拆分');
      await form.getByRole('button', { name: '保存拆分' }).click();
      await expect(page.getByText('每一行都已决定，可以记入台账')).toBeVisible();
      await expect(lineOf(page, no(4))).toContainText(`900.00 元 申请支付：${name}，合同 ${no(0)}`);
    });

    await test.step('记入：一笔核对，一笔等另一人审核；导入的人不能审核', async () => {
      await apply(page);
      await said(page, '已记入：入账 0 笔，申请支付 1 笔，核对 1 笔');
      const asked = `/projects/${id}/money`;
      await page.goto(asked);
      const own = page.getByRole('row').filter({ hasText: `${no(4)}-2` });
      await expect(own).toContainText('自己的申请由他人审核');
      await clerk.goto('/funds/payments?status=submitted');
      const row = clerk.getByRole('row').filter({ hasText: `${no(4)}-2` });
      await row.getByRole('button', { name: '同意支付' }).click();
      await clerk.getByRole('alertdialog').getByRole('button', { name: '同意支付' }).click();
      await said(clerk, '已同意并记账');
      const { total } = await send<{ total: { paid: string } }>(page, 'GET', `/projects/${id}/ledger`);
      expect(total.paid).toBe('900.00');
    });
  },
);
