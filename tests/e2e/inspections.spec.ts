import { expect } from '@playwright/test';
import sharp from 'sharp';
import { PERSONAS, type Persona } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { planned } from './steps/plan';
import { dayOf } from './steps/project';

interface Made {
  id: string;
}

/** As large as a phone's camera makes it. */
const snapshot = async (name: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#875' } })
    .jpeg()
    .toBuffer(),
});

test('监理在现场检查：不合格当场登记、停工；整改、复查后复工，再发生的算重复问题', async ({ browser, page }, info) => {
  const { contextOptions, viewport, isMobile, hasTouch } = info.project.use;
  const onSite = async (person: Persona) => {
    const one = await browser.newPage({
      ...{ ...contextOptions, viewport, isMobile, hasTouch },
      geolocation: { latitude: 25.145678, longitude: 102.074321, accuracy: 12 },
      permissions: ['geolocation'],
    });
    await signIn(one, person);
    return one;
  };
  await signIn(page, PERSONAS.lufengClerk);
  const home = await register(page, ownName(info, '检查院'), ['1栋']);
  await planned(page, home.id);
  const day = await dayOf(page);
  const named = { name: ownName(info, '检查院改造'), year: Number(day.slice(0, 4)), compoundIds: [home.id] };
  const project = await send<Made>(page, 'POST', '/projects', named);
  const builder = { name: ownName(info, '检查建设公司'), kinds: ['construction'] };
  const company = await send<Made>(page, 'POST', '/companies', builder);
  await send(page, 'POST', `/projects/${project.id}/contracts`, {
    ...{ kind: 'construction', no: '施-1', name: '施工合同', companyId: company.id, amount: '100.00' },
    ...{ tenderMethod: 'direct', signedOn: day, startOn: day },
  });
  await send(page, 'POST', `/projects/${project.id}/parties`, { kind: 'construction', companyId: company.id });
  for (const { username } of [PERSONAS.lufengEntity, PERSONAS.lufengSupervisor]) {
    const { items } = await send<{ items: Made[] }>(page, 'GET', `/users?q=${username}`);
    await send(page, 'POST', `/projects/${project.id}/people`, { accountId: items[0]?.id });
  }
  const works = `/projects/${project.id}/works`;
  const supervisor = await onSite(PERSONAS.lufengSupervisor);
  const point = (name: string) => supervisor.getByRole('listitem').filter({ hasText: name });

  await test.step('打开检查，记录位置；不合格的没写清楚，逐项说明', async () => {
    await supervisor.goto(works);
    await supervisor.getByRole('link', { name: '开始检查' }).click();
    await supervisor.getByRole('button', { name: '记录位置' }).click();
    await expect(supervisor.getByText('已记录，误差约 12 米')).toBeVisible();
    await point('消防通道、安全出口畅通').getByText('合格', { exact: true }).click();
    const wrong = point('高处作业系安全带');
    await wrong.getByText('不合格', { exact: true }).click();
    await wrong.getByLabel('程度').selectOption('grave');
    await wrong.getByLabel('部位').fill('1栋屋面');
    await wrong.getByLabel('问题', { exact: false }).first().fill('临边没有防护');
    await wrong.getByLabel('整改期限').fill('2019-01-01');
    await seemly(supervisor, '现场检查');
    await supervisor.getByRole('button', { name: '提交检查' }).click();
    await expect(wrong.getByText(/整改期限 2019-01-01 早于检查日期/)).toBeVisible();
    await expect(wrong.getByText('没有责任单位。请选择参建单位，或填写名称。')).toBeVisible();
    await expect(wrong.getByText('严重问题须有照片。请拍照后再提交。')).toBeVisible();
  });

  await test.step('补齐，照片在手机上压缩，当场停工', async () => {
    const wrong = point('高处作业系安全带');
    await wrong.getByLabel('整改期限').fill(day);
    await wrong.getByRole('combobox', { name: /责任单位/ }).selectOption({ label: builder.name });
    await wrong.locator('input[type=file]').setInputFiles(await snapshot('IMG_1.jpg'));
    await supervisor.getByLabel('当场下发停工通知').check();
    await supervisor.getByLabel('停工通知文号').fill('监停〔1〕');
    await supervisor.getByLabel('停工原因').fill('临边没有防护');
    await supervisor.getByRole('button', { name: '提交检查' }).click();
    await said(supervisor, '检查已登记');
    await expect(supervisor.getByText('北纬 25.145678°，东经 102.074321°（误差约 12 米）')).toBeVisible();
    await expect(supervisor.getByText('停工 监停〔1〕')).toBeVisible();
    const photo = supervisor.getByRole('link', { name: /问题照片/ });
    const bytes = await supervisor.request.get((await photo.getAttribute('href')) ?? '');
    expect((await sharp(await bytes.body()).metadata()).width).toBe(1600);
    await seemly(supervisor, '检查记录');
  });

  await test.step('停工时不能报告完工；待办里有；问题没有销号不能复工', async () => {
    await page.goto('/');
    await expect(page.getByText(`${named.name}：停工通知 监停〔1〕 没有解除`)).toBeVisible();
    await page.goto(works);
    await expect(page.locator('#stop-work').getByText('停工中')).toBeVisible();
    await page.getByRole('region', { name: '1栋' }).getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '报告完工' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报告完工' }).click();
    await expect(page.getByRole('dialog').getByText('停工通知 监停〔1〕 还没有解除，不能报告完工。')).toBeVisible();
  });

  const entity = await onSite(PERSONAS.lufengEntity);
  const close = async () => {
    await entity.goto(works);
    await entity.locator('#findings').getByRole('button', { name: '报告整改' }).click();
    const right = entity.getByRole('dialog');
    await right.getByLabel('整改情况').fill('已加防护栏杆');
    await right.getByRole('button', { name: '报告整改' }).click();
    await said(entity, '整改已报告，等待复查');
    await supervisor.goto(works);
    await supervisor.locator('#findings').getByRole('button', { name: '复查' }).click();
    const look = supervisor.getByRole('dialog');
    await look.getByLabel('通过，销号').check();
    await look.getByLabel('复查日期').fill(day);
    await look.getByRole('button', { name: '提交复查结果' }).click();
    await said(supervisor, '复查结果已登记');
  };

  await test.step('整改、复查销号后，监理凭文件解除停工', async () => {
    await close();
    await supervisor.locator('#stop-work').getByRole('button', { name: '解除停工' }).click();
    const lift = supervisor.getByRole('dialog');
    await lift.getByLabel('复工理由').fill('已整改，复查合格');
    await lift.locator('input[type=file]').setInputFiles(await snapshot('复查单.jpg'));
    await lift.getByRole('button', { name: '解除停工' }).click();
    await said(supervisor, '停工已解除');
    await expect(supervisor.locator('#stop-work').getByText('已复工')).toBeVisible();
  });

  await test.step('同一要点再次不合格：提示并登记为重复问题', async () => {
    await supervisor.getByRole('link', { name: '开始检查' }).click();
    const wrong = point('高处作业系安全带');
    await wrong.getByText('不合格', { exact: true }).click();
    await expect(wrong.getByText('此要点曾经销号：将登记为重复问题，第 2 次。')).toBeVisible();
    await wrong.getByLabel('部位').fill('1栋屋面');
    await wrong.getByLabel('问题', { exact: false }).first().fill('防护栏杆又被拆除');
    await wrong.getByLabel('整改期限').fill(day);
    await wrong.getByRole('combobox', { name: /责任单位/ }).selectOption({ label: builder.name });
    await supervisor.getByRole('button', { name: '提交检查' }).click();
    await said(supervisor, '检查已登记');
    await supervisor.goto(works);
    await expect(supervisor.locator('#findings').getByText('重复问题 · 第 2 次')).toBeVisible();
    await supervisor.goto('/inspections?open=yes');
    await expect(supervisor.getByRole('link', { name: named.name })).toBeVisible();
    await seemly(supervisor, '检查列表');
  });
  for (const one of [supervisor, entity]) await one.context().close();
});
