import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { PERSONAS } from '../../support/personas';
import { type Registered, register, send } from './office';
import { writePlan } from './project';

/** What is written on a page as a sum: 1,000.10 → fen. */
export const fen = (text: string | null): bigint => BigInt((text ?? '').replace(/[^\d-]/g, ''));

/** Before those that other journeys plan, after those of the demonstration. */
const LAST_YEARS = Array.from({ length: 11 }, (_, at) => 2029 + at);

/** The year that the offices work in. */
export async function currentYear(page: Page): Promise<number> {
  const { items } = await send<{ items: { year: number; current: boolean }[] }>(page, 'GET', '/programme/years');
  const year = items.find(({ current }) => current)?.year;
  if (!year) throw new Error('no current year');
  return year;
}

/** A year that nobody has used. */
export async function freshYear(bureau: Page): Promise<number> {
  const { items } = await send<{ items: { year: number; rulebook: { id: string } }[] }>(
    bureau,
    'GET',
    '/programme/years',
  );
  const used = new Set(items.map(({ year }) => year));
  const year = LAST_YEARS.find((one) => !used.has(one));
  if (!year) throw new Error('every year is used');
  await send(bureau, 'POST', '/programme/years', {
    ...{ year, rulebookId: items[0]?.rulebook.id, targetShare: 100 },
    ...{ startBy: `${year}-02-28`, completeBy: `${year}-06-30` },
  });
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

/** The year's plan, confirmed with these projects: how it is made has a journey of its own. */
export async function plannedYear(year: number, projectIds: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO annual_plan (prefecture_id, programme_year_id, no, title, weights, created_by)
       SELECT y.prefecture_id, y.id, 1, '年度计划', '{}', a.id FROM programme_year y, account a WHERE y.year = $1 AND a.username = $2 RETURNING id`,
      [year, PERSONAS.prefectureBureau.username],
    );
    const id = rows[0]?.id;
    await owner.query(
      `INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen) SELECT $1, id, county_id, true FROM project WHERE id = ANY($2)`,
      [id, projectIds],
    );
    await owner.query(
      `UPDATE annual_plan SET status = 'confirmed', document_no = '1号', document_on = '2020-03-01', confirmed_at = anju_now(), confirmed_by = created_by WHERE id = $1`,
      [id],
    );
  } finally {
    await owner.end();
  }
}

/** A project of a year with what its funding plan names, yuan by 'source' or 'source/kind'; it has no compound plan yet. */
export async function fundedProject(
  clerk: Page,
  name: string,
  { year, plan }: { year: number; plan: Readonly<Record<string, string>> },
): Promise<string> {
  const compound = await register(clerk, `${name}苑`);
  const { id } = await send<Registered>(clerk, 'POST', '/projects', { name, year, compoundIds: [compound.id] });
  for (const [money, amount] of Object.entries(plan)) {
    const [source, kind = null] = money.split('/');
    await send(clerk, 'POST', `/projects/${id}/funding`, { source, kind, amount });
  }
  return id;
}
