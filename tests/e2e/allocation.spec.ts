import { expect, type Locator, type Page } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { freshYear, fundedProject, plannedYear } from './steps/money';
import { ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const rowOf = (table: Locator, words: string) => table.getByRole('row').filter({ hasText: words });
const amountOf = (page: Page, name: string) => page.getByRole('textbox', { name: `${name} 的金额` });

test(
  '资金下达：州里按计划测算、改正一行后下达，县市看到自己的，把待分配的分完，各处是同一个数',
  ONE_DESK,
  async ({ page, desk }, info) => {
    const [near, far] = [ownName(info, '近片区'), ownName(info, '远片区')];
    const document = `楚财建〔2020〕${ownName(info, '')}号`;
    await signIn(page, PERSONAS.prefectureBureau);
    const clerk = await desk(PERSONAS.lufengClerk);
    const year = await freshYear(page);
    const [nearId, farId] = [
      await fundedProject(clerk, near, { year, plan: { central: '300.00' } }),
      await fundedProject(clerk, far, { year, plan: { central: '600.00' } }),
    ];
    await plannedYear(year, [nearId, farId]);
    const county = (await send<{ unit: { name: string } }>(clerk, 'GET', '/me')).unit.name;

    await test.step('州住建局按文件新建批次', async () => {
      await page.goto(`/funds/batches?year=${year}`);
      await page.getByRole('button', { name: '新建批次' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^标题/ }).fill(`下达${year}年中央补助资金`);
      await form.getByRole('textbox', { name: /^文号/ }).fill(document);
      await form.getByLabel(/^文件日期/).fill('2020-03-20');
      await form.getByRole('combobox', { name: /^资金/ }).selectOption({ label: '中央补助资金' });
      await form.getByRole('textbox', { name: /^总额/ }).fill('1,000.01');
      await seemly(page, '新建批次');
      await form.getByRole('button', { name: '新建批次' }).click();
      await expect(page).toHaveURL(/\/funds\/batches\/[0-9a-f-]{36}$/);
      await expect(page.getByRole('heading', { level: 1, name: `下达${year}年中央补助资金` })).toBeVisible();
    });

    await test.step('留 400 元由县市分配，其余按计划内项目的缺口测算', async () => {
      const add = page.getByRole('combobox', { name: '添加县市或项目' });
      await add.fill(county);
      await page.getByRole('option', { name: new RegExp(`^${county}.*由县市分配`) }).click();
      await amountOf(page, county).fill('400');
      await page.getByRole('button', { name: '按计划测算' }).click();
      await expect(page.getByText('已按缺口分到 2 个项目')).toBeVisible();
      await expect(amountOf(page, near)).toHaveValue('200.00');
      await expect(amountOf(page, far)).toHaveValue('400.01');
      await expect(page.getByText('与总额一致')).toBeVisible();
      await seemly(page, '/funds/batches/[id]');
    });

    await test.step('一行写错：金额为零，写在那一行旁边；合计多出一分也不能下达', async () => {
      await amountOf(page, near).fill('0');
      await page.getByRole('button', { name: '保存明细' }).click();
      await expect(rowOf(page.getByRole('table', { name: '下达明细' }), near)).toContainText('金额须大于0');
      await amountOf(page, near).fill('200.01');
      await expect(page.getByText('多出 0.01 元')).toBeVisible();
      await page.getByRole('button', { name: '下达', exact: true }).click();
      const sure = page.getByRole('dialog');
      await sure.getByRole('button', { name: '下达', exact: true }).click();
      await expect(sure.getByText('各行合计 1,000.02 元，比文件总额 1,000.01 元多 0.01 元')).toBeVisible();
      await sure.getByRole('button', { name: '关闭' }).click();
      await amountOf(page, near).fill('200.00');
      await page.getByRole('button', { name: '下达', exact: true }).click();
      await expect(sure).toContainText('下达后 3 笔、共 1,000.01 元');
      await sure.getByRole('button', { name: '下达', exact: true }).click();
      await said(page, '已下达');
      const lines = page.getByRole('table', { name: '下达明细' });
      await expect(rowOf(lines, '由县市分配到项目')).toContainText('400.00');
      await expect(rowOf(lines, far)).toContainText(`${document}-`);
      await seemly(page, '已下达的批次');
    });

    await test.step('县市在项目台账里看到州里下达的', async () => {
      await clerk.goto(`/projects/${farId}/money`);
      const sources = clerk.getByRole('table', { name: '各项来源' });
      const sums = await rowOf(sources, '中央补助资金').getByRole('cell').allTextContents();
      expect(sums.slice(0, 3)).toEqual(['600.00 元', '400.01 元', '0.00 元']);
      await expect(rowOf(clerk.getByRole('table', { name: '台账' }), document)).toContainText('400.01');
    });

    await test.step('待分配、闲置和缺口三处一致：400.00 还没有分，还缺 299.99', async () => {
      await clerk.goto(`/funds/pool?year=${year}`);
      await expect(clerk.getByText('待分配 400.00 元')).toBeVisible();
      await seemly(clerk, '/funds/pool');
      await clerk.goto(`/funds/watch?year=${year}`);
      await expect(rowOf(clerk.getByRole('table', { name: '闲置资金' }), '县市待分配')).toContainText('400.00');
      await clerk.goto(`/funds/watch?year=${year}&view=shortages`);
      await expect(rowOf(clerk.getByRole('table', { name: '资金缺口' }), '合计')).toContainText('299.99');
      await seemly(clerk, '/funds/watch');
    });

    await test.step('分得比待分配的多，系统说明只有多少；改正后分完，缺口和待分配都没有了', async () => {
      await clerk.goto(`/funds/pool?year=${year}`);
      const amount = (name: string) => clerk.getByRole('textbox', { name: `分给 ${name}` });
      await clerk.getByRole('button', { name: '按缺口测算' }).click();
      await expect(amount(near)).toHaveValue('100.00');
      await expect(amount(far)).toHaveValue('199.99');
      await amount(far).fill('300.01');
      await clerk.getByRole('textbox', { name: /^分配文号/ }).fill(`禄财〔2020〕${ownName(info, '')}号`);
      await clerk.getByRole('button', { name: '分配', exact: true }).click();
      await expect(clerk.getByText('本次合计分配 400.01 元，待分配只有 400.00 元')).toBeVisible();
      await amount(far).fill('300');
      await clerk.getByRole('button', { name: '分配', exact: true }).click();
      await said(clerk, '已分配到 2 个项目');
      await expect(clerk.getByText('没有待分配的资金')).toBeVisible();
      await clerk.goto(`/funds/watch?year=${year}&view=shortages`);
      const lacks = clerk.getByRole('table', { name: '资金缺口' });
      await expect(rowOf(lacks, near).getByRole('cell').nth(1)).toHaveText('—');
      await clerk.goto(`/projects/${farId}/money`);
      await expect(rowOf(clerk.getByRole('table', { name: '各项来源' }), '中央补助资金')).toContainText('700.01');
    });
  },
);
