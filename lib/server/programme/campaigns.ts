import 'server-only';
import type { AmendmentAnswer, CampaignAnswer, CampaignDetail } from '@/lib/domain/programme/answers';
import { baselineTotal } from '@/lib/domain/programme/baseline';
import type { SurveyFigures } from '@/lib/domain/programme/types';
import type { Actor } from '@/lib/server/actor';
import { unitNames } from '@/lib/server/dashboards/unit-names';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { type FiguresRow, figuresOf, minus, NOTHING, sum, written } from './figures';

interface Row extends Omit<CampaignAnswer, 'frozenAt'> {
  frozenAt: Date | null;
}

async function read(tx: Tx, actor: Actor, condition: Prisma.Sql): Promise<CampaignAnswer[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", c.status, c.baseline_on::text AS "baselineOn",
      c.document_no AS "documentNo", c.frozen_at AS "frozenAt", c.version
    FROM survey_campaign c WHERE c.prefecture_id = ${actor.prefectureId}::uuid AND ${condition} ORDER BY c.opens_on DESC, c.id DESC`;
  return rows.map((row) => ({ ...row, frozenAt: row.frozenAt?.toISOString() ?? null }));
}

export const campaigns = (tx: Tx, actor: Actor): Promise<CampaignAnswer[]> => read(tx, actor, Prisma.sql`true`);

export async function campaign(tx: Tx, actor: Actor, id: string): Promise<CampaignAnswer | undefined> {
  return (await read(tx, actor, Prisma.sql`c.id = ${id}::uuid`))[0];
}

interface CountyFigures extends FiguresRow {
  county_id: string;
}

const byCounty = (rows: CountyFigures[]) => new Map(rows.map((row) => [row.county_id, figuresOf(row)]));

/** What the eligible compounds of each county hold now, from the kept totals. */
async function liveTotals(tx: Tx, actor: Actor): Promise<Map<string, SurveyFigures>> {
  const rows = await tx.$queryRaw<CountyFigures[]>`
    SELECT county_id, compounds, buildings, households, floor_area::text AS floor_area FROM survey_total
    WHERE dimension = 'all' AND outcome = 'eligible' AND key = '' AND county_id = ANY (${actor.counties}::uuid[])`;
  return byCounty(rows);
}

export async function frozenTotals(tx: Tx, actor: Actor, campaignId: string): Promise<Map<string, SurveyFigures>> {
  const rows = await tx.$queryRaw<CountyFigures[]>`
    SELECT county_id, compounds, buildings, households, floor_area::text AS floor_area FROM survey_baseline
    WHERE campaign_id = ${campaignId}::uuid AND county_id = ANY (${actor.counties}::uuid[])`;
  return byCounty(rows);
}

export interface AmendmentRow extends CountyFigures {
  id: string;
  document_no: string;
  document_on: string;
  reason: string;
  file: { id: string; name: string } | null;
  created_at: Date;
}

export async function amendmentRows(tx: Tx, actor: Actor, campaignId: string): Promise<AmendmentRow[]> {
  return tx.$queryRaw<AmendmentRow[]>`
    SELECT a.id, a.county_id, a.compounds_delta AS compounds, a.buildings_delta AS buildings, a.households_delta AS households,
      a.floor_area_delta::text AS floor_area, a.document_no, a.document_on::text AS document_on, a.reason, a.created_at,
      CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name) END AS file
    FROM baseline_amendment a LEFT JOIN stored_file f ON f.id = a.file_id
    WHERE a.campaign_id = ${campaignId}::uuid AND a.county_id = ANY (${actor.counties}::uuid[])
    ORDER BY a.created_at DESC, a.id DESC`;
}

const amendmentOf = (row: AmendmentRow, names: Map<string, string>): AmendmentAnswer => ({
  id: row.id,
  countyId: row.county_id,
  countyName: names.get(row.county_id) ?? '',
  delta: written(figuresOf(row)),
  documentNo: row.document_no,
  documentOn: row.document_on,
  reason: row.reason,
  file: row.file,
  createdAt: row.created_at.toISOString(),
});

interface Side {
  live: SurveyFigures;
  frozen: SurveyFigures | null;
  inForce: SurveyFigures | null;
}

const sideAnswer = ({ live, frozen, inForce }: Side) => ({
  live: written(live),
  frozen: frozen && written(frozen),
  inForce: inForce && written(inForce),
  difference: inForce && written(minus(live, inForce)),
});

/** A campaign with its totals by county: now, frozen, amended, and how far now has moved from what is in force. */
export async function campaignDetail(tx: Tx, actor: Actor, id: string): Promise<CampaignDetail | undefined> {
  const found = await campaign(tx, actor, id);
  if (!found) return undefined;
  const names = (await unitNames(tx, 'county', found.baselineOn ?? undefined)).filter(({ id: county }) =>
    actor.counties.includes(county),
  );
  // Below the county nobody divides by these totals, and row security shows them none.
  const bodies = actor.level === 'prefecture' || actor.level === 'county' ? names : [];
  const [live, frozen, amendments] = [
    await liveTotals(tx, actor),
    await frozenTotals(tx, actor, id),
    await amendmentRows(tx, actor, id),
  ];
  const sides = bodies.map((unit) => {
    const base = found.status === 'frozen' ? (frozen.get(unit.id) ?? NOTHING) : null;
    const deltas = amendments
      .filter(({ county_id }) => county_id === unit.id)
      .map((row) => ({ delta: figuresOf(row) }));
    return { unit, live: live.get(unit.id) ?? NOTHING, frozen: base, inForce: base && baselineTotal(base, deltas) };
  });
  const ofAll = (of: (side: Side) => SurveyFigures | null) => sum(sides.map((side) => of(side) ?? NOTHING));
  const isFrozen = found.status === 'frozen';
  const nameOf = new Map(names.map(({ id: county, name }) => [county, name]));
  return {
    ...found,
    counties: sides.map((side) => ({
      countyId: side.unit.id,
      code: side.unit.code,
      name: side.unit.name,
      nameEn: side.unit.nameEn,
      ...sideAnswer(side),
    })),
    sum: sideAnswer({
      live: ofAll(({ live: now }) => now),
      frozen: isFrozen ? ofAll(({ frozen: base }) => base) : null,
      inForce: isFrozen ? ofAll(({ inForce }) => inForce) : null,
    }),
    amendments: amendments.map((row) => amendmentOf(row, nameOf)),
  };
}
