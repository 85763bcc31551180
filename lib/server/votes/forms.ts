import 'server-only';
import {
  againstPrinting,
  type FormBatch,
  type FormRow,
  type FormsAnswer,
  type FormWanted,
  numbered,
  type PrintFacts,
} from '@/lib/domain/votes/forms';
import type { FormsInput } from '@/lib/domain/votes/schema';
import type { RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { isThere } from './queries';
import { instant, squareMetres } from './rows';

interface Row {
  status: RoundStatus;
  code: string;
  lastSerial: number;
  lastBatch: number;
}

/** Whoever prints waits for whoever is printing, on the row that ballots wait on too: what is read behind this stands still. */
async function roundForPrinting(tx: Tx, actor: Actor, id: string): Promise<Row | null> {
  await tx.$queryRaw`SELECT 1 FROM vote_tally WHERE round_id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.status, r.code, coalesce(max(f.serial), 0)::int AS "lastSerial", coalesce(max(f.batch), 0)::int AS "lastBatch"
    FROM vote_round r LEFT JOIN vote_form f ON f.round_id = r.id
    WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[]) GROUP BY r.id`;
  return row ?? null;
}

const wantedOf = (tx: Tx, roundId: string, asked: readonly string[] | null): Promise<FormWanted[]> =>
  tx.$queryRaw<FormWanted[]>`
    SELECT v.household_id AS "householdId", f.form_no IS NOT NULL AS "hasGood"
    FROM vote_roll v LEFT JOIN vote_form f ON f.round_id = v.round_id AND f.household_id = v.household_id AND f.void_at IS NULL
    WHERE v.round_id = ${roundId}::uuid AND CASE WHEN ${asked === null} THEN f.form_no IS NULL ELSE v.household_id = ANY(${[...(asked ?? [])]}::uuid[]) END
    ORDER BY v.sort_key, v.household_id`;

/** 意见征求表 for the households that are named, or for all without a good one; a batch is printed as a whole or not at all. */
export async function printForms(
  tx: Tx,
  actor: Actor,
  roundId: string,
  input: FormsInput,
): Promise<Answer<FormsAnswer>> {
  const round = await roundForPrinting(tx, actor, roundId);
  if (!round) return notFound();
  const asked = input.householdIds ?? null;
  const facts: PrintFacts = {
    status: round.status,
    roundCode: round.code,
    asked,
    wanted: round.status === 'open' ? await wantedOf(tx, roundId, asked) : [],
    reason: input.reason ?? null,
    lastSerial: round.lastSerial,
  };
  const against = againstPrinting(facts);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'vote.print_forms', reason: input.reason });
  const forms = numbered(facts);
  const homes = forms.map(({ householdId }) => householdId);
  const voided = await tx.$executeRaw`
    UPDATE vote_form SET void_at = anju_now(), void_reason = ${input.reason ?? null}
    WHERE round_id = ${roundId}::uuid AND household_id = ANY(${homes}::uuid[]) AND void_at IS NULL`;
  const batch = round.lastBatch + 1;
  await tx.$executeRaw`
    INSERT INTO vote_form (round_id, county_id, batch, printed_by, household_id, serial, form_no)
    SELECT r.id, r.county_id, ${batch}::int, ${actor.accountId}::uuid, i."householdId", i.serial, i."formNo"
    FROM vote_round r, jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) AS i("householdId" uuid, serial int, "formNo" text)
    WHERE r.id = ${roundId}::uuid`;
  const ends = { first: forms[0]?.formNo ?? '', last: forms.at(-1)?.formNo ?? '' };
  return created({ batch, count: forms.length, voided, ...ends });
}

/** What was printed for a round, the newest first; null for a round that is not there for this actor. */
export async function formBatches(reader: Reader, actor: Actor, roundId: string): Promise<FormBatch[] | null> {
  if (!(await isThere(reader, actor, roundId))) return null;
  const rows = await reader.$queryRaw<FormBatch[]>`
    SELECT f.batch, f.count, f.voided, ${instant('f.printed_at')} AS "printedAt", json_build_object('id', f.printed_by, 'name', coalesce(anju_name_of(f.printed_by), '')) AS "printedBy"
    FROM (SELECT batch, count(*)::int AS count, count(void_at)::int AS voided, min(printed_at) AS printed_at, (array_agg(printed_by))[1] AS printed_by
      FROM vote_form WHERE round_id = ${roundId}::uuid GROUP BY batch) f
    ORDER BY f.batch DESC`;
  return rows;
}

/** The forms of a batch in the order of the doors; null for a batch that is not there for this actor. */
export async function formsOfBatch(
  reader: Reader,
  actor: Actor,
  roundId: string,
  batch: number,
): Promise<FormRow[] | null> {
  const rows = await reader.$queryRaw<FormRow[]>`
    SELECT f.form_no AS "formNo", f.serial, f.household_id AS "householdId", v.building_name AS "buildingName", v.unit_no AS "unitNo", v.room, v.area::text AS area,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', o->>'name', 'kind', o->>'kind')), '[]') FROM jsonb_array_elements(v.owners) o) AS owners,
      ${instant('f.void_at')} AS "voidAt", f.void_reason AS "voidReason"
    FROM vote_form f JOIN vote_round r ON r.id = f.round_id JOIN vote_roll v ON v.round_id = f.round_id AND v.household_id = f.household_id
    WHERE f.round_id = ${roundId}::uuid AND f.batch = ${batch}::bigint AND r.county_id = ANY(${[...actor.counties]}::uuid[])
    ORDER BY v.sort_key, v.household_id`;
  if (rows.length === 0) return null;
  return rows.map((row) => ({ ...row, area: squareMetres(row.area) }));
}
