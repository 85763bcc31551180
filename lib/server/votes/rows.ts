import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { BuildingTally, RoundRow } from '@/lib/domain/votes/answers';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import { Prisma } from '@/lib/server/db/sql';
import { namedUnit, namedUnitIfAny } from '@/lib/server/units/named';
import { type KeptSums, TALLY, tallyView } from './tally';

/** Of vote_round r, compound c, units co, su, cm, scheme s, vote_tally t (see ROUND_FROM). Instants leave as ISO text. */
export const instant = (column: string) =>
  Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Of vote_roll v: '3栋 2单元 501'. */
export const DWELLING = dwellingSql('v.building_name', 'v.unit_no', 'v.room');

export const ROUND_FROM = Prisma.sql`vote_round r JOIN compound c ON c.id = r.compound_id JOIN unit co ON co.id = r.county_id
  LEFT JOIN unit su ON su.id = r.subdistrict_id LEFT JOIN unit cm ON cm.id = r.community_id LEFT JOIN scheme s ON s.id = r.scheme_id
  LEFT JOIN vote_tally t ON t.round_id = r.id`;

export const ROUND_COLUMNS = Prisma.sql`r.id, r.code, r.round, r.attempt, r.status, r.outcome, json_build_object('id', c.id, 'code', c.code, 'name', c.name) AS compound,
  ${namedUnit('co')} AS county, ${namedUnitIfAny('su')} AS subdistrict, ${namedUnitIfAny('cm')} AS community,
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'no', s.no, 'title', s.title, 'estimate', s.estimate::text, 'ownersShare', s.owners_share::text, 'hash', s.hash) END AS scheme,
  r.planned_close_on::text AS "plannedCloseOn", ${instant('r.opened_at')} AS "openedAt", ${instant('r.closed_at')} AS "closedAt", ${instant('r.certified_at')} AS "certifiedAt",
  ${TALLY} AS tally, r.version`;

export type StoredRound = Omit<RoundRow, 'tally' | 'scheme'> & {
  tally: KeptSums | null;
  scheme: NonNullable<RoundRow['scheme']> | null;
};

export const roundRow = ({ tally, scheme, ...row }: StoredRound): RoundRow => ({
  ...row,
  scheme: scheme && {
    ...scheme,
    estimate: formatHundredths(BigInt(scheme.estimate)),
    ownersShare: formatHundredths(BigInt(scheme.ownersShare)),
  },
  tally: tally && tallyView(tally),
});

/** The sums of each building of vote_round r, as one JSON text. */
export const BUILDINGS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', b.building_id, 'name', b.name, 'households', b.households, 'area', b.area::text, 'agree', b.agree,
  'disagree', b.disagree, 'abstain', b.abstain, 'agreeArea', b.agree_area::text) ORDER BY b.sort_key) FROM vote_building b WHERE b.round_id = r.id), '[]')`;

/** As they are kept: areas in 0.01 m². */
export const buildingTally = (stored: BuildingTally): BuildingTally => ({
  ...stored,
  area: squareMetres(stored.area),
  agreeArea: squareMetres(stored.agreeArea),
});

export const squareMetres = (hundredths: string | number | bigint): string => formatArea(BigInt(hundredths));
