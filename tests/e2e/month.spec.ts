import { expect, type Page } from '@playwright/test';
import { addDays, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import type { MilestoneView, ReportAnswer } from '@/lib/domain/progress/answers';
import { addMonths, firstDay, monthOf } from '@/lib/domain/progress/report-month';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { PERSONAS, type Persona } from '../support/personas';
import { seemly } from './steps/access';
import { afterDays, ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { planned } from './steps/plan';
import { building, dayOf } from './steps/project';

interface Made {
  id: string;
}

const now = async (page: Page): Promise<Date> => new Date((await send<{ asOf: string }>(page, 'GET', '/tasks')).asOf);

test('一个月：填报、退回、更正、接收、检查、整改、竣工，四个时间各是各的', async ({ browser, page }, info) => {
  test.slow();
  const { contextOptions, viewport, isMobile, hasTouch } = info.project.use;
  const desk = async (person: Persona) => {
    const one = await browser.newPage({ ...contextOptions, viewport, isMobile, hasTouch });
    await signIn(one, person);
    return one;
  };
  await signIn(page, PERSONAS.lufengClerk);
  const home = await register(page, ownName(info, '月报院'), ['1栋']);
  await planned(page, home.id);
  const day = calendarDateOf(await dayOf(page));
  const month = monthOf(day);
  const begun = firstDay(month);
  const project = await send<Made>(page, 'POST', '/projects', {
    ...{ name: ownName(info, '月报院改造'), year: Number(day.slice(0, 4)), compoundIds: [home.id] },
  });
  const company = await send<Made>(page, 'POST', '/companies', {
    ...{ name: ownName(info, '月报建设公司'), kinds: ['construction'] },
  });
  await send(page, 'POST', `/projects/${project.id}/contracts`, {
    ...{ kind: 'construction', no: '施-1', name: '施工合同', companyId: company.id, amount: '100.00' },
    ...{ tenderMethod: 'direct', signedOn: begun, startOn: begun },
  });
  await building(project.id);
  const reports = `/projects/${project.id}/reports`;
  const report = `${reports}/${month}`;
  const milestones = async () =>
    (await send<{ items: MilestoneView[] }>(page, 'GET', `/projects/${project.id}/milestones`)).items;
  const view = () => send<ReportAnswer>(page, 'GET', report);
  const bureau = await desk(PERSONAS.prefectureBureau);
  /** Nobody stays signed in over days. */
  const again = async () => {
    await signIn(page, PERSONAS.lufengClerk);
    await signIn(bureau, PERSONAS.prefectureBureau);
  };

  /** 报告开工 or 报告竣工 of a place by its name; answers between which instants the server received it. */
  async function tell(place: string, kind: '开工' | '竣工', actualOn: string): Promise<[Date, Date]> {
    await page.goto(reports);
    await page.getByRole('button', { name: `${place} 报告${kind}` }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('实际日期').fill(actualOn);
    const before = await now(page);
    await form.getByRole('button', { name: `报告${kind}` }).click();
    await said(page, '已报送');
    return [before, await now(page)];
  }
  async function accept(kind: '开工' | '竣工', place: string): Promise<void> {
    await bureau.goto(reports);
    const row = bureau
      .getByRole('region', { name: kind, exact: true })
      .getByRole('listitem')
      .filter({ hasText: place });
    await row.getByRole('button', { name: '接收' }).click();
    await bureau.getByRole('alertdialog').getByRole('button', { name: '接收' }).click();
    await said(bureau, '已接收');
  }

  await test.step('小区、项目开工：实际日期、填报日期、首次收到、接收', async () => {
    const [from, to] = await tell(home.name, '开工', begun);
    await tell('整个项目', '开工', begun);
    await accept('开工', home.name);
    const one = (await milestones()).find(({ compound, kind }) => kind === 'start' && compound);
    expect(one).toMatchObject({ actualOn: begun, statedOn: day, status: 'accepted' });
    const received = new Date(one?.firstReceivedAt ?? '');
    expect(received >= from && received <= to).toBe(true);
    expect(new Date(one?.acceptedAt ?? '') > received).toBe(true);
    await page.reload();
    const row = page
      .getByRole('region', { name: '开工', exact: true })
      .getByRole('listitem')
      .filter({ hasText: home.name });
    for (const words of [formatDate(begun, 'zh-CN'), formatDate(day, 'zh-CN'), formatDateTime(received, 'zh-CN')])
      await expect(row.getByText(words).first()).toBeVisible();
    await seemly(page, '月报');
  });

  const third = addDays(firstDay(addMonths(month, 1)), 2);
  await afterDays(daysBetween(day, third), async () => {
    await again();
    await test.step('下月3日填报：改动自动保存，110% 说明怎么改，报送后有回执', async () => {
      await page.goto(report);
      await expect(page.getByRole('heading', { name: /月报/ }).first()).toBeVisible();
      await page.getByLabel('本月完成投资（元）').fill('100');
      await page.getByLabel('现场人数').fill('12');
      const road = page.getByLabel(/小区公共部分 .*本月进度/);
      await road.fill('110');
      await expect(page.getByText(/进度 110% 不在 0 到 100 之间/).first()).toBeVisible();
      await road.fill('40');
      await page.getByLabel(/1栋 .*本月进度/).fill('60');
      await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
      await page.reload();
      await expect(page.getByLabel(/小区公共部分 .*本月进度/)).toHaveValue('40');
      await seemly(page, '填月报');
      await page.getByRole('button', { name: '报送' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '报送' }).click();
      await said(page, '已报送，回执在下方');
      await expect(page.getByText('第 1 次报送')).toBeVisible();
      const sent = await view();
      await expect(page.getByText(sent.sendings[0]?.hash ?? '—')).toBeVisible();
      expect(sent).toMatchObject({ status: 'submitted', timeliness: 'inTime' });
    });

    await test.step('日历上有月报的截止日', async () => {
      await page.goto('/progress');
      await page.getByRole('link', { name: '日历' }).click();
      await expect(page.getByRole('heading', { name: '日历', level: 1 })).toBeVisible();
      await expect(
        page
          .getByRole('link', { name: /月报截止/ })
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      await seemly(page, '日历');
    });

    const { firstReceivedAt } = await view();

    await test.step('州住建局只看变化，逐项写明意见退回；不是重大更正', async () => {
      await bureau.goto(report);
      await expect(bureau.getByRole('table', { name: '审核' }).or(bureau.getByText('60%')).first()).toBeVisible();
      await bureau.getByRole('button', { name: '退回' }).click();
      const form = bureau.getByRole('dialog', { name: '退回这份月报' });
      await form.getByLabel('对“现场人数”的意见').fill('与监理日志不符');
      await form.getByRole('button', { name: '退回' }).click();
      await said(bureau, '已退回');
    });

    await afterDays(6, async () => {
      await again();
      await test.step('9日更正后再报：首次收到不变，仍是按时', async () => {
        await page.goto(report);
        await expect(page.getByText('现场人数：与监理日志不符').first()).toBeVisible();
        await page.getByLabel('现场人数').fill('9');
        await page.getByRole('button', { name: '报送' }).click();
        await page.getByRole('alertdialog').getByRole('button', { name: '报送' }).click();
        await said(page, '已报送，回执在下方');
        expect(await view()).toMatchObject({ firstReceivedAt, timeliness: 'inTime' });
      });

      await test.step('接收后锁定；更正须申请、同意，首次收到仍不变', async () => {
        await bureau.goto(report);
        await bureau.getByRole('button', { name: '接收' }).click();
        await bureau.getByRole('alertdialog').getByRole('button', { name: '接收' }).click();
        await said(bureau, '已接收');
        await page.goto(report);
        await expect(page.getByRole('button', { name: '报送' })).toHaveCount(0);
        await page.getByRole('button', { name: '申请更正' }).click();
        const form = page.getByRole('dialog');
        await form.getByLabel('更正的理由').fill('投资额少报');
        await form.getByRole('button', { name: '申请更正' }).click();
        await said(page, '已申请更正');
        await bureau.goto(report);
        await bureau.getByRole('button', { name: '同意更正' }).click();
        await bureau.getByRole('dialog').getByRole('button', { name: '同意更正' }).click();
        await said(bureau, '已同意更正');
        await page.goto(report);
        await page.getByLabel('本月完成投资（元）').fill('120');
        await page.getByRole('button', { name: '报送' }).click();
        await page.getByRole('alertdialog').getByRole('button', { name: '报送' }).click();
        await said(page, '已报送，回执在下方');
        await bureau.goto(report);
        await bureau.getByRole('button', { name: '接收' }).click();
        await bureau.getByRole('alertdialog').getByRole('button', { name: '接收' }).click();
        await said(bureau, '已接收');
        expect(await view()).toMatchObject({ status: 'accepted', firstReceivedAt, content: { investment: '120.00' } });
      });

      await test.step('检查发现问题，没有销号不能竣工；整改、复查', async () => {
        const today = await dayOf(page);
        const works = `/projects/${project.id}/works`;
        await send(bureau, 'POST', `/projects/${project.id}/findings`, {
          ...{ kind: 'quality', grade: 'minor', place: '1栋屋面', content: '泛水高度不足' },
          ...{ inspectedOn: today, limitOn: today },
        });
        const { items } = await send<{ items: { compound: Made; building: Made | null; item: string }[] }>(
          ...([page, 'GET', `/projects/${project.id}/completions`] as const),
        );
        await send(page, 'POST', `/projects/${project.id}/completions`, {
          completedOn: today,
          items: items.map(({ compound, building: at, item }) => ({
            compoundId: compound.id,
            buildingId: at?.id ?? null,
            item,
          })),
        });
        await tell(home.name, '竣工', today);
        await page.goto(reports);
        await page.getByRole('button', { name: '整个项目 报告竣工' }).click();
        const form = page.getByRole('dialog');
        await form.getByLabel('实际日期').fill(today);
        await form.getByRole('button', { name: '报告竣工' }).click();
        await expect(form.getByText(/还有 1 个检查问题没有销号/)).toBeVisible();
        await page.goto(works);
        await page.getByRole('button', { name: '报告整改' }).click();
        const put = page.getByRole('dialog');
        await put.getByLabel('整改完成日期').fill(today);
        await put.getByLabel('整改情况').fill('已加高至250毫米');
        await put.getByRole('button', { name: '报告整改' }).click();
        await expect(put).toBeHidden();
        await bureau.goto(works);
        await bureau.getByRole('button', { name: '复查' }).click();
        const look = bureau.getByRole('dialog');
        await look.getByLabel('复查日期').fill(today);
        await look.getByRole('button', { name: '提交复查结果' }).click();
        await expect(look).toBeHidden();
      });

      await test.step('项目竣工：四个时间各是各的，接收后不再改变', async () => {
        const today = calendarDateOf(await dayOf(page));
        const [from, to] = await tell('整个项目', '竣工', today);
        await afterDays(2, async () => {
          await again();
          await accept('竣工', '整个项目');
          const one = (await milestones()).find(({ compound, kind }) => kind === 'completion' && !compound);
          expect(one).toMatchObject({ actualOn: today, statedOn: today, status: 'accepted' });
          const received = new Date(one?.firstReceivedAt ?? '');
          expect(received >= from && received <= to).toBe(true);
          const accepted = new Date(one?.acceptedAt ?? '');
          expect(daysBetween(today, calendarDateOf(await dayOf(page)))).toBe(2);
          expect(accepted.getTime() - received.getTime()).toBeGreaterThan(1.9 * 86_400_000);
          await bureau.reload();
          const row = bureau
            .getByRole('region', { name: '竣工', exact: true })
            .getByRole('listitem')
            .filter({ hasText: '整个项目' });
          for (const words of [formatDateTime(received, 'zh-CN'), formatDateTime(accepted, 'zh-CN')])
            await expect(row.getByText(words).first()).toBeVisible();
          await seemly(bureau, '竣工');
        });
      });
    });
  });
  await bureau.context().close();
});
