import { expect, type Locator, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { projectReady } from './steps/year';

interface Found {
  items: { id: string; name: string }[];
}

const stat = (page: Page, label: string): Locator => page.locator('a, div').filter({ hasText: label }).last();
const open = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  return page.getByRole('dialog');
};

test('一笔钱：财政登记下达和到位，住建局申请支付，另一人审核，台账查得到', ONE_DESK, async ({ page, desk }, info) => {
  test.setTimeout(180_000);
  const name = ownName(info, '管网片区');
  const voucher = ownName(info, '记-');
  await projectReady([{ name, asks: 900_000 }]);
  await signIn(page, PERSONAS.lufengClerk);
  const { items } = await send<Found>(page, 'GET', `/projects?q=${encodeURIComponent(name)}`);
  const id = items[0]?.id ?? '';
  const company = await send<{ id: string }>(page, 'POST', '/companies', { name: `${name}设计院`, kinds: ['design'] });
  await send(page, 'POST', `/projects/${id}/contracts`, {
    ...{ kind: 'design', no: voucher, name: '设计合同', companyId: company.id, amount: '100000.00' },
    signedOn: '2020-03-01',
  });
  const finance = await desk(PERSONAS.lufengFinance);

  await test.step('财政登记下达；到位多写了，系统说明最多多少', async () => {
    await finance.goto(`/projects/${id}/money`);
    const allocate = await open(finance, '登记下达');
    await allocate.getByRole('textbox', { name: '金额' }).fill('300000');
    await allocate.getByRole('textbox', { name: /^文号/ }).fill(`${voucher}-1`);
    await allocate.getByRole('button', { name: '登记下达' }).click();
    await said(finance, '已记入台账');
    const receive = await open(finance, '登记到位');
    await receive.getByRole('textbox', { name: '金额' }).fill('300000.01');
    await receive.getByRole('textbox', { name: /^凭证号/ }).fill(`${voucher}-2`);
    await receive.getByRole('button', { name: '登记到位' }).click();
    await expect(receive.getByText('超过了下达未到位的 300,000.00 元')).toBeVisible();
    await receive.getByRole('textbox', { name: '金额' }).fill('200,000');
    await receive.getByRole('button', { name: '登记到位' }).click();
    await said(finance, '已记入台账');
    await expect(stat(finance, '到位结余')).toContainText('200,000.00');
  });

  await test.step('住建局申请支付，自己不能审核', async () => {
    await page.goto(`/projects/${id}/money`);
    const dialog = await open(page, '申请支付');
    await dialog.getByRole('textbox', { name: '金额' }).first().fill('80000');
    await dialog
      .getByRole('combobox', { name: '改造内容' })
      .selectOption({ label: '工程建设其他费用（设计、监理、审计等）' });
    await dialog.getByRole('textbox', { name: /^凭证号/ }).fill(`${voucher}-3`);
    await dialog.getByRole('textbox', { name: /^摘要/ }).fill('设计费第一笔');
    await dialog.getByRole('button', { name: '申请支付' }).click();
    await said(page, '已提交，等待另一人审核');
    await expect(page.getByText('自己的申请由他人审核')).toBeVisible();
    await seemly(page, '/projects/[id]/money');
  });

  await test.step('财政在支付审核里同意', async () => {
    await finance.goto('/funds/payments?status=submitted');
    const row = finance.getByRole('row').filter({ hasText: `${voucher}-3` });
    await row.getByRole('button', { name: '同意支付' }).click();
    await finance.getByRole('alertdialog').getByRole('button', { name: '同意支付' }).click();
    await said(finance, '已同意并记账');
    await seemly(finance, '/funds/payments');
  });

  await test.step('台账里借贷相等，写明两个人', async () => {
    await page.goto(`/projects/${id}/money`);
    await page
      .getByRole('link', { name: `${voucher}-3` })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: `台账 ${voucher}-3` })).toBeVisible();
    const lines = page.getByRole('table', { name: '借贷分录' });
    await expect(lines.getByRole('row').filter({ hasText: '已支付' })).toContainText('80,000.00');
    await expect(lines.getByRole('row').filter({ hasText: '到位结余' })).toContainText('80,000.00');
    await expect(page.getByText('审核人')).toBeVisible();
    await seemly(page, '/funds/entries/[id]');
  });

  await test.step('记错的下达不能冲：已经到位；全州总览里有这笔钱', async () => {
    await finance.goto(`/projects/${id}/money`);
    const row = finance.getByRole('row').filter({ hasText: `${voucher}-1` });
    await row.getByRole('button', { name: '冲销' }).click();
    const dialog = finance.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^凭证号/ }).fill(`${voucher}-4`);
    await dialog.getByRole('textbox', { name: /^冲销原因/ }).fill('金额写错');
    await dialog.getByRole('button', { name: '冲销' }).click();
    await expect(dialog.getByText('请先冲销到位')).toBeVisible();
    const leader = await desk(PERSONAS.lufengLeader);
    await leader.goto('/funds');
    await expect(leader.getByRole('heading', { level: 1 })).toBeVisible();
    await seemly(leader, '/funds');
    await leader.goto(`/funds/entries?q=${encodeURIComponent(`${voucher}-3`)}`);
    await expect(leader.getByText(`${voucher}-3`).first()).toBeVisible();
  });
});
