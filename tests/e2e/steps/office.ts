import { test as base, expect, type Page, type TestInfo } from '@playwright/test';
import pg from 'pg';
import type { Role } from '@/lib/domain/accounts/roles';
import type { Persona } from '../../support/personas';
import { signIn } from './people';

/** For a journey in which the width of the screen decides nothing: it is made once, at the desk. */
export const ONE_DESK = { tag: '@desk' };

/** A name of this run's own: desktop and phone share one database, and a journey can be run again. */
export const ownName = (info: TestInfo, name: string) =>
  `${name}${info.project.name === 'phone' ? '乙' : '甲'}${Date.now().toString(36).slice(-5)}`;

/** What lies ready before a journey begins is put there through the product's own interface. */
export async function send<T>(page: Page, method: string, path: string, data?: object, version?: number): Promise<T> {
  const headers = { 'x-anju-request': '1', ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, data, headers });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

export interface Registered {
  id: string;
  name: string;
  version: number;
}

/** A compound with its buildings, each with two homes. */
export async function register(
  page: Page,
  name: string,
  buildings: readonly string[] = [],
  place: { communityId?: string; subdistrictId?: string } = {},
): Promise<Registered> {
  const compound = await send<Registered>(page, 'POST', '/compounds', { name, yearBuilt: 1996, ...place });
  for (const building of buildings) {
    const { id } = await send<Registered>(page, 'POST', '/buildings', { compoundId: compound.id, name: building });
    for (const room of ['101', '102'])
      await send(page, 'POST', '/households', {
        buildingId: id,
        room,
        unitNo: '1',
        storey: 1,
        exclusiveArea: '80.00',
        owners: [{ kind: 'person', name: '李春梅', phone: '13900001111' }],
      });
  }
  return compound;
}

export interface Account {
  id: string;
  username: string;
  displayName: string;
  password: string;
}

/** An account of 禄丰市 with a one-time password. */
export async function account(page: Page, info: TestInfo, role: Role): Promise<Account> {
  const { items } = await send<{ items: Registered[] }>(page, 'GET', '/units?kind=county&q=532302');
  const username = ownName(info, 'lf.').replace('甲', 'a').replace('乙', 'b');
  const given = { username, displayName: `禄丰市 ${username}`, password: 'One-time-2026-lufeng' };
  const { id } = await send<{ id: string }>(page, 'POST', '/users', { ...given, role, unitId: items[0]?.id });
  return { id, ...given };
}

/** Opens a second desk in another browser, where somebody is signed in or nobody yet; cleared when the journey is over. */
export type Desks = { desk: (person?: Persona) => Promise<Page> };

export const test = base.extend<Desks>({
  desk: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (person) => {
      const page = await browser.newPage();
      pages.push(page);
      if (person) await signIn(page, person);
      return page;
    });
    for (const page of pages) await page.close();
  },
});

/** The passing note at the edge of the screen that says what was done. */
export const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('region', { name: '提示消息' }).getByText(words).first()).toBeVisible();

const DAY = 86_400_000;

/** Days pass for the whole application, and come back when the story is told. */
export async function afterDays(count: number, story: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  const shift = (ms: number) => owner.query('UPDATE anju_clock SET shift_ms = shift_ms + $1', [ms]);
  try {
    await shift(count * DAY);
    await story();
  } finally {
    await shift(-count * DAY);
    await owner.end();
  }
}
