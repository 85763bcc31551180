import { expect, type Locator, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ONE_DESK, type Registered, register, send, test } from './steps/office';
import { signIn } from './steps/people';

// each page as it opens: every-page.spec.ts
test('小区的页面、表单和打开的对话框用得了键盘和读屏（WCAG 2.2 AA）', async ({ page }, info) => {
  test.setTimeout(180_000);
  await signIn(page, PERSONAS.shuangbaiClerk);
  const name = `无障碍${info.project.name}${Date.now()}`;
  const compound = await register(page, name, ['1栋', '2栋']);
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  const open = async (what: string, role: 'dialog' | 'alertdialog' = 'dialog') => {
    await expect(page.getByRole(role).last()).toBeVisible();
    await seemly(page, what);
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };

  for (const path of ['', '?view=table', '/edit']) {
    await page.goto(`/compounds/${compound.id}${path}`);
    await page.waitForLoadState('networkidle');
    await seemly(page, `/compounds/…${path}`);
  }

  await page.goto(`/compounds/${compound.id}`);
  for (const act of ['合并小区', '拆分小区', '停用小区']) {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: act }).click();
    await open(act, act === '停用小区' ? 'alertdialog' : 'dialog');
    await close();
    // the menu is gone that it was chosen from
    await expect(page.getByRole('button', { name: '更多操作' })).toBeFocused();
  }

  await page.getByRole('button', { name: /^101/ }).click();
  await open('住户');
  await page.getByRole('button', { name: '显示完整信息' }).click();
  await open('显示完整信息', 'alertdialog');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await close();

  await page.goto(`/compounds/${compound.id}/edit`);
  await page.getByLabel('地址', { exact: true }).fill('妥甸镇文化路1号');
  const path = `/compounds/${compound.id}`;
  const { version } = await send<Registered>(page, 'GET', path);
  await send(page, 'PATCH', path, { address: '妥甸镇文化路2号' }, version);
  await page.getByRole('button', { name: '保存小区' }).click();
  await expect(page.getByText('这条记录刚被别人保存过')).toBeVisible();
  await open('两个版本');
});

test('排查的总量、导入的核对结果也一样', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, PERSONAS.shuangbaiClerk);
  await page.goto('/programme');
  const campaign = page.getByRole('main').getByRole('link', { name: '查看总量' }).last();
  await campaign.click();
  await page.waitForURL(/campaigns/);
  await page.waitForLoadState('networkidle');
  await seemly(page, '总量');

  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/天长市2021年计划表.xlsx');
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await expect(page.getByText('对应').first()).toBeVisible({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await seemly(page, '列的对应');
});

test('只用键盘：登录、筛选、打开、修改、保存', ONE_DESK, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, PERSONAS.shuangbaiClerk);
  const name = `键盘${Date.now()}`;
  await register(page, name);
  await page.context().clearCookies();
  await page.goto('/login');

  await tabTo(page, page.getByLabel('用户名'));
  await page.keyboard.type(PERSONAS.shuangbaiClerk.username);
  await tabTo(page, page.getByLabel('密码', { exact: true }));
  await page.keyboard.type(PERSONAS.shuangbaiClerk.password);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/login/);

  await tabTo(page, page.getByRole('link', { name: '小区', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '小区' })).toBeVisible();
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await tabTo(page, page.getByLabel('是否符合'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/eligibility=incomplete/);
  await tabTo(page, page.getByRole('main').getByRole('link', { name, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: '修改', exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/edit/);
  await tabTo(page, page.getByLabel('地址', { exact: true }));
  await page.keyboard.type('妥甸镇文化路3号');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`已保存“${name}”`)).toBeVisible();
});

/** Goes on with the Tab key until it has the focus, which must be seen. */
async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 150; step++) {
    if (step > 0) await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const seen = await wanted.evaluate((element) => {
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      expect(seen, `the focus is not to be seen: ${wanted}`).toBe(true);
      return;
    }
  }
  throw new Error(`the Tab key does not reach ${wanted}`);
}
