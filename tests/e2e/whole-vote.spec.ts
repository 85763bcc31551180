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
  '一轮表决走到底：打印意见表，断网登记，手机关掉，送出，居民不用账号看公示、查回执，漏登的一户凭异议补登，认定',
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
    let forgotten = { formNo: '', receipt: '' };

    await test.step('意见表印好：每户一张，有编号和回执码', async () => {
      const { batch } = await send<{ batch: number }>(page, 'POST', `/rounds/${round.id}/forms`, {});
      await page.goto(`${path}/forms/${batch}`);
      const sheet = ((await page.getByRole('main').textContent()) ?? '').replaceAll('\u2011', '-');
      const all = (pattern: RegExp) => [...new Set(sheet.match(pattern))];
      const formNos = all(/\d{6}-\d{4,5}-1-1-\d{5}-[0-9A-Z]/g);
      const receipts = all(/\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b/g);
      [formNo = '', receipt = ''] = [formNos[0], receipts[0]];
      forgotten = { formNo: formNos.at(-1) ?? '', receipt: receipts.at(-1) ?? '' };
      expect(formNo, 'the first sheet is of 1栋 1单元 101').toMatch(/-00001-/);
      expect(forgotten.formNo, 'the last of 2栋 1单元 201').toMatch(/-00004-/);
      expect(receipts).toHaveLength(4);
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

    await test.step('还有两户在桌前登记，一户交了表却漏登，镇里复核，社区截止', async () => {
      const homes = await homesOf(officer, round.id);
      const rest = homes.filter(({ choice }) => choice === null).map(({ id }) => id);
      expect(rest).toHaveLength(3);
      const ballots = rest.slice(0, 2).map((householdId) => ({ householdId, choice: 'agree', channel: 'door' }));
      await send(officer, 'POST', `/rounds/${round.id}/ballots`, { source: 'many', ballots });
      const checks = (await homesOf(officer, round.id))
        .filter(({ ballotId }) => ballotId)
        .map(({ ballotId }) => ({ ballotId, verdict: 'right' }));
      await send(town, 'POST', `/rounds/${round.id}/checks`, { checks });
      await officer.goto(path);
      await expect(officer.getByRole('img', { name: /^同意户数：3，共 4 户，75.00%，已达到/ })).toBeVisible();
      await expect(officer.getByRole('img', { name: /^同意面积：240.00，共 320.00 ㎡，75.00%，已达到/ })).toBeVisible();
      await officer.getByRole('button', { name: '截止表决' }).click();
      await officer.getByRole('alertdialog').getByRole('button', { name: '截止表决' }).click();
      await expect(officer.getByText('已截止，初步结果：通过。')).toBeVisible();
      const { items } = await send<{ items: CallBackRow[] }>(town, 'GET', `/rounds/${round.id}/call-backs`);
      expect(items).toHaveLength(3);
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

    await test.step('漏登的一户凭回执码提异议；社区查到原表，拍照补登，镇里复核', async () => {
      await resident.goto(`${RESIDENTS}/receipt/${forgotten.receipt.replaceAll('-', '')}`);
      await expect(resident.getByRole('main')).toContainText('2栋 1 单元 201');
      await expect(resident.getByRole('main')).toContainText('未交回');
      await resident.getByLabel('您的意见').fill('我家交了表，没有登记');
      await resident.getByRole('button', { name: '提交' }).click();
      await expect(resident.getByText('已经收到您的意见')).toBeVisible();

      await officer.goto(`/notices/${notice.id}#objections`);
      await expect(officer.getByText('2栋 1单元 201，现在登记：没有表决票')).toBeVisible();
      await officer.getByRole('button', { name: '答复', exact: true }).click();
      const dialog = officer.getByRole('dialog', { name: '答复异议' });
      await dialog.getByRole('radio', { name: '异议成立' }).check();
      await expect(dialog.getByLabel('意见表编号')).toHaveCount(0);
      await dialog.getByLabel('这一户的表决票').selectOption({ label: '补登为“不同意”' });
      await expect(dialog.getByLabel('意见表编号')).toHaveValue(forgotten.formNo);
      await dialog.getByLabel('答复内容').fill('查到原表，登记时漏了这一户。');
      await dialog.getByRole('button', { name: '提交答复' }).click();
      await expect(dialog.getByText('没有原表照片。补登的票须有意见表照片为证，请拍照上传。').first()).toBeVisible();
      await expect(dialog.getByText(/^没有写收集日期/).first()).toBeVisible();
      await seemly(officer, 'answer: record');
      await dialog
        .getByLabel('意见表照片')
        .setInputFiles({ name: '原表.png', mimeType: 'image/png', buffer: await formPhoto(forgotten.formNo) });
      await expect(dialog.getByRole('img', { name: /意见表照片/ })).toBeVisible();
      const day = dialog.getByLabel('收集日期');
      await day.fill((await day.getAttribute('max')) ?? '');
      await dialog.getByRole('button', { name: '提交答复' }).click();
      await said(officer, '已答复');
      await expect(officer.getByText('交来的票已补登为“不同意”')).toBeVisible();

      const ballotId = (await homesOf(officer, round.id)).find(({ choice }) => choice === 'disagree')?.ballotId;
      await officer.goto(`${path}/grid?home=${(await homesOf(officer, round.id)).at(-1)?.id}`);
      await expect(officer.getByText('异议处理').first()).toBeVisible();
      await send(town, 'POST', `/rounds/${round.id}/checks`, { checks: [{ ballotId, verdict: 'right' }] });
      await resident.reload();
      await expect(resident.getByRole('main')).toContainText('不同意');
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
