import { expect } from '@playwright/test';
import type { NewsCounts } from '@/lib/domain/news/schema';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { ownName, said, send, test } from './steps/office';
import { signIn } from './steps/people';
import { dayOf } from './steps/project';

test('新闻信息：县里报送网页和文件，撤回一条；州里看到，考核标准随之计算', async ({ page, desk }, info) => {
  const carried = ownName(info, '老旧小区改造惠民生');
  const praised = ownName(info, '关于表扬改造先进单位的通报');
  await signIn(page, PERSONAS.lufengClerk);
  const year = (await dayOf(page)).slice(0, 4);
  const found = async () => {
    const { items } = await send<{ items: NewsCounts[] }>(page, 'GET', `/news/counts?year=${year}`);
    return items[0]?.criteria.find(({ code }) => code === '11.1')?.found ?? 0;
  };
  const before = await found();
  const row = (title: string) => page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: title });

  await test.step('没有链接也没有文件，说明要什么；补上网页链接就报送', async () => {
    await page.goto('/news');
    await page.getByRole('button', { name: '报送', exact: true }).click();
    const form = page.getByRole('dialog', { name: '报送新闻信息' });
    await form.getByLabel('类别').selectOption({ label: '新闻报道' });
    await form.getByLabel('级别').selectOption({ label: '省级' });
    await form.getByLabel('标题').fill(carried);
    await form.getByLabel('媒体种类').selectOption({ label: '报刊' });
    await form.getByLabel('媒体名称').fill('云南日报');
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await expect(form.getByText(/请填写网页链接，或上传刊载的文件、照片/)).toBeVisible();
    await seemly(page, '报送新闻');
    await form.getByLabel('网页链接').fill(`https://news.example.cn/${encodeURIComponent(carried)}`);
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await expect(form).toBeHidden();
    await said(page, '已报送');
    await expect(page.getByText(carried).filter({ visible: true }).first()).toBeVisible();
  });

  await test.step('表扬要写文号和机关，附上文件；同一网页不能报两次', async () => {
    await page.getByRole('button', { name: '报送', exact: true }).click();
    const form = page.getByRole('dialog', { name: '报送新闻信息' });
    await form.getByLabel('类别').selectOption({ label: '州级以上表扬' });
    await form.getByLabel('级别').selectOption({ label: '州级' });
    await form.getByLabel('标题').fill(praised);
    await form.getByLabel('文号').fill('楚政通〔2020〕9号');
    await form.getByLabel('发文机关').fill('楚雄州人民政府');
    await form.getByLabel('网页链接').fill(`http://www.news.example.cn/${encodeURIComponent(carried)}/`);
    await form.locator('input[type=file]').setInputFiles({
      ...{ name: '通报.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from(`%PDF-1.4\n% ${praised}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`),
    });
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await expect(form.getByText(`这个链接已经报送过：“${carried}”`)).toBeVisible();
    await form.getByLabel('网页链接').fill('');
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await expect(form).toBeHidden();
    await said(page, '已报送');
    await page.goto(`/news?q=${encodeURIComponent(praised)}`);
    await expect(row(praised).getByRole('link', { name: /通报\.pdf/ })).toBeVisible();
    await seemly(page, '新闻信息');
    expect(await found()).toBe(before + 2);
  });

  await test.step('报错的撤回，写明原因；标准里少一条', async () => {
    await page.getByRole('button', { name: `撤回“${praised}”` }).click();
    const ask = page.getByRole('dialog');
    await ask.getByRole('textbox').fill('表扬的是别的县市');
    await ask.getByRole('button', { name: '撤回', exact: true }).click();
    await said(page, '已撤回');
    await expect(row(praised).getByText('表扬的是别的县市')).toBeVisible();
    await expect(page.getByRole('button', { name: `撤回“${praised}”` })).toHaveCount(0);
    expect(await found()).toBe(before + 1);
  });

  await test.step('州里看到报送的和撤回的，别的县看不到', async () => {
    const bureau = await desk(PERSONAS.prefectureBureau);
    await bureau.goto(`/news?q=${encodeURIComponent(carried)}`);
    const link = bureau.getByRole('main').getByRole('link', { name: '打开链接' });
    await expect(link).toHaveAttribute('href', /^https:\/\/news\.example\.cn\//);
    await expect(bureau.getByRole('button', { name: '报送', exact: true })).toHaveCount(0);
    await seemly(bureau, '州里看新闻信息');
    await bureau.goto(`/news?q=${encodeURIComponent(praised)}&status=withdrawn`);
    await expect(bureau.getByText('表扬的是别的县市').first()).toBeVisible();
    const neighbour = await desk(PERSONAS.shuangbaiClerk);
    await neighbour.goto(`/news?q=${encodeURIComponent(carried)}`);
    await expect(neighbour.getByText('换个条件再找。')).toBeVisible();
  });
});
