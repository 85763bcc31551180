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

/** A photo as a camera names it, of a colour of its own. */
const photo = async (name: string, background: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

test('完工和检查问题：实施单位、监理在现场随手附上照片，大家看得到', async ({ browser, page }, info) => {
  const { contextOptions, viewport, isMobile, hasTouch } = info.project.use;
  /** a desk as wide as this one: on the phone run, a phone */
  const onSite = async (person: Persona) => {
    const one = await browser.newPage({ ...contextOptions, viewport, isMobile, hasTouch });
    await signIn(one, person);
    return one;
  };
  await signIn(page, PERSONAS.lufengClerk);
  const community = await onSite(PERSONAS.lufengCommunity);
  const { unit } = await send<{ unit: Made }>(community, 'GET', '/me');
  const { parentId } = await send<{ parentId: string }>(page, 'GET', `/units/${unit.id}`);
  const place = { communityId: unit.id, subdistrictId: parentId };
  const home = await register(page, ownName(info, '照片院'), ['1栋'], place);
  await planned(page, home.id);
  const day = await dayOf(page);
  const named = { name: ownName(info, '照片院改造'), year: Number(day.slice(0, 4)), compoundIds: [home.id] };
  const project = await send<Made>(page, 'POST', '/projects', named);
  const works = `/projects/${project.id}/works`;
  const builder = { name: ownName(info, '照片建设公司'), kinds: ['construction'] };
  const company = await send<Made>(page, 'POST', '/companies', builder);
  await send(page, 'POST', `/projects/${project.id}/contracts`, {
    ...{ kind: 'construction', no: '施-1', name: '施工合同', companyId: company.id, amount: '100.00' },
    ...{ tenderMethod: 'direct', signedOn: day, startOn: day },
  });
  for (const { username } of [PERSONAS.lufengEntity, PERSONAS.lufengSupervisor]) {
    const { items } = await send<{ items: Made[] }>(page, 'GET', `/users?q=${username}`);
    await send(page, 'POST', `/projects/${project.id}/people`, { accountId: items[0]?.id });
  }

  await test.step('实施单位报告完工，附改造前、改造后照片；没有信号时说明，再按一次就好', async () => {
    const entity = await onSite(PERSONAS.lufengEntity);
    await entity.goto(works);
    await entity.getByRole('region', { name: '1栋' }).getByRole('checkbox').first().check();
    await entity.getByRole('button', { name: '报告完工' }).click();
    const form = entity.getByRole('dialog', { name: '报告 1 项完工' });
    await expect(form.getByLabel('完工日期')).toHaveValue(day);
    await form.getByLabel('改造前照片 选择照片').setInputFiles(await photo('IMG_1.jpg', '#a77'));
    await form.getByLabel('改造后照片 选择照片').setInputFiles(await photo('IMG_2.jpg', '#7a7'));
    await expect(form.getByAltText('改造后照片预览')).toBeVisible();
    await seemly(entity, '报告完工');
    await entity.context().setOffline(true);
    await form.getByRole('button', { name: '报告完工' }).click();
    await expect(form.getByText('“IMG_1.jpg”没有传上去')).toBeVisible();
    await entity.context().setOffline(false);
    await form.getByRole('button', { name: '报告完工' }).click();
    await said(entity, '已报告 1 项完工');
    for (const what of ['改造前照片', '改造后照片']) {
      const small = entity.getByRole('link', { name: new RegExp(`^1栋 .*：${what}$`) });
      await expect(small.getByRole('img')).toBeVisible();
      const href = (await small.getAttribute('href')) ?? '';
      expect((await entity.request.get(href)).headers()['content-type']).toBe('image/jpeg');
    }
    await seemly(entity, '完工照片');
    await entity.context().close();
  });

  await test.step('监理登记问题，附照片；实施单位之外的人也看得到', async () => {
    const supervisor = await onSite(PERSONAS.lufengSupervisor);
    await supervisor.goto(works);
    await supervisor.getByRole('button', { name: '登记问题' }).click();
    const form = supervisor.getByRole('dialog', { name: '登记问题' });
    await form.getByLabel('部位').fill('1栋屋面');
    await form.getByRole('textbox', { name: /^问题/ }).fill('泛水高度不足');
    await form.getByLabel('整改期限').fill(day);
    await form.getByLabel('问题照片 选择照片').setInputFiles(await photo('说明.txt', '#77a'));
    await expect(form.getByText(/“说明.txt”不是可接受的类型/)).toBeVisible();
    await form.getByLabel('问题照片 选择照片').setInputFiles(await photo('IMG_3.jpg', '#77a'));
    await form.getByRole('button', { name: '登记问题' }).click();
    await said(supervisor, '检查问题已登记');
    await supervisor.context().close();
    await page.goto(works);
    await expect(page.getByRole('link', { name: '问题照片：泛水高度不足' }).getByRole('img')).toBeVisible();
    await seemly(page, '建设');
  });

  await test.step('社区看到单位的名称', async () => {
    await community.goto(`/projects/${project.id}`);
    await expect(community.getByText(builder.name).first()).toBeVisible();
    await community.context().close();
  });
});
