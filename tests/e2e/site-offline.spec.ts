import { expect, type Page } from '@playwright/test';
import type { InspectionDetail } from '@/lib/domain/inspections/answers';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { card, crash } from './steps/field';
import { ONE_DESK, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { siteOf, snapshot } from './steps/site';

/** Off the address, so that nothing but the device can answer. */
async function along(page: Page, name: string) {
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: '返回', exact: true }).click();
  await expect(card(page, name)).toBeVisible();
  await expect(page.getByText('没有网络也能打开本页')).toBeVisible({ timeout: 30_000 });
}

test('工地没有网络：监理检查到一半手机死机，打开接着填，有网就送出', async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  const project = await siteOf(clerk, info, '断网院');
  await signIn(page, PERSONAS.lufengSupervisor);
  await page.goto(`/projects/${project.id}/works`);
  await page.getByRole('link', { name: '带到手机上' }).click();
  await along(page, project.name);
  await seemly(page, '现场登记：监理');

  const context = page.context();
  await context.setOffline(true);
  const point = (one: Page, name: string) => one.getByRole('listitem').filter({ hasText: name });
  await test.step('填了一半，拍了照片，手机死机', async () => {
    await card(page, project.name).getByRole('link', { name: '现场登记' }).click();
    await page.getByRole('button', { name: '开始检查' }).click();
    await point(page, '消防通道、安全出口畅通').getByText('合格', { exact: true }).click();
    const wrong = point(page, '高处作业系安全带');
    await wrong.getByText('不合格', { exact: true }).click();
    await wrong.getByLabel('程度').selectOption('grave');
    await wrong.getByLabel('部位').fill('1栋屋面');
    await wrong.locator('input[type=file]').setInputFiles(await snapshot('IMG_1.jpg'));
    await expect(wrong.getByRole('img', { name: '已拍的照片' })).toBeVisible();
    await wrong.getByLabel('问题', { exact: false }).first().fill('临边没有防护');
    await expect(page.getByText('已存在本机')).toBeVisible();
    await seemly(page, '现场登记：检查');
    // a third of a second is what may be lost
    await page.waitForTimeout(600);
  });

  await crash(page);
  const later = await context.newPage();
  await test.step('没有网络时重新打开：填过的和照片都在，没写完的当场说明', async () => {
    await later.goto('/field');
    await later.getByRole('link', { name: '继续填写' }).click();
    const wrong = point(later, '高处作业系安全带');
    await expect(wrong.getByLabel('部位')).toHaveValue('1栋屋面');
    await expect(wrong.getByRole('img', { name: '已拍的照片' })).toBeVisible();
    await wrong.getByLabel('整改期限').fill('2019-01-01');
    await later.getByRole('button', { name: '完成检查' }).click();
    await expect(wrong.getByText('没有责任单位。请选择参建单位，或填写名称。')).toBeVisible();
    await expect(wrong.getByText(/整改期限 2019-01-01 早于检查日期/)).toBeInViewport();
    await seemly(later, '现场登记：还不能完成');
    await wrong.getByRole('combobox', { name: /责任单位/ }).selectOption({ label: project.builder });
    await expect(wrong.getByText('没有责任单位。请选择参建单位，或填写名称。')).toBeHidden();
    await wrong.getByLabel('整改期限').fill(project.day);
    await later.getByRole('button', { name: '完成检查' }).click();
    await said(later, '现场检查已记在本机');
    await later.getByRole('link', { name: '返回', exact: true }).click();
    await expect(later.getByRole('status').getByText('1 条待送出')).toBeVisible();
    await seemly(later, '现场登记：待送出');
  });

  await context.setOffline(false);
  await expect(later.getByText('已送出（1）')).toBeVisible({ timeout: 45_000 });
  await later.getByText('已送出（1）').click();
  await later.getByRole('link', { name: '到系统查看' }).click();
  await expect(later.getByText('临边没有防护')).toBeVisible();
  const id = new URL(later.url()).pathname.split('/').at(-1);
  const kept = await send<InspectionDetail>(later, 'GET', `/inspections/${id}`);
  expect(kept).toMatchObject({ level: 'supervisor', passed: 1, failed: 1, findingsOpen: 1 });
  expect(kept.deviceAt).not.toBeNull();
  expect(kept.checks.find(({ result }) => result === 'fail')?.photoFileId).toBeTruthy();
});

test('在工地填月报，办公室里同时有人改了：对照两份再选，报送后有回执', ONE_DESK, async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  const project = await siteOf(clerk, info, '月报断网院');
  await signIn(page, PERSONAS.lufengClerk);
  await page.goto(`/projects/${project.id}/reports`);
  await page.getByRole('link', { name: '带到手机上' }).click();
  await along(page, project.name);
  await page.context().setOffline(true);
  await card(page, project.name).getByRole('link', { name: '现场登记' }).click();
  const month = project.day.slice(0, 7);
  const words = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  // the month, not a day in it
  const row = page.getByRole('listitem').filter({ hasText: new RegExp(`${words}(?![0-9])`) });
  await row.getByRole('button', { name: '填写' }).click();

  await test.step('百分之一百一、没登记完工的百分之百，当场不收', async () => {
    const percent = page.getByRole('textbox', { name: /本月进度/ }).first();
    await percent.fill('110');
    await page.getByRole('button', { name: '存为草稿' }).click();
    await expect(page.getByText(/进度 110% 不在 0 到 100 之间/).first()).toBeVisible();
    await percent.fill('100');
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '报送' }).click();
    await expect(page.getByText(/填了 100%，但没有登记完工/).first()).toBeVisible();
    await percent.fill('30');
  });
  await page.getByLabel('本月完成投资（元）').fill('120000');
  await page.getByLabel('现场人数').fill('14');
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles(await snapshot('IMG_2.jpg'));
  await expect(page.getByRole('img', { name: '已拍的照片' })).toBeVisible();
  await seemly(page, '现场登记：月报');
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '报送' }).click();
  await said(page, `${words}已记在本机`);

  const path = `/projects/${project.id}/reports/${month}`;
  const before = await send<ReportAnswer>(clerk, 'GET', path);
  const theirs = { investment: '50000', people: 20, problems: '钢材没到', items: before.content.items, photos: [] };
  await send(clerk, 'PUT', path, theirs, before.version);

  await page.context().setOffline(false);
  await expect(row.getByText('本机：另有他人登记')).toBeVisible({ timeout: 45_000 });
  await row.getByRole('link', { name: '对照并决定' }).click();
  const clash = page.getByText('有人同时修改了这份月报').locator('..').locator('..');
  await expect(clash).toContainText('现场人数：20 / 14');
  await seemly(page, '现场登记：月报对照');
  await page.getByRole('button', { name: '保留我填写的' }).click();
  await expect
    .poll(async () => (await send<ReportAnswer>(clerk, 'GET', path)).status, { timeout: 45_000 })
    .toBe('submitted');
  const kept = await send<ReportAnswer>(clerk, 'GET', path);
  expect(kept.content).toMatchObject({ investment: '120000.00', people: 14, problems: null });
  expect(kept.content.photos).toHaveLength(1);
  expect(kept.sendings[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  await page.goto('/field');
  await page.getByText('已送出（1）').click();
  await expect(page.getByText(`${words}月报 · 报送`)).toBeVisible();
});
