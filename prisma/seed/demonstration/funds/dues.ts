import type pg from 'pg';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import { type Dwelling, duesOf } from '@/lib/domain/contributions/dues';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { POT } from '@/lib/server/contributions/dues';
import { agreedResidentAmounts } from '@/lib/server/sharing/queries';
import { asTransaction } from '../../shared/as-transaction';
import { hasTaken, idOfPerson, instantOf, type Told } from '../projects/told';
import { type Move, moveOf } from './moves';

export interface Home extends Dwelling {
  compoundId: string;
  buildingId: string;
}

/** A household of a project with what it owes. */
export interface Owing {
  told: Told;
  home: Home;
  /** which building of the project it is in */
  building: number;
  amount: bigint;
  /** the day on which it was set */
  since: number;
}

export interface DuesSet {
  moves: Move[];
  owing: Owing[];
}

/** In the order of the register, as the office's own command reads them. */
const HOMES = `SELECT h.id, h.compound_id AS "compoundId", h.building_id AS "buildingId", b.name AS "buildingName", h.unit_no AS "unitNo", h.room, h.exclusive_area::text AS area
  FROM household h JOIN building b ON b.id = h.building_id WHERE h.compound_id = ANY($1::uuid[]) AND h.status = 'active' AND b.status = 'active'
  ORDER BY b.sort_key, h.sort_key, h.id`;

interface HomeRow extends Omit<Home, 'name' | 'area'> {
  buildingName: string;
  unitNo: string;
  room: string;
  area: string | null;
}

async function homesOf(client: pg.Client, all: readonly Told[]): Promise<Map<string, Home[]>> {
  const compounds = all.flatMap(({ members }) => members.map(({ id }) => id));
  const { rows } = await client.query<HomeRow>(HOMES, [compounds]);
  const homes = rows.map(({ id, compoundId, buildingId, area, ...door }) => ({
    ...{ id, compoundId, buildingId, name: dwellingName(door), area: area === null ? null : BigInt(area) },
  }));
  return groupBy(homes, ({ compoundId }) => compoundId);
}

interface Setting {
  amount: bigint;
  rule: 'area' | 'household';
  homes: readonly Home[];
  compound: string;
  nth: number;
}

/** 确定各户应缴 of a compound: its entry in the ledger, the setting, and each household's share, as the command writes them. */
function setOne(
  told: Told,
  { amount, rule, homes, compound, nth }: Setting,
): { move: Move; dues: Map<string, bigint> } {
  const { rows } = told.ground;
  const decided = duesOf({ amount, rule, homes, former: [], reason: null });
  if (!decided.ok) throw new Error(`demonstration: ${told.story.name} ${JSON.stringify(decided.reasons)}`);
  const by = `${told.county.letters}.zjj1`;
  const voucher = `居民出资-${told.code}-${nth + 1}`;
  const move = moveOf({
    ...{ told, day: dayOfDues(told), movement: 'allocated', pot: POT, amount, by, voucher },
    ...{ counterparty: compound, note: '各户应缴' },
  });
  const id = told.ground.next('contributionSetting');
  rows.add('contribution_setting', {
    ...{ id, project_id: told.id, compound_id: homes[0]?.compoundId, no: 1, rule, amount, households: homes.length },
    ...{ area: homes.reduce((sum, { area }) => sum + (area ?? 0n), 0n), voucher_no: voucher, entry_id: move.id },
    ...{ set_by: idOfPerson(told, by), set_at: instantOf(told, move.day, '15:20') },
  });
  for (const home of homes)
    rows.add(`contribution_share/${id}`, {
      ...{ setting_id: id, household_id: home.id, area: home.area ?? 0n, amount: decided.value.get(home.id) ?? 0n },
    });
  return { move, dues: decided.value };
}

const dayOfDues = (told: Told): number => told.days['7.complete'] + 3;

/** What households owe in the projects that collect by households: the agreed amount of each compound over its homes. */
export async function duesSet(client: pg.Client, all: readonly Told[]): Promise<DuesSet> {
  const collecting = all.filter((told) => told.story.dues && hasTaken(told, '7.complete'));
  const homes = await homesOf(client, collecting);
  const set: DuesSet = { moves: [], owing: [] };
  for (const told of collecting) {
    const buildings = told.members.flatMap((member) => member.buildings.map(({ id }) => id));
    const agreed = await agreedResidentAmounts(asTransaction(client), told.id);
    for (const [nth, { compoundId, amount, rule }] of agreed.entries()) {
      const own = homes.get(compoundId) ?? [];
      const compound = told.members.find(({ id }) => id === compoundId)?.name ?? '';
      const { move, dues } = setOne(told, { amount, rule, homes: own, compound, nth });
      set.moves.push(move);
      const owing = own.map((home) => ({ home, building: buildings.indexOf(home.buildingId) }));
      for (const one of owing) set.owing.push({ told, ...one, amount: dues.get(one.home.id) ?? 0n, since: move.day });
    }
  }
  return set;
}

/** Once the ledger has its entries: the settings, then the shares of each, which make its amount. */
export async function writeDues(client: pg.Client, { rows }: Told['ground']): Promise<void> {
  await rows.write(client, 'contribution_setting');
  for (const { id } of rows.of('contribution_setting'))
    await rows.write(client, 'contribution_share', `contribution_share/${id}`);
  await rows.write(client, 'contribution_payment');
}
