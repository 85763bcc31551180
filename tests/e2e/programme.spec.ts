import { expect } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';

interface Total {
  countyId: string;
  name: string;
  inForce: { compounds: number; households: number } | null;
}

test('州住建局锁定一批摸底的总量，以后只能凭文件调整；县市只看得到', ONE_DESK, async ({ page, desk }, info) => {
  const name = ownName(info, '2026年补充摸底');
  await signIn(page, PERSONAS.prefectureBureau);
  await page.goto('/programme');
  await page.getByRole('button', { name: '开展一批摸底' }).click();
  const opening = page.getByRole('dialog', { name: '开展一批摸底' });
  await opening.getByLabel('名称').fill(name);
  await opening.getByLabel('开始日期').fill('2026-03-01');
  await opening.getByLabel('截止日期').fill('2026-02-01');
  await opening.getByRole('button', { name: '开展摸底' }).click();
  await expect(opening.getByText(/结束日 2026-02-01 早于开始日 2026-03-01/)).toBeVisible();
  await opening.getByLabel('截止日期').fill('2026-12-31');
  await opening.getByRole('button', { name: '开展摸底' }).click();
  await said(page, '已保存');
  await page.getByRole('link', { name: `查看总量：${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const path = new URL(page.url()).pathname;
  const totals = async () => (await send<{ counties: Total[] }>(page, 'GET', path)).counties;

  await test.step('锁定前说清楚将记下什么；没有文号不能锁定', async () => {
    const form = page.locator('#freeze');
    await expect(form).toContainText('锁定后不能撤销，只能凭文件调整');
    await form.getByRole('button', { name: '锁定总量' }).click();
    await expect(form.getByText('这一项必须填写。')).toBeVisible();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await form.getByLabel('批准文件的文号').fill('楚住建〔2026〕12号');
    await form.getByRole('button', { name: '锁定总量' }).click();
    const confirm = page.getByRole('alertdialog');
    await expect(confirm).toContainText(name);
    await confirm.getByRole('button', { name: '确认锁定' }).click();
    await said(page, '总量已锁定');
    await expect(page.getByText('总量已锁定', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/文号 楚住建〔2026〕12号/)).toBeVisible();
    await expect(page.locator('#freeze')).toHaveCount(0);
  });

  const before = (await totals()).find((county) => county.name === '禄丰市');
  await test.step('凭文件把禄丰市调增 2 个小区、120 户：锁定的数字不变，生效的变', async () => {
    const form = page.locator('#amend');
    await form.getByLabel('县市').selectOption('禄丰市');
    await form.getByLabel('小区增减').fill('2');
    await form.getByLabel('楼栋增减').fill('5');
    await form.getByLabel('户数增减').fill('120');
    await form.getByLabel('建筑面积增减').fill('9800.50');
    await form.getByLabel('文件日期').fill('2026-11-01');
    await form.getByLabel('调整原因').fill('补报漏登小区');
    await form.getByRole('button', { name: '记录调整' }).click();
    await expect(form.getByText('这一项必须填写。')).toBeVisible();
    await expect(form.getByLabel('户数增减')).toHaveValue('120');
    await form.getByLabel('文号').fill('楚住建〔2026〕20号');
    await form.getByRole('button', { name: '记录调整' }).click();
    await said(page, '已记录调整');
    await expect(page.getByText('禄丰市：+2 个小区，+120 户，+9,800.50 ㎡')).toBeVisible();
    await expect(page.getByText(/楚住建〔2026〕20号（2026年11月1日） · 补报漏登小区/)).toBeVisible();
    const after = (await totals()).find((county) => county.name === '禄丰市');
    expect(after).toMatchObject({
      frozen: before?.inForce,
      inForce: {
        compounds: (before?.inForce?.compounds ?? 0) + 2,
        households: (before?.inForce?.households ?? 0) + 120,
      },
    });
  });

  await test.step('禄丰市看得到自己的总量和调整，不能锁定，也不能调整', async () => {
    const county = await desk(PERSONAS.lufengClerk);
    await county.goto(path);
    await expect(county.getByText('禄丰市：+2 个小区，+120 户，+9,800.50 ㎡')).toBeVisible();
    await expect(county.getByText('双柏县')).toHaveCount(0);
    await expect(county.getByRole('button', { name: /锁定总量|记录调整|修改/ })).toHaveCount(0);
    const refused = await county.request.post(`/api/v1${path}/freeze`, {
      headers: { 'x-anju-request': '1', 'if-match': '"1"' },
      data: { baselineOn: '2026-11-01', documentNo: '禄住建〔2026〕1号' },
    });
    expect(refused.status()).toBe(403);
  });
});
