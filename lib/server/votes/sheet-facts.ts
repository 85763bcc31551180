import 'server-only';
import { maskName } from '@/lib/domain/compounds/masking';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { SheetFacts, Standing } from '@/lib/domain/votes/sheet';
import type { TemplateHome } from '@/lib/domain/votes/sheet-cells';
import type { Channel, Choice, RollHousehold, RoundNumber, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant, squareMetres } from './rows';

interface RoundRow {
  id: string;
  code: string;
  status: RoundStatus;
  round: RoundNumber;
  rulebookId: string;
  test: string;
  compound: string;
  openedAt: string | null;
  now: string;
  checked: number;
}

interface HomeRow {
  id: string;
  buildingName: string;
  unitNo: string;
  room: string;
  area: string;
  voter: number;
  owners: string[];
  formNo: string | null;
}

interface StandingRow {
  householdId: string;
  ballotId: string;
  choice: Choice | null;
  channel: Channel;
  formNo: string | null;
  collector: string;
  collectedAt: string;
  wanted: string[];
  problems: string | null;
  proxyName: string | null;
  recordedBy: string;
  recordedAt: string;
}

export interface Recorded extends Standing {
  recordedBy: string;
  recordedAt: string;
}

/** An open round as a sheet of it is read and made: its roll, its forms, what stands. */
export interface SheetGround {
  round: SheetFacts['round'] & { test: string; compound: string; checked: number };
  rulebook: Rulebook;
  homes: TemplateHome[];
  roll: RollHousehold[];
  forms: SheetFacts['forms'];
  standing: Map<string, Recorded>;
}

async function roundOf(reader: Reader, actor: Actor, id: string): Promise<RoundRow | null> {
  const [row] = await reader.$queryRaw<RoundRow[]>(Prisma.sql`
    SELECT r.id, r.code, r.status, r.round, r.rulebook_id AS "rulebookId", r.test, c.name AS compound, ${instant('r.opened_at')} AS "openedAt",
      ${instant('anju_now()')} AS now, coalesce(t.checked, 0) AS checked
    FROM vote_round r JOIN compound c ON c.id = r.compound_id LEFT JOIN vote_tally t ON t.round_id = r.id
    WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`);
  return row ?? null;
}

const homesOf = (reader: Reader, id: string): Promise<HomeRow[]> =>
  reader.$queryRaw<HomeRow[]>`
    SELECT v.household_id AS id, v.building_name AS "buildingName", v.unit_no AS "unitNo", v.room, v.area::text AS area, v.voter,
      (SELECT coalesce(json_agg(o ->> 'name'), '[]') FROM jsonb_array_elements(v.owners) o) AS owners,
      (SELECT f.form_no FROM vote_form f WHERE f.round_id = v.round_id AND f.household_id = v.household_id AND f.void_at IS NULL) AS "formNo"
    FROM vote_roll v WHERE v.round_id = ${id}::uuid ORDER BY v.sort_key, v.household_id`;

const standingOf = (reader: Reader, id: string): Promise<StandingRow[]> =>
  reader.$queryRaw<StandingRow[]>(Prisma.sql`
    SELECT s.household_id AS "householdId", s.ballot_id AS "ballotId", s.choice, b.channel, b.form_no AS "formNo", b.collector, ${instant('b.collected_at')} AS "collectedAt",
      b.wanted, b.problems, b.proxy_name AS "proxyName", coalesce(anju_name_of(b.recorded_by), '') AS "recordedBy", ${instant('b.recorded_at')} AS "recordedAt"
    FROM vote_standing s JOIN ballot b ON b.id = s.ballot_id WHERE s.round_id = ${id}::uuid`);

/** null for a round that is not there for this actor. */
export async function sheetGround(reader: Reader, actor: Actor, id: string): Promise<SheetGround | null> {
  const round = await roundOf(reader, actor, id);
  if (!round) return null;
  const homes = await homesOf(reader, id);
  const forms = await reader.$queryRaw<SheetFacts['forms'][number][]>`
    SELECT form_no AS "formNo", household_id AS "householdId", void_at IS NOT NULL AS voided FROM vote_form WHERE round_id = ${id}::uuid`;
  const standing = await standingOf(reader, id);
  const now = new Date(round.now);
  return {
    round: { ...round, openedAt: round.openedAt ? new Date(round.openedAt) : now, now },
    rulebook: await rulebookOf(reader, round.rulebookId),
    homes: homes.map(({ owners, area, ...home }) => ({ ...home, area: squareMetres(area), owners: owners.join('、') })),
    roll: homes.map(({ id: householdId, area, voter }) => ({ id: householdId, area: BigInt(area), voter })),
    forms,
    // names of proxies are personal: masked, whoever asks, for a sheet travels
    standing: new Map(
      standing.map(({ householdId, collectedAt, proxyName, ...row }) => [
        householdId,
        { ...row, proxyName: proxyName && maskName(proxyName), collectedAt: new Date(collectedAt) },
      ]),
    ),
  };
}
