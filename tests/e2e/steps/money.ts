import { expect, type Page } from '@playwright/test';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { type Registered, send } from './office';
import { writePlan } from './project';

interface Found {
  items: { id: string; name: string }[];
}

/** What is written on a page as a sum: 1,000.10 → fen. */
export const fen = (text: string): bigint => BigInt(text.replace(/[^\d-]/g, ''));

/** The year that the offices work in. */
export async function currentYear(page: Page): Promise<number> {
  const { items } = await send<{ items: { year: number; current: boolean }[] }>(page, 'GET', '/programme/years');
  const year = items.find(({ current }) => current)?.year;
  if (!year) throw new Error('no current year');
  return year;
}

/** A compound of the officer's own community: each building by the exclusive areas of its homes. */
export async function compoundOf(
  clerk: Page,
  officer: Page,
  name: string,
  buildings: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const me = await send<{ unit: { id: string } }>(officer, 'GET', '/me');
  const { parentId } = await send<{ parentId: string }>(clerk, 'GET', `/units/${me.unit.id}`);
  const place = { communityId: me.unit.id, subdistrictId: parentId };
  const { id: compoundId } = await send<Registered>(clerk, 'POST', '/compounds', { name, yearBuilt: 1996, ...place });
  for (const [building, areas] of Object.entries(buildings)) {
    const { id } = await send<Registered>(clerk, 'POST', '/buildings', { compoundId, name: building });
    for (const [at, exclusiveArea] of areas.entries())
      await send(clerk, 'POST', '/households', {
        ...{ buildingId: id, room: String(101 + at), unitNo: '1', storey: 1, exclusiveArea },
        owners: [{ kind: 'person', name: '李春梅', phone: '13900001111' }],
      });
  }
  return compoundId;
}

/** A project of this compound with a final plan: roads, roofs and greening, and `more` of the menu. */
export async function projectWithPlan(
  clerk: Page,
  name: string,
  compoundId: string,
  more: Readonly<Record<string, object>> = {},
): Promise<string> {
  const year = await currentYear(clerk);
  const { id } = await send<Registered>(clerk, 'POST', '/projects', { name, year, compoundIds: [compoundId] });
  await writePlan(clerk, compoundId, more);
  return id;
}

/** Who pays is agreed as the rules have it. */
export async function agreeSharing(clerk: Page, projectId: string): Promise<SharingSheet> {
  const { version, missing } = await send<SharingSheet>(clerk, 'GET', `/projects/${projectId}/sharing`);
  expect(missing).toEqual([]);
  return send<SharingSheet>(clerk, 'POST', `/projects/${projectId}/sharing/agree`, undefined, version);
}

/** The project that is called so. */
export async function projectNamed(page: Page, name: string): Promise<string> {
  const { items } = await send<Found>(page, 'GET', `/projects?q=${encodeURIComponent(name)}`);
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`no project ${name}`);
  return found.id;
}
