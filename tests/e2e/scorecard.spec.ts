import { expect, type Page } from '@playwright/test';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { afterDays, ONE_DESK, said, send, test } from './steps/office';
import { refusal, signIn } from './steps/people';
import { dayOf } from './steps/project';
import { othersReviewed } from './steps/season';

const calendarDay = (from: string, days: number): string => addDays(calendarDateOf(from), days);

type Form = ReturnType<Page['getByRole']>;

/** Opens what a button asks for, fills it in, and sends it by the button of the same name. */
async function does(page: Page, open: string | RegExp, send: string, fill: (form: Form) => Promise<void>) {
  await page.getByRole('button', { name: open, exact: typeof open === 'string' }).click();
  const form = page.getByRole('dialog');
  await fill(form);
  await form.getByRole('button', { name: send, exact: true }).click();
}

/** No ground of veto applies, and the review is completed. */
async function completes(page: Page, { vetoes }: ScorecardAnswer) {
  for (const { name } of vetoes.filter(({ decision }) => decision === null)) {
    await does(page, `认定 ${name}`, '认定', (form) => form.getByLabel('理由').fill('没有这种情形'));
    await said(page, '已认定');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: '完成复核' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '完成复核' }).click();
  await said(page, '复核已完成');
}

/** A criterion of the season's page, opened. */
async function criterion(page: Page, id: string) {
  const line = page.locator(`[id="c${id}"]`);
  if ((await line.getAttribute('open')) === null) await line.locator('summary').first().click();
  return line;
}

const PDF = { name: '改造前后照片.pdf', mimeType: 'application/pdf' };
const paper = () => ({
  ...PDF,
  buffer: Buffer.from(`%PDF-1.4\n% ${Date.now()}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`),
});

test('年度评价：自评、冻结、复核、异议、审议、定稿，四列得分各是各的', ONE_DESK, async ({ page, desk }) => {
  test.slow();
  await signIn(page, PERSONAS.prefectureBureau);
  const clerk = await desk(PERSONAS.lufengClerk);
  const drc = await desk(PERSONAS.prefectureDrc);
  const county = (await send<{ unit: { id: string } }>(clerk, 'GET', '/me')).unit.id;
  const year = Number((await dayOf(page)).slice(0, 4));
  const own = `/scorecards/${county}/season?year=${year}`;
  let season = { id: '' };
  const card = async () => {
    const { cards } = await send<SeasonDetail>(page, 'GET', `/scorecards/seasons/${season.id}`);
    const id = cards.find((one) => one.county.id === county)?.id;
    return send<ScorecardAnswer>(page, 'GET', `/scorecards/${id}`);
  };

  await test.step('州里看各县市今天的得分，开展年度评价', async () => {
    await page.goto(`/scorecards?year=${year}`);
    await expect(page.getByRole('row')).toHaveCount(12);
    await seemly(page, '/scorecards');
    await does(page, '开展年度评价', '开展年度评价', async (form) => {
      await form.getByLabel('自评截止日期').fill('2020-01-01');
    });
    await expect(page.getByRole('dialog').getByText(/自评截止日期.*已经过了|已经过了/)).toBeVisible();
    await page
      .getByRole('dialog')
      .getByLabel('自评截止日期')
      .fill(await dayOf(page));
    await page.getByRole('dialog').getByRole('button', { name: '开展年度评价' }).click();
    await said(page, '年度评价已开展');
    const { items } = await send<{ items: { id: string }[] }>(page, 'GET', `/scorecards/seasons?year=${year}`);
    season = items[0] ?? season;
    await page.reload();
    await does(page, '自评延期', '自评延期', async (form) => {
      await form.getByLabel('新的自评截止日期').fill(calendarDay(await dayOf(page), 2));
      await form.getByLabel('理由').fill('系统停机两天');
    });
    await said(page, '截止日期已改');
  });

  await test.step('县市看今日得分：失分怎样补、假如竣工、每一分的记录', async () => {
    await clerk.goto(`/scorecards/${county}?year=${year}`);
    await expect(clerk.getByRole('heading', { name: '怎样再得分' })).toBeVisible();
    await seemly(clerk, '/scorecards/[id]');
    const whatIf = clerk.locator('#what-if');
    for (const box of await whatIf.getByRole('checkbox').all()) if (!(await box.isChecked())) await box.check();
    await whatIf.getByRole('button', { name: '试算' }).click();
    await expect(whatIf.getByText(/\d+\.\d\d → \d+\.\d\d（\+\d/)).toBeVisible();
    await clerk.locator('#sheet summary').filter({ hasText: '1.2' }).first().click();
    await clerk
      .getByRole('link', { name: /^全部 \d+ 条记录/ })
      .first()
      .click();
    await expect(clerk.getByRole('heading', { level: 1, name: '第 1.2 项的全部记录' })).toBeVisible();
    await seemly(clerk, '/scorecards/[id]/criteria/[criterion]');
  });

  await test.step('县市自评：超过分值、没有理由、没有材料都不行；提交后数据冻结', async () => {
    await clerk.goto('/');
    await clerk.getByRole('main').getByRole('listitem').filter({ hasText: '绩效' }).getByRole('link').first().click();
    await expect(clerk).toHaveURL(/\/scorecards\//);
    await clerk.goto(own);
    await criterion(clerk, '10.1');
    await does(clerk, '自评 10.1', '自评', (form) => form.getByLabel('得分').fill('5.01'));
    await expect(clerk.getByRole('dialog').getByText(/5\.00/).last()).toBeVisible();
    await expect(refusal(clerk).or(clerk.getByRole('dialog')).first()).toBeVisible();
    await clerk.getByRole('dialog').getByLabel('得分').fill('5');
    await clerk.getByRole('dialog').getByRole('button', { name: '自评', exact: true }).click();
    await said(clerk, '自评分已保存');
    await does(clerk, '填写自评报告', '填写自评报告', (form) => form.getByLabel('工作总结').fill('完成年度目标任务。'));
    await said(clerk, '自评报告已保存');
    const submit = async () => {
      await clerk.getByRole('button', { name: '提交自评' }).click();
      await clerk.getByRole('alertdialog').getByRole('button', { name: '提交自评' }).click();
    };
    await submit();
    await expect(clerk.getByRole('alertdialog').getByText(/支撑材料/)).toBeVisible();
    await clerk
      .getByRole('alertdialog')
      .getByRole('button', { name: /取消|关闭/ })
      .click();
    await criterion(clerk, '10.1');
    await does(clerk, '附材料 10.1', '附材料', async (form) => {
      await form.getByLabel('材料名称').fill('改造前后对比');
      await form.locator('input[type=file]').setInputFiles(paper());
    });
    await said(clerk, '材料已附上');
    await seemly(clerk, '/scorecards/[id]/season');
    await submit();
    await said(clerk, '自评已提交，数据已冻结');
    await expect(clerk.getByText(/数据已冻结，校验码/)).toBeVisible();
    await expect(clerk.getByRole('button', { name: '自评 10.1' })).toHaveCount(0);
  });

  await test.step('复核：意见不一致由州住建局决定，其余认可，完成后县市才看到', async () => {
    await drc.goto(own);
    await criterion(drc, '10.1');
    await does(drc, '复核意见 10.1', '复核意见', async (form) => {
      await form.getByLabel('得分').fill('3');
      await form.getByLabel('理由').fill('两个小区外立面没有整治');
    });
    await said(drc, '意见已登记');
    await page.goto(own);
    await criterion(page, '10.1');
    await does(page, '复核意见 10.1', '复核意见', async () => {});
    await said(page, '意见已登记');
    await expect(page.locator('[id="c10.1"]').getByText('意见不一致')).toBeVisible();
    await does(page, '登记实地抽查', '登记实地抽查', async (form) => {
      await form.getByLabel('地点').fill('卫生局家属院');
      await form.getByLabel('参加人员').fill('杨文华、李建国');
      await form.getByLabel('查看情况').fill('外立面已整治，院内整洁。');
    });
    await said(page, '实地抽查已登记');
    await criterion(page, '10.1');
    await does(page, '定复核分 10.1', '定复核分', async (form) => {
      await form.getByLabel('得分').fill('4');
      await form.getByLabel('理由').fill('实地抽查大部分已整治');
    });
    await said(page, '复核分已定');
    await does(page, '其余按自评认可', '其余按自评认可', (form) => form.getByLabel('理由').fill('与记录一致'));
    await said(page, '其余各项已认可');
    await clerk.reload();
    await criterion(clerk, '10.1');
    await expect(clerk.getByText('两个小区外立面没有整治')).toHaveCount(0);
    await completes(page, await card());
  });

  await test.step('县市对一项提出异议，州里认可，改定得分，原来的留着', async () => {
    await clerk.reload();
    await criterion(clerk, '10.1');
    await expect(clerk.getByText('两个小区外立面没有整治').first()).toBeVisible();
    await does(clerk, '提出异议 10.1', '提出异议', (form) =>
      form.getByLabel('异议理由').fill('两个小区六月底已整治完毕'),
    );
    await said(clerk, '异议已提出');
    await page.reload();
    await does(page, '答复异议 10.1', '答复异议', async (form) => {
      await form.getByLabel('异议成立，改定得分').check();
      await form.getByRole('textbox', { name: /^得分/ }).fill('5');
      await form.getByLabel('答复').fill('已查看，属实');
    });
    await said(page, '异议已答复');
    const { groups } = await card();
    const found = groups
      .flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria))
      .find(({ id }) => id === '10.1');
    expect(found?.values).toMatchObject({ self: 500, review: 500 });
    expect(found?.before.map(({ points }) => points)).toContain(400);
  });

  await test.step('一个县到期没有提交：州里看到是谁，按记录转入复核，自评一栏空着', async () => {
    const { cards } = await send<SeasonDetail>(page, 'GET', `/scorecards/seasons/${season.id}`);
    const silent = cards.find((one) => one.county.name === '双柏县');
    await othersReviewed(season.id, [county, silent?.county.id ?? '']);
    await afterDays(4, async () => {
      await signIn(page, PERSONAS.prefectureBureau);
      await page.goto('/');
      const task = page.getByRole('main').getByRole('listitem').filter({ hasText: '绩效自评逾期未交：双柏县' });
      await task.getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`/scorecards/${silent?.county.id}/season`));
      await does(page, '按记录转入复核', '按记录转入复核', async () => {});
      await expect(page.getByRole('dialog').getByText(/理由/).last()).toBeVisible();
      await page.getByRole('dialog').getByLabel('理由').fill('电话催报两次，仍未提交');
      await page.getByRole('dialog').getByRole('button', { name: '按记录转入复核', exact: true }).click();
      await said(page, '已按记录转入复核，数据已冻结');
      await expect(page.getByText(/没有按期提交自评.*电话催报两次，仍未提交/).first()).toBeVisible();
      await seemly(page, '/scorecards/[id]/season');
      await does(page, '其余按记录认可', '其余按记录认可', (form) => form.getByLabel('理由').fill('与记录一致'));
      await said(page, '其余各项已认可');
      const taken = () => send<ScorecardAnswer>(page, 'GET', `/scorecards/${silent?.id}`);
      await completes(page, await taken());
      const { totals } = await taken();
      expect([totals.self, totals.review?.total]).toEqual([null, totals.computed.total]);
    });
  });

  await test.step('异议期过后审议：一页看全，形成意见，州政府同意后定稿', async () => {
    await afterDays(13, async () => {
      await signIn(page, PERSONAS.prefectureBureau);
      await page.goto(`/scorecards/deliberation?year=${year}`);
      await expect(page.getByRole('row')).toHaveCount(12);
      await does(page, '登记意见', '登记意见', async (form) => {
        await form.getByLabel('哪个部门、哪些居民代表').fill('州财政局');
        await form.getByRole('textbox', { name: /^意见/ }).fill('无不同意见');
      });
      await said(page, '意见已登记');
      await seemly(page, '/scorecards/deliberation');
      await does(page, '形成初评意见', '形成初评意见', (form) =>
        form.getByLabel('初评意见').fill('同意复核结果，报州人民政府。'),
      );
      await said(page, '初评意见已形成');
      await does(page, '定稿', '定稿', async () => {});
      await expect(page.getByRole('dialog').getByText(/文号/).last()).toBeVisible();
      await page.getByRole('dialog').getByLabel('州政府同意的文号').fill(`楚政复〔${year}〕8号`);
      await page
        .getByRole('dialog')
        .getByLabel(/^日期/)
        .fill(await dayOf(page));
      await page.getByRole('dialog').getByRole('button', { name: '定稿', exact: true }).click();
      await said(page, '年度评价已定稿');
      const final = await card();
      expect(final.status).toBe('final');
      expect(final.result?.total).toBe(final.totals.deliberation?.total);
      await signIn(clerk, PERSONAS.lufengClerk);
      await clerk.goto(own);
      await expect(clerk.getByText(/第 \d+ 名/).first()).toBeVisible();
      const annex = clerk.waitForEvent('download');
      await clerk.getByRole('link', { name: '评价表（Word）' }).click();
      expect((await annex).suggestedFilename()).toMatch(/\.docx$/);
    });
  });
});
