import { expect } from '@playwright/test';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, register, send, test } from './steps/office';
import { signIn } from './steps/people';
import { planned } from './steps/plan';
import { dayOf } from './steps/project';

interface Me {
  unit: { id: string };
}

test('总览：州领导一页看清离时限多远、哪个县市差得多，点开县市，点开亮灯的项目', async ({ page, desk }, info) => {
  const clerk = await desk(PERSONAS.lufengClerk);
  const home = await register(clerk, ownName(info, '总览院'), ['1栋']);
  await planned(clerk, home.id);
  const year = Number((await dayOf(clerk)).slice(0, 4));
  await send(clerk, 'POST', '/projects', { name: ownName(info, '总览院改造'), year, compoundIds: [home.id] });
  await signIn(page, PERSONAS.prefectureLeader);
  await page.goto('/overview');
  const heading = page.getByRole('heading', { level: 1 });
  const content = page.getByRole('main');

  await test.step('一句话：完工多少、占多少、离时限还差多少；口径点开有公式和条文', async () => {
    await expect(heading).toHaveText('楚雄州 · 总览');
    await expect(content.getByRole('heading', { name: /^累计完工 [\d,]+ 个小区/ })).toBeVisible();
    await content.getByRole('button', { name: '口径：累计完工' }).first().click();
    const note = page.getByRole('dialog', { name: '口径：累计完工' });
    await expect(note.getByText(/完工率 = 累计完工 ÷ 排查总量/)).toBeVisible();
    await expect(note.getByText('P三(一)')).toBeVisible();
    await page.keyboard.press('Escape');
    await seemly(page, '总览');
  });

  await test.step('各县市换一个指标着色，写在网址里', async () => {
    await content.getByRole('navigation', { name: '按什么着色' }).getByRole('link', { name: '红灯' }).click();
    await expect(page).toHaveURL(/measure=red/);
    await expect(content.getByRole('figure', { name: /红灯/ }).getByRole('link')).toHaveCount(11);
  });

  await test.step('点开一个县市', async () => {
    await content
      .getByRole('figure', { name: /红灯/ })
      .getByRole('link', { name: /禄丰市/ })
      .click();
    await expect(page).toHaveURL(/county=/);
    await expect(heading).toHaveText('禄丰市 · 总览');
    await seemly(page, '县市的总览');
  });

  await test.step('点开红灯：预警清单，同一个县市、同一个年度', async () => {
    await content.locator('a[href*="light=red"]').first().click();
    await expect(page).toHaveURL(/\/watch\?year=\d{4}&county=[0-9a-f-]+&light=red/);
    await expect(heading).toHaveText('预警');
  });

  await test.step('点开累计完工：说多少个就列多少个；一页简报说同样的数，可以下载', async () => {
    await page.goto('/overview');
    const told = content.getByRole('link', { name: /^累计完工 [\d,]+ 个小区/ });
    const count = /[\d,]+/.exec((await told.textContent()) ?? '')?.[0] ?? '';
    await told.click();
    await expect(heading).toHaveText(`已完工：${count} 个小区`);
    await seemly(page, '总览数据明细');
    await page.goto('/overview');
    await page.getByRole('link', { name: '一页简报' }).click();
    await expect(page.getByRole('article').getByText(`完工${count}个`).first()).toBeVisible();
    await seemly(page, '一页简报');
    const word = page.getByRole('link', { name: '下载 Word' });
    const [file] = await Promise.all([page.waitForEvent('download'), word.click()]);
    expect(file.suggestedFilename()).toMatch(/^楚雄州城镇老旧小区改造工作简报（.+）\.docx$/);
  });

  await test.step('回看上个月末：当晚留存的数，和此刻比；简报说的也是那一天', async () => {
    await page.goto('/overview');
    const when = content.getByRole('combobox', { name: '此刻' });
    const ended = (await when.locator('option').nth(1).textContent()) ?? '';
    const [, year, month] = /^(\d{4})年(\d{1,2})月末$/.exec(ended) ?? [];
    await when.selectOption({ label: ended });
    await expect(page).toHaveURL(new RegExp(`asOf=${year}-${month?.padStart(2, '0')}`));
    await expect(content.getByText(`这是 ${ended}当晚留存的数据`)).toBeVisible();
    await expect(content.getByText(/^至此刻/).first()).toBeVisible();
    // single compounds and projects are of this moment, and no figure of that evening leads to them
    await expect(content.locator('a[href*="figure="]')).toHaveCount(0);
    await seemly(page, '总览，上个月末');
    await page.getByRole('link', { name: '一页简报' }).click();
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    await expect(page.getByRole('article').getByText(`截至${year}年${month}月${last}日`).first()).toBeVisible();
  });

  const own = await desk(PERSONAS.lufengLeader);
  await test.step('县市领导从一个数一直点到小区、项目和它的资料；没有户册，没有一件要他办的事', async () => {
    const inside = own.getByRole('main');
    await own.goto('/overview');
    await inside.locator('a[href*="figure=compounds"]').click();
    const row = inside.getByRole('table').getByRole('row').nth(1);
    const compound = row.locator('a[href^="/compounds/"]');
    const name = (await compound.textContent()) ?? '';
    await compound.click();
    await expect(own.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(inside.getByRole('heading', { name: '是否符合改造范围' })).toBeVisible();
    await expect(inside.getByRole('heading', { name: '户册' })).toBeHidden();
    for (const act of [/^修改(?!记录)/, /^发起/, /去办理/])
      await expect(inside.getByRole('link', { name: act })).toBeHidden();
    await own.goBack();
    await row.getByRole('link', { name: '项目资料' }).click();
    await expect(own).toHaveURL(/\/projects\/[0-9a-f-]+\/papers$/);
    await expect(inside.getByRole('button', { name: /上传|归档/ })).toHaveCount(0);
    await inside.getByRole('navigation').getByRole('link', { name: '阶段' }).click();
    await expect(inside.getByText('排查摸底').first()).toBeVisible();
    await expect(inside.getByRole('link', { name: '去办理' })).toHaveCount(0);
    await seemly(own, '项目阶段，领导');
  });

  await test.step('县市领导看本县市，别的县市如同没有', async () => {
    await own.goto('/overview');
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('禄丰市 · 总览');
    const other = await desk(PERSONAS.shuangbaiClerk);
    const { unit } = await send<Me>(other, 'GET', '/me');
    expect((await own.goto(`/overview?county=${unit.id}`))?.status()).toBe(404);
    expect((await own.request.get(`/api/v1/dashboards/overview?county=${unit.id}`)).status()).toBe(404);
    const clerk = await other.goto(`/overview?county=${unit.id}`);
    expect(clerk?.status()).toBe(200);
  });
});
