import { expect } from 'vitest';
import * as bonusDecision from '@/app/api/v1/scorecards/[id]/bonus/[bonusId]/decision/route';
import * as bonusRetire from '@/app/api/v1/scorecards/[id]/bonus/[bonusId]/retire/route';
import * as bonus from '@/app/api/v1/scorecards/[id]/bonus/route';
import * as deliberationLine from '@/app/api/v1/scorecards/[id]/deliberation/route';
import * as disputeAnswer from '@/app/api/v1/scorecards/[id]/disputes/[disputeId]/answer/route';
import * as disputes from '@/app/api/v1/scorecards/[id]/disputes/route';
import * as lines from '@/app/api/v1/scorecards/[id]/lines/route';
import * as opinions from '@/app/api/v1/scorecards/[id]/opinions/route';
import * as proofRetire from '@/app/api/v1/scorecards/[id]/proofs/[proofId]/retire/route';
import * as proofs from '@/app/api/v1/scorecards/[id]/proofs/route';
import * as report from '@/app/api/v1/scorecards/[id]/report/route';
import * as sendBack from '@/app/api/v1/scorecards/[id]/return/route';
import * as rest from '@/app/api/v1/scorecards/[id]/review/rest/route';
import * as review from '@/app/api/v1/scorecards/[id]/review/route';
import * as one from '@/app/api/v1/scorecards/[id]/route';
import * as siteChecks from '@/app/api/v1/scorecards/[id]/site-checks/route';
import * as submission from '@/app/api/v1/scorecards/[id]/submission/route';
import * as takingIn from '@/app/api/v1/scorecards/[id]/taking-in/route';
import * as vetoes from '@/app/api/v1/scorecards/[id]/vetoes/route';
import * as comments from '@/app/api/v1/scorecards/seasons/[id]/comments/route';
import * as deliberation from '@/app/api/v1/scorecards/seasons/[id]/deliberation/route';
import * as due from '@/app/api/v1/scorecards/seasons/[id]/due/route';
import * as final from '@/app/api/v1/scorecards/seasons/[id]/final/route';
import * as season from '@/app/api/v1/scorecards/seasons/[id]/route';
import * as sanctions from '@/app/api/v1/scorecards/seasons/[id]/sanctions/route';
import * as seasons from '@/app/api/v1/scorecards/seasons/route';
import type { CriterionAnswer, ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import type { ProjectMade } from '../../support/project-rows';
import { insert, type Person, type World } from '../../support/world';

export interface Asked {
  status: number;
  json: Json;
}

/** The routes of a season, named by what the office does; `version` is that of what is written. */
export function office(world: () => World) {
  const ask = asking(world);
  const card = (id: string) => ({ id });
  return {
    open: (as: Person, body: object): Promise<Asked> => ask('POST', seasons.POST, as, {}, { body }),
    list: async (as: Person, query = ''): Promise<Json> =>
      (await world().call(seasons.GET, { as, path: `/api/v1/scorecards/seasons${query}` })).json,
    season: (as: Person, id: string): Promise<Asked> => ask('GET', season.GET, as, card(id)),
    moveDue: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', due.PUT, as, card(id), { version, body }),
    comment: (as: Person, id: string, body: object): Promise<Asked> =>
      ask('POST', comments.POST, as, card(id), { body }),
    sanction: (as: Person, id: string, body: object): Promise<Asked> =>
      ask('POST', sanctions.POST, as, card(id), { body }),
    deliberate: (as: Person, id: string, version: number, opinion = '同意评审结果'): Promise<Asked> =>
      ask('POST', deliberation.POST, as, card(id), { version, body: { opinion } }),
    close: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('POST', final.POST, as, card(id), { version, body }),
    card: (as: Person, id: string): Promise<Asked> => ask('GET', one.GET, as, card(id)),
    self: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', lines.PUT, as, card(id), { version, body }),
    report: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', report.PUT, as, card(id), { version, body }),
    submit: (as: Person, id: string, version: number): Promise<Asked> =>
      ask('POST', submission.POST, as, card(id), { version }),
    takeIn: (as: Person, id: string, version: number, body: object = { reason: '催报两次仍未提交' }): Promise<Asked> =>
      ask('POST', takingIn.POST, as, card(id), { version, body }),
    sendBack: (as: Person, id: string, version: number, reason = '材料不齐'): Promise<Asked> =>
      ask('POST', sendBack.POST, as, card(id), { version, body: { reason } }),
    prove: (as: Person, id: string, body: object): Promise<Asked> => ask('POST', proofs.POST, as, card(id), { body }),
    retireProof: (as: Person, id: string, proofId: string): Promise<Asked> =>
      ask('POST', proofRetire.POST, as, { id, proofId }, { body: { reason: '传错文件' } }),
    opine: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', opinions.PUT, as, card(id), { version, body }),
    decide: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', review.PUT, as, card(id), { version, body }),
    rest: (as: Person, id: string, version: number, reason = '核对无误，按自评'): Promise<Asked> =>
      ask('POST', rest.POST, as, card(id), { version, body: { reason } }),
    complete: (as: Person, id: string, version: number): Promise<Asked> =>
      ask('POST', review.POST, as, card(id), { version }),
    check: (as: Person, id: string, body: object): Promise<Asked> =>
      ask('POST', siteChecks.POST, as, card(id), { body }),
    dispute: (as: Person, id: string, body: object): Promise<Asked> =>
      ask('POST', disputes.POST, as, card(id), { body }),
    answer: (as: Person, id: string, disputeId: string, version: number, body: object): Promise<Asked> =>
      ask('POST', disputeAnswer.POST, as, { id, disputeId }, { version, body }),
    bonus: (as: Person, id: string, body: object): Promise<Asked> => ask('POST', bonus.POST, as, card(id), { body }),
    retireBonus: (as: Person, id: string, bonusId: string, version: number): Promise<Asked> =>
      ask('POST', bonusRetire.POST, as, { id, bonusId }, { version, body: { reason: '不再申报' } }),
    decideBonus: (as: Person, id: string, bonusId: string, version: number, body: object): Promise<Asked> =>
      ask('POST', bonusDecision.POST, as, { id, bonusId }, { version, body }),
    veto: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', vetoes.PUT, as, card(id), { version, body }),
    deliberateOne: (as: Person, id: string, version: number, body: object): Promise<Asked> =>
      ask('PUT', deliberationLine.PUT, as, card(id), { version, body }),
  };
}
export type Office = ReturnType<typeof office>;

export const codes = ({ json }: Asked): string[] =>
  (json.reasons ?? []).map(({ code }: { code: string }) => code.replace('season.', '')).sort();

export const criterion = (card: ScorecardAnswer, id: string): CriterionAnswer => {
  const found = card.groups
    .flatMap(({ indicators }) => indicators.flatMap(({ criteria }) => criteria))
    .find((one) => one.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
};

/** A good answer, or what was said instead. */
export function good<T>({ status, json }: Asked): T {
  expect(status, JSON.stringify(json).slice(0, 600)).toBeLessThan(300);
  return json as T;
}

export const OPENED_AT = '2020-12-01T10:00+08:00';
export const SUMMARY = { summary: '全年任务按期完成', problems: '社会资金不多', nextSteps: '加强后续管理' };

export interface Ground {
  season: SeasonDetail;
  lufeng: string;
  shuangbai: string;
}

/** The season of 2020, opened in December with three weeks to score oneself. */
export async function opened(world: World, desk: Office): Promise<Ground> {
  await clockAt(world.owner, OPENED_AT);
  const body = {
    year: 2020,
    selfDueOn: '2020-12-20',
    documentNo: '楚住建考〔2020〕1号',
    note: '请按时自评',
    fileId: null,
  };
  const season = good<SeasonDetail>(await desk.open('prefectureBureau', body));
  const of = (name: string) => season.cards.find(({ county }) => county.name === name)?.id ?? '';
  return { season, lufeng: of('禄丰市'), shuangbai: of('双柏县') };
}

export const look = async (desk: Office, as: Person, id: string): Promise<ScorecardAnswer> =>
  good<ScorecardAnswer>(await desk.card(as, id));

/** A county that takes what the records give, and says so in its report. */
export async function submitted(desk: Office, as: Person, id: string): Promise<ScorecardAnswer> {
  const { report } = await look(desk, as, id);
  const told = good<ScorecardAnswer>(await desk.report(as, id, report.version, SUMMARY));
  return good<ScorecardAnswer>(await desk.submit(as, id, told.version));
}

/** Reviewed as self-scored. */
export async function reviewed(desk: Office, id: string): Promise<ScorecardAnswer> {
  const { version } = await look(desk, 'prefectureBureau', id);
  const all = good<ScorecardAnswer>(await desk.rest('prefectureBureau', id, version));
  return good<ScorecardAnswer>(await desk.complete('prefectureBureau', id, all.version));
}

/** The year's plan as it was confirmed, with so many compounds as the target of each county. */
export async function targets(
  world: World,
  project: ProjectMade,
  { lufeng, shuangbai }: { lufeng: number; shuangbai: number },
): Promise<void> {
  const { owner, prefectureId, actors } = world;
  const by = actors.prefectureBureau.accountId;
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020');
  const plan = await insert(owner, 'annual_plan', {
    ...{ prefecture_id: prefectureId, programme_year_id: rows[0]?.id, no: 1, title: '年度计划', weights: '{}' },
    created_by: by,
  });
  await owner.query(
    'INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen) VALUES ($1, $2, $3, true)',
    [...[plan, project.id, project.countyId]],
  );
  for (const [county, compounds] of [
    [world.lufeng.id, lufeng],
    [world.shuangbai.id, shuangbai],
  ])
    await owner.query(
      'INSERT INTO county_target (plan_id, county_id, compounds, households) VALUES ($1, $2, $3, 100)',
      [plan, county, compounds],
    );
  await owner.query(
    `UPDATE annual_plan SET status = 'confirmed', document_no = '1号', document_on = '2020-03-01', confirmed_at = anju_now(), confirmed_by = $2 WHERE id = $1`,
    [plan, by],
  );
}
