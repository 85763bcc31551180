import { expect, type Page } from '@playwright/test';
import type { SurveyView, YearSatisfaction } from '@/lib/domain/satisfaction/answers';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { building, dayOf } from './steps/project';

interface Made {
  id: string;
}

test('满意度：县里开始，社区逐户登记，结束后只有合计；谁答了什么，谁也看不到', async ({ page, desk }, info) => {
  await signIn(page, PERSONAS.lufengClerk);
  const officer = await desk(PERSONAS.lufengCommunity);
  const { unit } = await send<{ unit: { id: string } }>(officer, 'GET', '/me');
  const { parentId } = await send<{ parentId: string }>(page, 'GET', `/units/${unit.id}`);
  const place = { communityId: unit.id, subdistrictId: parentId };
  const home = await register(page, ownName(info, '满意院'), ['1栋', '2栋', '3栋'], place);
  const year = (await dayOf(page)).slice(0, 4);
  const project = await send<Made>(page, 'POST', '/projects', {
    ...{ name: ownName(info, '满意院改造'), year: Number(year), compoundIds: [home.id] },
  });
  const surveys = `/projects/${project.id}/satisfaction`;
  const ofYear = async () => {
    const { items } = await send<YearSatisfaction>(page, 'GET', `/satisfaction?year=${year}`);
    const { households = 0, answered = 0, satisfied = 0 } = items[0] ?? {};
    return { households, answered, satisfied };
  };
  const before = await ofYear();

  await test.step('还没有进入实施阶段，不能开始；进入以后由县住建局开始，名册冻结', async () => {
    await page.goto(surveys);
    await expect(page.getByText('没有调查')).toBeVisible();
    await expect(page.getByRole('button', { name: '开始调查' })).toHaveCount(0);
    await building(project.id);
    await page.reload();
    await page.getByRole('button', { name: '开始调查' }).click();
    const ask = page.getByRole('alertdialog');
    await expect(ask.getByText('共 6 户')).toBeVisible();
    await ask.getByRole('button', { name: '开始调查' }).click();
    await said(page, '已开始调查');
    await expect(page.getByText('已答复 0 / 6 户')).toBeVisible();
    await seemly(page, '项目的满意度');
  });

  await page.getByRole('link', { name: '登记答复' }).click();
  await expect(page.getByRole('heading', { level: 1, name: home.name })).toBeVisible();
  const survey = new URL(page.url()).pathname;
  const view = (as: Page) => send<SurveyView>(as, 'GET', survey);

  /** One household says what it thinks, in front of who records it. */
  async function record(as: Page, at: string, room: string, answer: string, why?: string): Promise<void> {
    const option = as.getByLabel('楼栋').getByRole('option', { name: new RegExp(`^${at}`) });
    await as.getByLabel('楼栋').selectOption((await option.getAttribute('value')) ?? '');
    await as.getByRole('button', { name: room, exact: true }).click();
    const form = as.getByRole('dialog', { name: new RegExp(`${at}.*${room}`) });
    await expect(form.getByRole('button', { name: '登记这一户' })).toBeDisabled();
    await form.getByRole('button', { name: answer, exact: true }).click();
    if (why) {
      await form.getByLabel(/^不满意的原因/).fill(why);
      await seemly(as, '登记一户的答复');
    }
    await form.getByRole('button', { name: '登记这一户' }).click();
    await expect(form).toBeHidden();
    await expect(as.getByRole('button', { name: new RegExp(`^${room}.*已答`) })).toBeDisabled();
  }

  await test.step('社区工作人员上门：点户、选答复、登记；一户一次，不能再点', async () => {
    await officer.goto(survey);
    await expect(officer.getByText('结束以前不显示答复的内容。')).toBeVisible();
    await record(officer, '1栋', '101', '满意');
    await record(officer, '1栋', '102', '基本满意');
    await record(officer, '2栋', '101', '不满意', '楼道灯不亮');
    await record(officer, '2栋', '102', '满意');
    await expect(officer.getByText('已答复 4 / 6 户')).toBeVisible();
    await expect(officer.getByRole('button', { name: '结束调查' })).toHaveCount(0);
    await seemly(officer, '满意度登记');
  });

  await test.step('答的户太少，县里还不能结束；没有结束，答复的内容在哪里都没有', async () => {
    await page.reload();
    await expect(page.getByText('有 4 户答复，满 5 户才能结束并公布合计，还差 1 户。')).toBeVisible();
    await expect(page.getByRole('button', { name: '结束调查' })).toHaveCount(0);
    for (const as of [page, officer]) {
      await expect(as.getByText('楼道灯不亮')).toHaveCount(0);
      const { result, satisfied, words, homes } = await view(as);
      expect({ result, satisfied, words }).toEqual({ result: null, satisfied: null, words: null });
      expect(homes.map(({ how }) => how)).toEqual(['door', 'door', 'door', 'door', null, null]);
      for (const one of homes) expect(JSON.stringify(one)).not.toMatch(/satisfied|fair|满意/);
    }
  });

  await test.step('再答一户，县里结束：满意率是满意的户除以全部户', async () => {
    await record(officer, '3栋', '101', '满意');
    await page.reload();
    await page.getByRole('button', { name: '结束调查' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '结束调查' }).click();
    await said(page, '调查已结束');
    await expect(page.getByText('66.67%')).toBeVisible();
    await expect(page.getByText('满意的 4 户 ÷ 全部 6 户')).toBeVisible();
    await expect(page.getByText('没有答复的 1 户计入全部户数，不算满意。')).toBeVisible();
    await expect(page.getByText('楼道灯不亮')).toBeVisible();
    await seemly(page, '满意度结果');
    const { result, homes } = await view(page);
    expect(result).toEqual({ satisfied: 3, fair: 1, dissatisfied: 1 });
    expect(JSON.stringify(homes)).not.toMatch(/satisfied|fair|满意|楼道灯/);
  });

  await test.step('社区看到的也只有合计；全县年度的数加上这个小区', async () => {
    await officer.reload();
    await expect(officer.getByText('66.67%')).toBeVisible();
    await expect(officer.getByRole('button', { name: /^\d+$/, disabled: false })).toHaveCount(0);
    await seemly(officer, '社区看满意度结果');
    const after = await ofYear();
    expect(after).toEqual({
      ...{ households: before.households, answered: before.answered + 5, satisfied: before.satisfied + 4 },
    });
    await page.goto(`/satisfaction?year=${year}`);
    await expect(page.getByRole('heading', { level: 1, name: '社会满意度' })).toBeVisible();
    await seemly(page, '年度满意度');
  });
});
