import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { account, ONE_DESK, ownName, type Registered, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const DIALOG = '这条记录刚被别人保存过';

/** Both versions of a field, and which of them is chosen at first. */
async function bothVersions(
  page: Page,
  field: string,
  theirs: string,
  mine: string,
  chosen: '对方保存的' | '我填写的',
) {
  const line = page.getByRole('dialog', { name: DIALOG }).getByRole('group', { name: field });
  await expect(line.getByText('对方保存的').locator('..')).toContainText(theirs);
  await expect(line.getByText('我填写的').locator('..')).toContainText(mine);
  await expect(line.getByRole('radio', { name: chosen })).toBeChecked();
  return line;
}

const saveChosen = (page: Page) => page.getByRole('button', { name: '按所选内容保存' }).click();

test.describe('两个人改同一条记录：后保存的人看到两个版本，逐项决定，谁的内容都不丢', () => {
  test('小区', async ({ page, desk }, info) => {
    await signIn(page, PERSONAS.lufengClerk);
    const { id } = await register(page, ownName(info, '冲突苑'));
    const colleague = await desk(PERSONAS.lufengClerkSecond);
    for (const one of [page, colleague]) await one.goto(`/compounds/${id}/edit`);

    await colleague.getByLabel('地址').fill('金山镇龙川街1号');
    await colleague.getByLabel('原产权单位').fill('县粮食局');
    await colleague.getByRole('textbox', { name: '备注' }).fill('同事的备注');
    await colleague.getByRole('button', { name: '保存小区' }).click();
    await said(colleague, '已保存');

    await page.getByLabel('地址').fill('金山镇东河路22号');
    await page.getByLabel('原产权单位').fill('县供销社');
    await page.getByRole('button', { name: '保存小区' }).click();
    await bothVersions(page, '原产权单位', '县粮食局', '县供销社', '我填写的');
    const address = await bothVersions(page, '地址', '金山镇龙川街1号', '金山镇东河路22号', '我填写的');
    await address.getByRole('radio', { name: '对方保存的' }).check();
    await saveChosen(page);
    await said(page, '已保存');
    expect(await send(page, 'GET', `/compounds/${id}`)).toMatchObject({
      address: '金山镇龙川街1号',
      originalUnit: '县供销社',
      remarks: '同事的备注',
    });
  });

  test('单位', ONE_DESK, async ({ page, desk }, info) => {
    await signIn(page, PERSONAS.prefectureBureau);
    const query = `kind=community&q=${encodeURIComponent('东河社区')}`;
    const { items } = await send<{ items: Registered[] }>(page, 'GET', `/units?${query}`);
    const path = `/units/${items[0]?.id}`;
    const mine = ownName(info, 'Donghe');
    const colleague = await desk(PERSONAS.prefectureBureauSecond);
    for (const one of [page, colleague]) await one.goto(path);

    await colleague.getByLabel('英文名').fill('Donghe Community');
    await colleague.getByLabel('排序').fill('7');
    await colleague.getByRole('button', { name: '保存', exact: true }).click();
    await said(colleague, '已保存');

    await page.getByLabel('英文名').fill(mine);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await bothVersions(page, '英文名', 'Donghe Community', mine, '我填写的');
    await bothVersions(page, '排序', '7', '', '对方保存的');
    await saveChosen(page);
    await said(page, '已保存');
    const saved = await send<Registered>(page, 'GET', path);
    expect(saved).toMatchObject({ nameEn: mine, sortOrder: 7 });
    await send(page, 'PATCH', path, { nameEn: null, sortOrder: 0 }, saved.version);
  });

  test('账号', ONE_DESK, async ({ page, desk }, info) => {
    await signIn(page, PERSONAS.prefectureBureau);
    const { id, displayName } = await account(page, info, 'supervisor');
    const colleague = await desk(PERSONAS.prefectureBureauSecond);
    for (const one of [page, colleague]) await one.goto(`/users/${id}`);

    await colleague.getByLabel('姓名').fill(`${displayName}（质监站）`);
    await colleague.getByLabel('角色').selectOption('项目实施单位');
    await colleague.getByRole('button', { name: '保存修改' }).click();
    await said(colleague, '已保存');

    await page.getByLabel('姓名').fill(`${displayName}（监理公司）`);
    await page.getByRole('button', { name: '保存修改' }).click();
    await bothVersions(page, '姓名', `${displayName}（质监站）`, `${displayName}（监理公司）`, '我填写的');
    await bothVersions(page, '角色', '项目实施单位', '监理、质量安全监督', '对方保存的');
    await saveChosen(page);
    await said(page, '已保存');
    expect(await send(page, 'GET', `/users/${id}`)).toMatchObject({
      displayName: `${displayName}（监理公司）`,
      role: 'implementing_entity',
    });
  });

  test('项目年度', async ({ page, desk }) => {
    await signIn(page, PERSONAS.prefectureBureau);
    const { items } = await send<{ items: (Registered & { year: number; reportDay: number })[] }>(
      page,
      'GET',
      '/programme/years',
    );
    const before = items.find(({ year }) => year === 2019);
    const colleague = await desk(PERSONAS.prefectureBureauSecond);
    const open = async (at: Page) => {
      await at.goto('/programme');
      await at.getByRole('button', { name: '修改 2019 年度' }).click();
      return at.getByRole('dialog', { name: '修改 2019 年度' });
    };
    const [mine, theirs] = [await open(page), await open(colleague)];

    await theirs.getByLabel('月报日').fill('8');
    await theirs.getByLabel('全面竣工截止日').fill('2020-05-30');
    await theirs.getByRole('button', { name: '保存年度' }).click();
    await said(colleague, '已保存');

    await mine.getByLabel('月报日').fill('9');
    await mine.getByRole('button', { name: '保存年度' }).click();
    await bothVersions(page, '全面竣工截止日', '2020年5月30日', '2020年5月31日', '对方保存的');
    await bothVersions(page, '月报日（每月几日前）', '8', '9', '我填写的');
    // who closes the comparison finds everything typed still in the form
    await page.keyboard.press('Escape');
    await expect(mine.getByLabel('月报日')).toHaveValue('9');
    await mine.getByRole('button', { name: '保存年度' }).click();
    await saveChosen(page);
    await said(page, '已保存');
    const path = `/programme/years/${before?.id}`;
    const saved = await send<Registered>(page, 'GET', path);
    expect(saved).toMatchObject({ reportDay: 9, completeBy: '2020-05-30' });
    await send(page, 'PATCH', path, { reportDay: 5, completeBy: '2020-05-31' }, saved.version);
  });

  test('户册里的一户', ONE_DESK, async ({ page, desk }, info) => {
    await signIn(page, PERSONAS.lufengClerk);
    const { id } = await register(page, ownName(info, '同户苑'), ['1栋']);
    const colleague = await desk(PERSONAS.lufengClerkSecond);
    const open = async (at: Page) => {
      await at.goto(`/compounds/${id}?view=table#register`);
      await at.getByRole('button', { name: '101', exact: true }).click();
      return at.getByRole('dialog', { name: /101/ });
    };
    const [mine, theirs] = [await open(page), await open(colleague)];
    await theirs.getByLabel('专有面积').fill('88.33');
    await theirs.getByRole('button', { name: '保存住户' }).click();
    await said(colleague, '已保存住户');

    await mine.getByLabel('专有面积').fill('90.50');
    await mine.getByRole('button', { name: '保存住户' }).click();
    const area = await bothVersions(page, '专有面积', '88.33', '90.50', '我填写的');
    await area.getByRole('radio', { name: '对方保存的' }).check();
    await saveChosen(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('main').getByText('88.33').first()).toBeVisible();
  });
});
