import { expect, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { exportedRows } from './steps/exports';
import { ONE_DESK, ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { planned } from './steps/plan';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test(
  '改造项目：两个小区立项，登记合同，资金凑到分，报告完工，问题整改和复查',
  ONE_DESK,
  async ({ page, desk }, info) => {
    await signIn(page, PERSONAS.lufengClerk);
    const [first, second] = [
      await register(page, ownName(info, '项目东院'), ['1栋']),
      await register(page, ownName(info, '项目西院')),
    ];
    await planned(page, first.id);
    const name = ownName(info, '东西院片区改造');
    const builder = ownName(info, '滇中建设公司');

    await test.step('选两个小区，新建项目', async () => {
      await page.goto('/projects');
      await page.getByRole('link', { name: '新建项目' }).click();
      await page.getByRole('textbox', { name: '项目名称' }).fill(name);
      await page.getByLabel('实施单位').selectOption('countyBureau');
      const onlyPassed = page.getByLabel('只看第一次征求意见已通过的');
      if (await onlyPassed.isChecked()) await onlyPassed.uncheck();
      for (const one of [first, second]) {
        await page.getByRole('searchbox', { name: '搜索小区、社区、拼音' }).fill(one.name);
        await page.getByRole('checkbox', { name: one.name }).check();
      }
      await expect(page.getByText('已选 2 个')).toBeVisible();
      await page.getByRole('button', { name: '新建项目' }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(page.getByText('第 1 阶段 排查摸底')).toBeVisible();
      await seemly(page, '项目概况');
    });

    await test.step('登记单位，登记合同；中标晚于签订的说明原因', async () => {
      const project = page.url();
      await page.goto('/companies');
      await page.getByRole('button', { name: '登记单位' }).click();
      const company = dialog(page, '登记单位');
      await company.getByLabel('单位名称').fill(builder);
      await company.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
      await company.getByLabel('施工', { exact: true }).check();
      await company.getByRole('button', { name: '登记单位' }).click();
      await expect(company.getByText(/末位为校验码/)).toBeVisible();
      await company.getByLabel('统一社会信用代码').fill('');
      await company.getByRole('button', { name: '登记单位' }).click();
      await said(page, '参建单位已保存');
      await page.goto(project);
      await page.getByRole('button', { name: '登记合同' }).click();
      const form = dialog(page, '登记合同');
      await form.getByLabel('合同名称').fill('施工合同');
      await form.getByLabel('合同编号').fill('施-01');
      await form.getByRole('combobox', { name: '单位' }).fill(builder);
      await page.getByRole('option', { name: builder }).click();
      await form.getByLabel('金额').fill('1,234,567.89');
      await form.getByLabel('招标采购方式').selectOption('open');
      await form.getByLabel('中标（成交）日期').fill('2020-02-11');
      await form.getByLabel('签订日期').fill('2020-02-10');
      await form.getByLabel('开工日期').fill('2020-03-01');
      await form.getByRole('button', { name: '登记合同' }).click();
      await expect(form.getByText(/应先中标后签合同/)).toBeVisible();
      await form.getByLabel('中标（成交）日期').fill('2020-02-01');
      await form.getByRole('button', { name: '登记合同' }).click();
      await said(page, '合同已保存');
      await expect(page.getByText('履行中的合同合计 1,234,567.89 元')).toBeVisible();
    });

    await test.step('列表只看这一个、只看几列，照样导出，金额到分；条件可以去掉', async () => {
      const project = page.url();
      await page.goto(`/projects?q=${encodeURIComponent(name)}&stage=1&columns=name,status,contracts`);
      const list = page.getByRole('table', { name: '改造项目列表' });
      await expect(list.getByRole('columnheader')).toHaveText([/^项目/, '状态', '合同合计（万元）']);
      await expect(list.getByRole('row').nth(1)).toContainText('123.46');
      expect(await exportedRows(page)).toEqual([
        ['项目编号', '项目名称', '状态', '合同合计（元）'],
        [expect.stringMatching(/^532302-/), name, '进行中', 1234567.89],
      ]);
      await page.goBack();
      await page.getByRole('link', { name: '去掉条件“阶段：排查摸底”' }).click();
      await expect(page).toHaveURL(/columns=name%2Cstatus%2Ccontracts$/);
      await seemly(page, '改造项目列表');
      await page.getByRole('link', { name: '前后不一致的记录' }).click();
      await expect(page.getByRole('heading', { level: 1, name: '前后不一致' })).toBeVisible();
      await seemly(page, '前后不一致');
      await page.goto(project);
    });

    await test.step('两个人同时填金额：两边并排，选定再保存，填好的不丢', async () => {
      const path = `/projects/${page.url().split('/').at(-1)}`;
      await page.getByRole('button', { name: '填写金额' }).click();
      const form = dialog(page, '填写金额');
      await form.getByLabel('概算').fill('300,000');
      const { version } = await send<{ version: number }>(page, 'GET', path);
      await send(page, 'PATCH', path, { estimate: '310000.00', budget: '290000.00' }, version);
      await form.getByRole('button', { name: '保存金额' }).click();
      const both = dialog(page, '这条记录刚被别人保存过');
      await expect(both.getByText('310,000.00 元')).toBeVisible();
      await expect(both.getByRole('radio', { name: /290,000.00 元/ })).toBeChecked();
      await both.getByRole('button', { name: '按所选内容保存' }).click();
      await said(page, '金额已保存');
      const figures = page.getByRole('table', { name: '概算、预算、决算' });
      await expect(figures.getByRole('row').nth(1)).toContainText('300,000.00 元');
      await expect(figures.getByRole('row').nth(2)).toContainText('290,000.00 元');
    });

    await test.step('资金凑到分', async () => {
      await page.getByRole('navigation', { name: '项目页面' }).getByRole('link', { name: '资金', exact: true }).click();
      await expect(page.getByText('还差 150.00 元')).toBeVisible();
      for (const [amount, left] of [
        ['149.99', '还差 0.01 元'],
        ['0.01', '正好相等'],
      ] as const) {
        await page.getByRole('button', { name: '登记资金来源' }).click();
        const form = dialog(page, '登记资金来源');
        await form.getByLabel('金额').fill(amount);
        await form.getByRole('button', { name: '登记资金来源' }).click();
        await expect(page.getByText(left)).toBeVisible();
      }
      await seemly(page, '资金筹措计划');
    });

    await test.step('报告完工', async () => {
      await page.getByRole('navigation', { name: '项目页面' }).getByRole('link', { name: '建设' }).click();
      const building = page.getByRole('region', { name: '1栋' });
      await building.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: '报告完工' }).click();
      const report = dialog(page, '报告 1 项完工');
      await report.getByLabel('完工日期').fill('2020-04-01');
      await report.getByRole('button', { name: '报告完工' }).click();
      await said(page, '已报告 1 项完工');
      await expect(page.getByRole('progressbar', { name: '完工进度' })).toHaveAttribute(
        'aria-valuetext',
        '1 / 2 项完工',
      );
    });

    await test.step('检查问题：登记、整改，由州里复查', async () => {
      await page.getByRole('button', { name: '登记问题' }).click();
      const form = dialog(page, '登记问题');
      await form.getByLabel('部位').fill('1栋屋面');
      await form.getByRole('textbox', { name: /^问题/ }).fill('卷材搭接不足');
      await form.getByLabel('检查日期').fill('2020-04-02');
      await form.getByLabel('整改期限').fill('2020-04-10');
      await form.getByRole('button', { name: '登记问题' }).click();
      await said(page, '检查问题已登记');
      await page.getByRole('button', { name: '报告整改' }).click();
      const right = dialog(page, '报告整改');
      await right.getByLabel('整改完成日期').fill('2020-04-05');
      await right.getByLabel('整改情况').fill('已返工重铺');
      await right.getByRole('button', { name: '报告整改' }).click();
      await said(page, '整改已报告，等待复查');
      const bureau = await desk(PERSONAS.prefectureBureau);
      await bureau.goto(page.url());
      await bureau.getByRole('button', { name: '复查' }).click();
      const look = dialog(bureau, '复查');
      await look.getByLabel('复查日期').fill('2020-04-06');
      await look.getByRole('button', { name: '提交复查结果' }).click();
      await said(bureau, '复查结果已登记');
      await expect(bureau.getByText('已销号')).toBeVisible();
      await seemly(bureau, '建设');
    });
  },
);
