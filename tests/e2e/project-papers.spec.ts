import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import pg from 'pg';
import sharp from 'sharp';
import { PERSONAS } from '../support/personas';
import { planOfCompound, projectOfCompound } from '../support/project-of-compound';
import { seemly } from './steps/access';
import { ownName, register, said, send, test } from './steps/office';
import { signIn } from './steps/people';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const paper = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([PDF, Buffer.from(name)]),
});

/** A project of the compound that has just been built, with its final plan. */
async function built(compoundId: string, name: string): Promise<string> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    await planOfCompound(owner, compoundId, ['C-R05', 'C-R07']);
    return await projectOfCompound(owner, compoundId, { name, stage: 9, completedOn: '2020-06-01' });
  } finally {
    await owner.end();
  }
}

const dialog = (page: Page) => page.getByRole('dialog');

test('从验收到回访：资料、各方意见、结论、决算、移交清单、检查', async ({ page }, info) => {
  test.setTimeout(240_000);
  await signIn(page, PERSONAS.lufengClerk);
  const name = ownName(info, '文化路片区');
  const compound = await register(page, name);
  const id = await built(compound.id, `${name}改造项目`);

  await test.step('联合竣工验收：缺一方不能通过，逐方登记意见后通过', async () => {
    await page.goto(`/projects/${id}/acceptance`);
    await page.getByRole('button', { name: '组织验收' }).click();
    await dialog(page).getByLabel('验收日期').fill('2020-06-10');
    await dialog(page).getByLabel('地点').fill('小区门口');
    await dialog(page).getByRole('button', { name: '组织验收' }).click();
    await said(page, '已保存');
    await page.getByRole('button', { name: '作出结论' }).click();
    await dialog(page).getByRole('button', { name: '通过验收' }).click();
    await expect(dialog(page).getByText('还没有登记“社区”的意见')).toBeVisible();
    await seemly(page, 'conclude: refused');
    await page.keyboard.press('Escape');
    for (const party of ['县市住建局', '相关部门', '参建单位', '镇政府', '社区', '业主委员会或居民自治小组']) {
      await page
        .getByRole('button', { name: `登记意见 ${party}` })
        .first()
        .click();
      await dialog(page).getByLabel('单位名称').fill(`禄丰市${party}`);
      if (party === '相关部门') {
        await dialog(page).getByRole('radio', { name: '整改落实后同意' }).check();
        await dialog(page).getByLabel('具体意见').fill('补齐消防验收资料');
      }
      await dialog(page)
        .locator('input[type=file]')
        .setInputFiles(paper(`${party}.pdf`));
      await dialog(page).getByRole('button', { name: '登记意见' }).click();
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.getByText(`禄丰市${party}`, { exact: true })).toBeVisible();
    }
    // without the message of the last step, which lies over a button at phone width
    await page.reload();
    // from the top: what the bar of the frame covers is no target
    await page.evaluate(() => window.scrollTo(0, 0));
    await seemly(page, 'acceptance');
    await page.getByRole('button', { name: '作出结论' }).click();
    await dialog(page)
      .getByLabel(/落实情况/)
      .fill('已补齐并归档');
    await dialog(page).getByRole('button', { name: '通过验收' }).click();
    await expect(page.getByText('禄丰市相关部门所提意见的落实情况：已补齐并归档')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '验收意见书' }).click();
    expect((await download).suggestedFilename()).toContain('联合竣工验收意见书.docx');
  });

  await test.step('归档决算：文号必填，第二版替代第一版，资料包里是现行的', async () => {
    await page.goto(`/projects/${id}/papers#finalAccount`);
    await seemly(page, 'papers');
    const file = async (button: string, no: string | null) => {
      await page.getByRole('button', { name: `${button} 竣工财务决算` }).click();
      if (no !== null) {
        await dialog(page).getByLabel('文号').fill(no);
        await dialog(page).getByLabel('发文日期').fill('2020-06-20');
        await dialog(page).getByLabel('发文机关').fill('禄丰市住建局');
      }
      await dialog(page)
        .locator('input[type=file]')
        .setInputFiles(paper(`决算${no ?? ''}.pdf`));
      await dialog(page).getByRole('button', { name: '归档' }).click();
    };
    await file('上传', null);
    await expect(dialog(page).getByText('“竣工财务决算”须填写文号。')).toBeVisible();
    await seemly(page, 'papers: refused');
    await page.keyboard.press('Escape');
    await file('上传', '1号');
    await said(page, '已归档：竣工财务决算');
    await file('上传新版本', '2号');
    await expect(page.getByText('以前的版本（1）')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载移交资料包' }).click();
    const packed = unzipSync(new Uint8Array(await readFile(await (await download).path())));
    expect(Object.keys(packed)).toEqual(['资料目录.xlsx', '09 项目验收/09-01 竣工财务决算.pdf']);
    await page.goto(`/projects/${id}/acceptance#account`);
    await page.getByRole('button', { name: '填写金额' }).click();
    await dialog(page).getByLabel('决算金额').fill('418,000');
    await dialog(page).getByRole('button', { name: '保存金额' }).click();
    await expect(page.getByText('418,000.00 元')).toBeVisible();
  });

  await test.step('后续管理：物业、移交清单（管线归运营单位）、回访检查', async () => {
    await page.goto(`/projects/${id}/aftercare`);
    await seemly(page, 'aftercare');
    await page.getByRole('button', { name: '填写' }).click();
    await dialog(page).getByLabel('物业服务企业', { exact: false }).last().fill('鸿源物业');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('由鸿源物业接管')).toBeVisible();
    await page.getByRole('button', { name: '列入清单 雨污管网' }).click();
    await dialog(page).getByLabel('维护单位类别').selectOption({ label: '物业服务企业' });
    await dialog(page)
      .getByLabel(/^维护单位(?!类别)/)
      .fill('排水公司');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await expect(dialog(page).getByText('应由管线运营单位维护')).toBeVisible();
    await dialog(page).getByLabel('维护单位类别').selectOption({ label: '管线运营单位' });
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('排水公司')).toBeVisible();
    await page.getByRole('button', { name: '登记结果 验收后第 6 个月' }).click();
    await dialog(page).getByLabel('检查日期').fill('2020-12-08');
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a8' } })
      .jpeg()
      .toBuffer();
    await dialog(page)
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo });
    await dialog(page).getByRole('button', { name: '保存结果' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText('良好')).toBeVisible();
    await page.reload();
    await seemly(page, 'aftercare: recorded');
    const { items } = await send<{ items: { kind: string; href: string }[] }>(page, 'GET', '/tasks');
    expect(items.filter(({ kind, href }) => kind === 'aftercareCheck' && href.includes(id))).toHaveLength(2);
  });
});
