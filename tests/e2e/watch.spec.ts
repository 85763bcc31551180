import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { addMonths, firstDay, monthOf } from '@/lib/domain/progress/report-month';
import type { WatchAnswer } from '@/lib/domain/warnings/answers';
import { formatDate } from '@/lib/format/date';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { planned } from './steps/plan';
import { building, dayOf } from './steps/project';

interface Made {
  id: string;
}

/** Months that were accepted; how a report comes to be has its own journey. */
async function accepted(projectId: string, months: Readonly<Record<string, number>>): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    for (const [month, percent] of Object.entries(months))
      await owner.query(
        'INSERT INTO project_month (project_id, county_id, month, percent_bp, investment, accepted_at) SELECT id, county_id, $2, $3, 0, anju_now() FROM project WHERE id = $1',
        [projectId, month, percent * 100],
      );
  } finally {
    await owner.end();
  }
}

/** However many others are lit: the page of the list on which it stands. */
async function pageOf(page: Page, query: string, projectId: string): Promise<number> {
  for (let at = 1; ; at++) {
    const { items } = await send<WatchAnswer>(page, 'GET', `/watch?${query}&page=${at}`);
    if (items.some(({ project }) => project.id === projectId)) return at;
    expect(items.length, `${projectId} is nowhere in the list`).toBeGreaterThan(0);
  }
}

test('预警：州里按灯筛选，看为什么亮灯、预计哪天竣工，直接督办', async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  const home = await register(clerk, ownName(info, '预警院'), ['1栋']);
  await planned(clerk, home.id);
  const day = calendarDateOf(await dayOf(clerk));
  const year = Number(day.slice(0, 4));
  const name = ownName(info, '预警院改造');
  const project = await send<Made>(clerk, 'POST', '/projects', { name, year, compoundIds: [home.id] });
  await building(project.id);
  const month = monthOf(day);
  const ago = (count: number) => firstDay(addMonths(month, -count));
  await accepted(project.id, { [ago(3)]: 10, [ago(2)]: 20, [ago(1)]: 30 });
  const limitOn = addDays(day, -3);
  await send(clerk, 'POST', `/projects/${project.id}/findings`, {
    ...{ kind: 'quality', grade: 'minor', place: '1栋屋面', content: '泛水高度不足' },
    ...{ inspectedOn: addDays(day, -10), limitOn },
  });
  const county = (await send<{ unit: { id: string } }>(clerk, 'GET', '/me')).unit.id;
  await signIn(page, PERSONAS.prefectureBureau);
  const row = page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: name });

  await test.step('按灯、县市、年度筛选，条件在网址里', async () => {
    await page.goto('/watch');
    await expect(page.getByRole('heading', { level: 1, name: '预警' })).toBeVisible();
    await seemly(page, '预警');
    await page.getByRole('combobox', { name: '灯' }).selectOption({ label: '红灯' });
    await expect(page).toHaveURL(/light=red/);
    await page.getByRole('combobox', { name: '县市' }).selectOption({ label: '禄丰市' });
    await expect(page).toHaveURL(/county=/);
    await page.getByRole('combobox', { name: '年度' }).selectOption({ label: `${year} 年度` });
    await expect(page).toHaveURL(/year=/);
    const query = `light=red&county=${county}&year=${year}`;
    await page.goto(`/watch?${query}&page=${await pageOf(page, query, project.id)}`);
    await expect(row).toBeVisible();
    await expect(row.getByText('红灯')).toBeVisible();
    await page.goto(`/watch?light=green&county=${county}&year=${year}`);
    await expect(page.getByRole('main').getByText(name)).toHaveCount(0);
    await page.goBack();
  });

  await test.step('每条原因打开依据的条文；预计竣工有日期和范围', async () => {
    const missed = new RegExp(`1 个检查问题.*${formatDate(limitOn, 'zh-CN')}`);
    await expect(row.getByText(missed)).toBeVisible();
    await expect(row.getByText('30%', { exact: true })).toBeVisible();
    await row
      .getByRole('listitem')
      .filter({ hasText: missed })
      .getByRole('button', { name: /为什么/ })
      .click();
    await expect(page.getByText(/检查问题超过整改期限未整改、.*亮红灯/)).toBeVisible();
    await page.keyboard.press('Escape');
    // ten points a month, seventy are left: from the end of last month, seven months on
    const middle = addDays(firstDay(addMonths(month, 7)), -1);
    await expect(row.getByText(formatDate(middle, 'zh-CN'), { exact: true })).toBeVisible();
  });

  await test.step('项目页的卡片说怎样推算', async () => {
    await row.getByRole('link', { name, exact: true }).click();
    const card = page.locator('#light');
    await expect(card.getByText('红灯')).toBeVisible();
    await card.getByRole('button', { name: '怎样推算' }).click();
    await expect(page.getByText(/最近各月完成 10、10（百分点）.*每月 10 个百分点/)).toBeVisible();
    await seemly(page, '项目的预警');
    await page.goBack();
  });

  await test.step('督办：县市、项目和原因都带过去', async () => {
    await row.getByRole('link', { name: `督办 ${name}` }).click();
    await expect(page.getByRole('textbox', { name: /^督办原因/ })).toHaveValue(/检查问题/);
    await expect(page.getByText(name).first()).toBeVisible();
    const title = `关于${name}的督办通知`;
    await page.getByRole('textbox', { name: /^文号/ }).fill(`楚住建督〔${year}〕${ownName(info, '')}号`);
    await page.getByRole('textbox', { name: /^标题/ }).fill(title);
    await page.getByRole('textbox', { name: /^办理要求/ }).fill('三日内整改到位');
    await page.getByLabel(/^办理期限/).fill(addDays(day, 5));
    await page.getByRole('button', { name: '发出督办' }).click();
    await said(page, '督办已发出');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
    await clerk.goto('/');
    await expect(clerk.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  });
});
