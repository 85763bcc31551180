import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { OfficialPaperList } from '@/lib/domain/papers/official/schema';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { send, test } from './steps/office';
import { signIn } from './steps/people';

const papers = (page: Page, query = '') => send<OfficialPaperList>(page, 'GET', `/official-papers?limit=100${query}`);
/** On a phone the conditions stand behind a button. */
async function conditions(page: Page) {
  const fold = page.getByRole('button', { name: /^条件|^筛选/ });
  if (await fold.isVisible()) await fold.click();
}

test('公文与表格：州里按种类找到月度汇总表，下载，打开它的月份；县领导看不到别的县市', async ({ page, desk }) => {
  await signIn(page, PERSONAS.prefectureBureau);
  const { items: months, kinds } = await papers(page, '&kind=countyMonth');
  const count = kinds.find(({ kind }) => kind === 'countyMonth')?.count;
  const [first] = months;
  const row = page
    .getByRole('row')
    .or(page.getByRole('listitem'))
    .filter({ hasText: first?.title ?? '' });

  await test.step('从导航打开，按种类筛选，只剩这一种', async () => {
    await page.goto('/papers');
    await expect(page.getByRole('heading', { level: 1, name: '公文与表格' })).toBeVisible();
    await seemly(page, '公文与表格');
    await conditions(page);
    await page.getByLabel('种类').selectOption({ label: `月度汇总表（月报）（${count}）` });
    await expect(page).toHaveURL(/kind=countyMonth/);
    await expect(row.first()).toBeVisible();
    await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
  });

  await test.step('下载 Word 文件，打开记录', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row
        .first()
        .getByRole('link', { name: `Word：${first?.title}` })
        .click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-月度汇总\.docx$/);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
    await row.first().getByRole('link', { name: first?.title, exact: true }).click();
    await expect(page).toHaveURL(/\/progress\?month=/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  const other = months.find(({ county }) => county?.name !== '禄丰市')?.county;
  const leader = await desk(PERSONAS.lufengLeader);
  await test.step('县领导只有自己县市和州级的公文，别的县市写进网址也没有', async () => {
    const { items } = await papers(leader);
    expect(new Set(items.map(({ county }) => county?.name ?? '州级'))).toEqual(new Set(['禄丰市', '州级']));
    await leader.goto(`/papers?county=${other?.id}`);
    await expect(leader.getByText('没有公文')).toBeVisible();
  });
});
