import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Opens what a button asks for, fills it in, and sends it. */
async function does(page: Page, name: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('dialog');
  await fill(form);
  await form.getByRole('button', { name, exact: true }).click();
}

test('督办：州里发出，县市答复，州里退回，县市再答复，州里办结', ONE_DESK, async ({ page, desk }, info) => {
  const number = `楚住建督〔2020〕${ownName(info, '')}号`;
  const title = `关于${ownName(info, '开工')}的督办通知`;
  await signIn(page, PERSONAS.prefectureBureau);
  const clerk = await desk(PERSONAS.lufengClerk);
  const county = (await send<{ unit: { id: string } }>(clerk, 'GET', '/me')).unit.id;

  await test.step('从别处带来县市和原因；过去的期限和没写的要求不能发出', async () => {
    await page.goto(`/supervision/new?county=${county}&why=${encodeURIComponent('开工时限已过')}`);
    await expect(page.getByRole('textbox', { name: /^督办原因/ })).toHaveValue('开工时限已过');
    await page.getByRole('textbox', { name: /^文号/ }).fill(number);
    await page.getByRole('textbox', { name: /^标题/ }).fill(title);
    await page.getByRole('textbox', { name: /^办理要求/ }).fill('月底前全面开工，报送现场照片');
    await page.getByLabel(/^办理期限/).fill(dayIn(-1));
    await page.getByRole('button', { name: '发出督办' }).click();
    await expect(page.getByText(/办理期限 .* 已经过了/)).toBeVisible();
    await seemly(page, '/supervision/new');
    await page.getByLabel(/^办理期限/).fill(dayIn(10));
    await page.getByRole('button', { name: '发出督办' }).click();
    await expect(page).toHaveURL(/\/supervision\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await seemly(page, '/supervision/[id]');
  });

  await test.step('县市在待办里看到，去答复', async () => {
    await clerk.goto('/');
    await clerk.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: '去答复' }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await does(clerk, '答复', async (form) => {
      await form.getByRole('textbox', { name: /^办理情况/ }).fill('已全面开工');
      await seemly(clerk, '答复督办');
    });
    await said(clerk, '已答复');
    await expect(clerk.getByRole('button', { name: '答复', exact: true })).toBeHidden();
  });

  await test.step('州里退回，延长期限；原期限留在经过里', async () => {
    await page.goto('/supervision?status=answered');
    await page.getByRole('link', { name: title }).click();
    await does(page, '退回重办', async (form) => {
      await form.getByRole('textbox', { name: /^原因/ }).fill('没有附照片');
      await form.getByLabel(/^新的期限/).fill(dayIn(20));
    });
    await said(page, '已退回');
    await expect(page.getByText(/^期限由 .* 改为/)).toBeVisible();
  });

  await test.step('县市再答复，州里办结，不再改动', async () => {
    await clerk.reload();
    await expect(clerk.getByText('没有附照片')).toBeVisible();
    await does(clerk, '答复', (form) => form.getByRole('textbox', { name: /^办理情况/ }).fill('已补报照片'));
    await said(clerk, '已答复');
    await page.reload();
    await does(page, '办结', (form) => form.getByRole('textbox', { name: /^办结意见/ }).fill('同意办结'));
    await said(page, '已办结');
    await expect(page.getByRole('button', { name: '撤销' })).toBeHidden();
    const events = page.getByRole('listitem').filter({ hasText: /办结|县市答复|退回重办|发出督办/ });
    await expect(events).toHaveCount(5);
    await seemly(page, '已办结的督办');
  });
});
