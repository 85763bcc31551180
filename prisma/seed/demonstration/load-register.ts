import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { PersonalKeys } from '@/lib/server/compounds/personal';
import { CHUXIONG, PREFECTURE } from '../places/chuxiong';
import { copyInto } from '../shared/copy';
import { makePersonalKeys } from '../shared/personal-keys';
import { idOf } from '../shared/sequence';
import { freezeFirstCampaign, openCurrentCampaign } from './campaigns';
import { HISTORY } from './cases';
import { planCompounds } from './compounds';
import { loadPhotos } from './photos';
import type { PlannedCompound } from './plan-types';
import { ALIAS_COLUMNS, aliasRows, COMPOUND_COLUMNS, compoundRows } from './records';
import {
  BUILDING_COLUMNS,
  buildingRows,
  DWELLING_OWNER_COLUMNS,
  dwellingOwnerRows,
  HOUSEHOLD_COLUMNS,
  householdRows,
  OWNER_COLUMNS,
  ownerRows,
  PERSONAL_COLUMNS,
  personalRows,
  type Units,
} from './register';

const COUNTIES = CHUXIONG.filter((unit) => unit.kind === 'county').map((unit) => unit.code);
const TABLES = ['compound', 'compound_alias', 'building', 'household', 'owner', 'owner_personal', 'household_owner'];

/**
 * COPY goes to no table whose row security binds its owner too, and each row trigger would look up again what the rows already carry
 * (foreign keys and checks still hold). For the time of the load, within its transaction, both are off.
 */
async function openForCopy(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (const table of TABLES) {
    await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
  }
  await work();
  for (const table of TABLES) {
    await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
  }
}

async function copyRegister(
  client: pg.Client,
  plan: PlannedCompound[],
  units: Units,
  rulebookId: string,
  keys: Map<string, PersonalKeys>,
): Promise<void> {
  await copyInto(client, 'compound', COMPOUND_COLUMNS, compoundRows(plan, units, rulebookId));
  await copyInto(client, 'compound_alias', ALIAS_COLUMNS, aliasRows(plan, units));
  await copyInto(client, 'building', BUILDING_COLUMNS, buildingRows(plan, units));
  await copyInto(client, 'household', HOUSEHOLD_COLUMNS, householdRows(plan, units));
  await copyInto(client, 'owner', OWNER_COLUMNS, ownerRows(plan, units));
  await copyInto(client, 'owner_personal', PERSONAL_COLUMNS, personalRows(plan, units, keys));
  await copyInto(client, 'household_owner', DWELLING_OWNER_COLUMNS, dwellingOwnerRows(plan, units));
}

async function loadLineage(client: pg.Client, plan: PlannedCompound[], by: string): Promise<void> {
  const idByKey = new Map(plan.flatMap((one) => (one.key ? [[one.key, idOf('compound', one.number)]] : [])));
  const rows = HISTORY.flatMap((one) =>
    one.became.map((key) => ({
      kind: one.status === 'merged' ? 'merge' : 'split',
      from: idByKey.get(one.key),
      to: idByKey.get(key),
      reason: one.reason,
      document: one.documentNo,
    })),
  );
  await client.query(
    `INSERT INTO compound_lineage (county_id, subdistrict_id, community_id, kind, from_id, to_id, reason, document_no, created_by)
     SELECT c.county_id, c.subdistrict_id, c.community_id, r.kind, r."from", r."to", r.reason, r.document, $2
     FROM jsonb_to_recordset($1) AS r (kind text, "from" uuid, "to" uuid, reason text, document text) JOIN compound c ON c.id = r."from"`,
    [JSON.stringify(rows), by],
  );
}

/** Codes that people give out go on after the last one loaded. */
async function setCounters(client: pg.Client): Promise<void> {
  await client.query(`INSERT INTO county_counter (county_id, name, value) SELECT county_id, 'compound', max(right(code, 4)::int) FROM compound GROUP BY county_id
    ON CONFLICT (county_id, name) DO UPDATE SET value = greatest(county_counter.value, EXCLUDED.value)`);
}

async function accountId(client: pg.Client, username: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]);
  return rows[0]?.id ?? '';
}

async function keysOf(client: pg.Client, units: Units, today: CalendarDate): Promise<Map<string, PersonalKeys>> {
  const keys = new Map<string, PersonalKeys>();
  const prefectureId = units.get(PREFECTURE)?.id ?? '';
  for (const code of COUNTIES) {
    keys.set(
      code,
      await makePersonalKeys(client, today.slice(0, 7), { prefectureId, countyId: units.get(code)?.id ?? '' }),
    );
  }
  return keys;
}

/** Compounds, buildings, households and owners by COPY, their kept totals once, and the survey campaigns; answers what was loaded. */
export async function loadRegister(
  client: pg.Client,
  units: Units,
  today: CalendarDate,
  rulebooks: Map<string, string>,
): Promise<Record<string, number>> {
  const plan = planCompounds();
  const keys = await keysOf(client, units, today);
  const rulebookId = rulebooks.get(chuxiong2020.version) ?? '';
  await openForCopy(client, () => copyRegister(client, plan, units, rulebookId, keys));
  await loadPhotos(client, plan);
  await client.query('ANALYZE compound, building, household, owner, household_owner');
  const late = plan.find((one) => one.key === 'lateAddition');
  if (!late) throw new Error('no late addition is declared');
  const lateId = idOf('compound', late.number);
  await client.query('SELECT anju_refresh_totals(ARRAY(SELECT id FROM compound WHERE id <> $1))', [lateId]);
  const facts = {
    prefectureId: units.get(PREFECTURE)?.id ?? '',
    counties: COUNTIES.map((code) => units.get(code)?.id ?? ''),
    today,
    frozenBy: await accountId(client, 'zhou.zjj1'),
    lateAddition: { compoundId: lateId, countyId: units.get(late.county)?.id ?? '' },
  };
  await freezeFirstCampaign(client, facts);
  await openCurrentCampaign(client, facts);
  await loadLineage(client, plan, await accountId(client, 'lufeng.zjj1'));
  await setCounters(client);
  return counts(client);
}

async function counts(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM compound WHERE status = 'active') AS compounds, (SELECT count(*)::int FROM building) AS buildings,
       (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM owner) AS owners`,
  );
  return rows[0] ?? {};
}
