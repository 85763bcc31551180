import { expect, type Page } from '@playwright/test';
import type { CallBackRow, RoundView } from '@/lib/domain/votes/answers';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { card, crash, formPhoto, homesOf, openHome, openRound, takeAlong, uploadPhoto } from './steps/field';
import { afterDays, ONE_DESK, ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const RESIDENTS = process.env.ANJU_E2E_PUBLIC_URL ?? '';

const roundOf = (page: Page, id: string) => send<RoundView>(page, 'GET', `/rounds/${id}`);

test(
  '一轮表决走到底：打印意见表，断网登记，手机关掉，送出，认定，居民不用账号看公示、查回执',
  ONE_DESK,
  async ({ page, desk, browser }, info) => {
    test.setTimeout(300_000);
    const clerk = await desk(PERSONAS.lufengClerk);
    const town = await desk(PERSONAS.lufengTown);
    await signIn(page, PERSONAS.lufengCommunity);
    const round = await openRound(clerk, page, ownName(info, '一票到底苑'));
    const path = `/votes/${round.id}`;
    let formNo = '';
    let receipt = '';

    await test.step('意见表印好：每户一张，有编号和回执码', async () => {
      const { batch } = await send<{ batch: number }>(page, 'POST', `/rounds/${round.id}/forms`, {});
      await page.goto(`${path}/forms/${batch}`);
      const sheet = ((await page.getByRole('main').textContent()) ?? '').replaceAll('\u2011', '-');
      formNo = /\d{6}-\d{4,5}-1-1-\d{5}-[0-9A-Z]/.exec(sheet)?.[0] ?? '';
      receipt = /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b/.exec(sheet)?.[0] ?? '';
      expect(formNo, 'the first sheet is of 1栋 1单元 101').toMatch(/-00001-/);
      expect(receipt).toHaveLength(19);
    });

    await takeAlong(page, round);
    const context = page.context();
    await context.setOffline(true);
    await test.step('没有网络：登记一户，填意见表编号', async () => {
      await card(page, round.name).getByRole('link', { name: '开始登记' }).click();
      const sheet = await openHome(page, '1栋', '101');
      await sheet.getByRole('button', { name: '同意', exact: true }).click();
      await sheet.getByLabel('表单编号').fill(formNo.toLowerCase());
      await sheet
        .getByLabel('表单照片')
        .setInputFiles({ name: '表单.png', mimeType: 'image/png', buffer: await formPhoto(formNo) });
      await expect(sheet.getByRole('img', { name: '已拍的照片' })).toBeVisible();
      await sheet.getByRole('button', { name: '保存登记' }).click();
      await said(page, '已记在本机：1栋 1单元 101');
    });
    await crash(page);
    const officer = await context.newPage();
    await officer.goto('/field');
    await expect(officer.getByRole('status').getByText('1 条待送出')).toBeVisible();
    await context.setOffline(false);
    await expect(officer.getByText('已送出（1）')).toBeVisible({ timeout: 45_000 });

    await test.step('其余三户在桌前登记，镇里复核，社区截止', async () => {
      const homes = await homesOf(officer, round.id);
      const rest = homes.filter(({ choice }) => choice === null).map(({ id }) => id);
      expect(rest).toHaveLength(3);
      const ballots = rest.map((householdId, at) => ({
        householdId,
        choice: at < 2 ? 'agree' : 'disagree',
        channel: 'door',
      }));
      await send(officer, 'POST', `/rounds/${round.id}/ballots`, { source: 'many', ballots });
      const checks = (await homesOf(officer, round.id)).map(({ ballotId }) => ({ ballotId, verdict: 'right' }));
      await send(town, 'POST', `/rounds/${round.id}/checks`, { checks });
      await officer.goto(path);
      await expect(officer.getByRole('img', { name: /^同意户数：3，共 4 户，75.00%，已达到/ })).toBeVisible();
      await expect(officer.getByRole('img', { name: /^同意面积：240.00，共 320.00 ㎡，75.00%，已达到/ })).toBeVisible();
      await officer.getByRole('button', { name: '截止表决' }).click();
      await officer.getByRole('alertdialog').getByRole('button', { name: '截止表决' }).click();
      await expect(officer.getByText('已截止，初步结果：通过。')).toBeVisible();
      const { items } = await send<{ items: CallBackRow[] }>(town, 'GET', `/rounds/${round.id}/call-backs`);
      expect(items).toHaveLength(4);
      for (const { householdId } of items)
        await send(town, 'PUT', `/rounds/${round.id}/call-backs/${householdId}`, { outcome: 'confirmed' }, 1);
    });

    const notice = await send<{ id: string; version: number; title: string }>(officer, 'POST', '/notices', {
      kind: 'result',
      roundId: round.id,
    });
    await send(officer, 'POST', `/notices/${notice.id}/publish`, undefined, notice.version);
    const photo = { fileId: await uploadPhoto(officer, notice.title), place: '小区大门' };
    await send(officer, 'POST', `/notices/${notice.id}/photos`, photo);

    const resident = await browser.newPage({ locale: 'zh-CN' });
    await test.step('居民不用账号：看公示，凭回执码看自己家，公示期内可以提异议', async () => {
      await resident.goto(`${RESIDENTS}/gongshi/${notice.id}`);
      await expect(resident.getByRole('article')).toContainText('核验信息：轮次编号');
      await expect(resident.getByRole('article')).not.toContainText('李春梅');
      await seemly(resident, 'result notice');
      await resident.goto(`${RESIDENTS}/receipt`);
      await resident.getByLabel('回执码').fill(receipt.toLowerCase());
      await resident.getByRole('button', { name: '查询' }).click();
      const main = resident.getByRole('main');
      await expect(main).toContainText('同意');
      await expect(main).toContainText(round.name);
      await expect(main).toContainText('1栋 1 单元 101');
      await expect(main).not.toContainText('李');
      await expect(main).toContainText('登记得不对');
      await seemly(resident, 'receipt');
      expect((await resident.context().cookies()).map(({ name }) => name)).toEqual([]);
    });

    await afterDays(8, async () => {
      await signIn(officer, PERSONAS.lufengCommunity);
      const { version } = await send<{ version: number }>(officer, 'GET', `/notices/${notice.id}`);
      await send(officer, 'POST', `/notices/${notice.id}/complete`, undefined, version);
      await officer.goto(path);
      await expect(officer.getByText('由县市住建局认定。', { exact: true })).toBeVisible();
      await signIn(clerk, PERSONAS.lufengClerk);
      await clerk.goto(path);
      await clerk.getByRole('button', { name: '认定结果' }).click();
      await clerk.getByRole('alertdialog').getByRole('button', { name: '认定结果' }).click();
      await expect(clerk.getByText('已认定：通过')).toBeVisible();
      await seemly(clerk, 'certified round');
      expect(await roundOf(clerk, round.id)).toMatchObject({ status: 'certified', outcome: 'passed' });
      await resident.goto(`${RESIDENTS}/receipt/${receipt.replaceAll('-', '')}`);
      await expect(resident.getByRole('main')).toContainText('同意');
      await expect(resident.getByText('登记得不对')).toHaveCount(0);
    });
    await resident.close();
  },
);
