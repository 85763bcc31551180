import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { BallotView, VoteHome } from '@/lib/domain/votes/answers';
import { type Registered, send } from './office';

export interface OpenRound {
  id: string;
  name: string;
}

/** A compound of the officer's own community with two buildings, each with these homes, whose first vote is being prepared. */
export async function draftRound(clerk: Page, officer: Page, name: string, rooms: readonly string[]) {
  const me = await send<{ unit: { id: string } }>(officer, 'GET', '/me');
  const community = await send<{ parentId: string }>(clerk, 'GET', `/units/${me.unit.id}`);
  const place = { communityId: me.unit.id, subdistrictId: community.parentId };
  const compound = await send<Registered>(clerk, 'POST', '/compounds', { name, yearBuilt: 1996, ...place });
  for (const building of ['1栋', '2栋']) {
    const { id } = await send<Registered>(clerk, 'POST', '/buildings', { compoundId: compound.id, name: building });
    for (const room of rooms)
      await send(clerk, 'POST', '/households', {
        buildingId: id,
        room,
        unitNo: '1',
        storey: Number(room[0]),
        exclusiveArea: '80.00',
        owners: [{ kind: 'person', name: '李春梅', phone: '13900001111' }],
      });
  }
  return send<Registered>(officer, 'POST', '/rounds', { compoundId: compound.id, round: 1 });
}

/** The same with two homes in each building, and the vote is open. */
export async function openRound(
  clerk: Page,
  officer: Page,
  name: string,
  rooms: readonly string[] = ['101', '201'],
): Promise<OpenRound> {
  const draft = await draftRound(clerk, officer, name, rooms);
  await send(officer, 'POST', `/rounds/${draft.id}/open`, undefined, draft.version);
  return { id: draft.id, name };
}

/** Takes the round along, and waits until the page would open without a network. */
export async function takeAlong(page: Page, { name }: OpenRound) {
  await page.goto('/field');
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '带走' }).click();
  await expect(card(page, name)).toBeVisible();
  await expect(page.getByText('没有网络也能打开本页')).toBeVisible({ timeout: 30_000 });
}

export const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name });

export async function openHome(page: Page, building: string, room: string) {
  await page.getByRole('navigation', { name: '楼栋' }).getByRole('button', { name: building }).click();
  await page.getByRole('link', { name: new RegExp(`^${room}`) }).click();
  return page.getByRole('dialog', { name: new RegExp(`${building}.*${room}`) });
}

/** Every household as the server knows it. */
export const homesOf = async (page: Page, roundId: string): Promise<VoteHome[]> =>
  (await send<{ homes: VoteHome[] }>(page, 'GET', `/rounds/${roundId}/package`)).homes;

export const ballotsOf = async (page: Page, roundId: string, householdId: string): Promise<BallotView[]> =>
  (await send<{ items: BallotView[] }>(page, 'GET', `/rounds/${roundId}/households/${householdId}/ballots`)).items;

/** The page dies as a page does when the phone runs out of memory: nothing of it may say goodbye. */
export async function crash(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const died = page.waitForEvent('crash');
  void cdp.send('Page.crash').catch(() => {});
  await died;
  await page.close();
}

/** The device's stores, by name. */
export const stores = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

/** A paper as it looks when it was photographed: with these words on it, so that no two are the same picture. */
export const formPhoto = (words: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#fdfcf7"/><text x="60" y="120" font-size="40">${words}</text></svg>`,
    ),
  )
    .png()
    .toBuffer();

export async function uploadPhoto(page: Page, words: string): Promise<string> {
  const answer = await page.request.post('/api/v1/files?purpose=photo', {
    data: await formPhoto(words),
    headers: {
      'x-anju-request': '1',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('照片.png'),
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
