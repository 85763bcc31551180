import * as cellsRoute from '@/app/api/v1/plans/[id]/cells/route';
import * as finalizeRoute from '@/app/api/v1/plans/[id]/finalize/route';
import * as plansRoute from '@/app/api/v1/plans/route';
import type { PlanView } from '@/lib/domain/plans/answers';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { workbookOf } from '../../support/sheets';
import { asClerk, type Make, of } from './make';

/** A draft of a compound with one building. */
async function draft(s: Stage, d: Side): Promise<PlanView> {
  const compoundId = (await s.compound(d)).id;
  await s.building(d, compoundId);
  return s.post<PlanView>(d.clerk, plansRoute, { compoundId, title: s.nameOf(d, '改造方案') });
}

const required = ({ items, buildings }: PlanView) =>
  items
    .filter(({ necessity }) => necessity === 'required')
    .flatMap(({ code, scope, unit }) =>
      (scope === 'compound' ? [null] : buildings.map(({ id }) => id)).map((buildingId) => ({
        ...{ buildingId, item: code, answer: 'todo', quantity: '12.50', unit, unitCost: '80.00' },
      })),
    );

async function filled(s: Stage, d: Side): Promise<PlanView> {
  const plan = await draft(s, d);
  const more = { params: { id: plan.id }, headers: { 'if-match': `"${plan.version}"` } };
  return s.ask<PlanView>(d.clerk, 'POST', cellsRoute.POST, { ...more, body: { cells: required(plan) } });
}

/** A final version, and a draft after it. */
async function second(s: Stage, d: Side): Promise<{ first: PlanView; next: PlanView }> {
  const plan = await filled(s, d);
  const more = { params: { id: plan.id }, headers: { 'if-match': `"${plan.version}"` } };
  const first = await s.ask<PlanView>(d.clerk, 'POST', finalizeRoute.POST, more);
  return { first, next: await s.post<PlanView>(d.clerk, plansRoute, { compoundId: plan.compound.id }) };
}

/** Of the plans: one example for every operation. */
export const PLAN_EXAMPLES: Record<string, Make> = {
  'GET /compounds/{id}/haves': asClerk(async (s, d) => ({ params: { id: (await draft(s, d)).compound.id } })),
  'PUT /compounds/{id}/haves/{have}': asClerk(async (s, d) => ({
    params: { id: (await s.compound(d)).id, have: 'culture' },
    body: { attested: true, note: '彝族文化墙', photoFileId: (await s.picture(d)).id },
  })),
  'GET /compounds/{id}/plans': asClerk(async (s, d) => ({ params: { id: (await draft(s, d)).compound.id } })),
  'GET /plans': asClerk(async (_, d) => ({ query: { county: d.county.id, state: 'draft', limit: '20' } })),
  'POST /plans': asClerk(async (s, d) => ({ body: { compoundId: (await s.compound(d)).id, from: 'empty' } })),
  'GET /plans/{id}': asClerk(of(filled)),
  'PATCH /plans/{id}': asClerk(of(draft, { title: '改造方案（修订）', note: '管线随道路一并实施' })),
  'POST /plans/{id}/cells': asClerk(async (s, d) => {
    const { id, version, buildings } = await draft(s, d);
    const buildingId = buildings[0]?.id ?? '';
    const photoFileId = (await s.picture(d)).id;
    return {
      params: { id },
      version,
      body: { cells: [{ buildingId, item: 'B-R01', answer: 'met', photoFileId, reason: '2018年已翻修' }] },
    };
  }),
  'POST /plans/{id}/copy': asClerk(async (s, d) => {
    const { compound, buildings, id, version } = await filled(s, d);
    const other = await s.building(d, compound.id);
    return { params: { id }, version, body: { from: buildings[0]?.id ?? '', to: [other.id], mode: 'fill' } };
  }),
  'GET /plans/{id}/differences': asClerk(async (s, d) => {
    const { first, next } = await second(s, d);
    return { params: { id: next.id }, query: { with: first.id } };
  }),
  'GET /plans/{id}/docx': asClerk(of(filled)),
  'POST /plans/{id}/finalize': asClerk(of(filled)),
  'POST /plans/{id}/workbook': asClerk(async (s, d) => {
    const { id } = await draft(s, d);
    const rows = [
      ['代码', '结论', '工程量', '单价（元）'],
      ['C-R07', '改造', s.next(), 120],
    ];
    return {
      params: { id },
      raw: new Uint8Array(await workbookOf({ 小区: rows })),
      headers: { 'x-file-name': encodeURIComponent('方案.xlsx'), 'content-type': 'application/octet-stream' },
    };
  }),
  'GET /plans/{id}/workbook.xlsx': asClerk(of(filled)),
};
