import type pg from 'pg';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Choice } from '@/lib/domain/votes/types';
import { receiptCodeOf, receiptHashOf } from '@/lib/server/votes/receipt-code';
import { newId } from './world';

/** What notices are about, put there as the owner: a final scheme, and a round that is closed. */
interface Place {
  countyId: string;
  accountId: string;
}

/** As that account, of that county, for the triggers that ask who acts. */
async function acting<T>(owner: pg.Client, { countyId, accountId }: Place, work: () => Promise<T>): Promise<T> {
  await owner.query('BEGIN');
  try {
    await owner.query(`SELECT set_config('app.counties', $1, true), set_config('app.account', $2, true)`, [
      `{${countyId}}`,
      accountId,
    ]);
    const result = await work();
    await owner.query('COMMIT');
    return result;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

export async function finalScheme(owner: pg.Client, place: Place, compoundId: string): Promise<string> {
  const id = await newId(owner);
  await acting(owner, place, async () => {
    await owner.query(
      `INSERT INTO scheme (id, compound_id, county_id, no, title, estimate, owners_share, created_by)
       SELECT $1, $2, $3, coalesce(max(no), 0) + 1, '改造方案', 418000000, 20000000, $4 FROM scheme WHERE compound_id = $2`,
      [id, compoundId, place.countyId, place.accountId],
    );
    for (const { code, name } of chuxiong2020.votes.schemeParts) {
      await owner.query('INSERT INTO scheme_part (scheme_id, part, county_id, summary) VALUES ($1, $2, $3, $4)', [
        id,
        code,
        place.countyId,
        `${name}的主要内容`,
      ]);
    }
    await owner.query(
      `UPDATE scheme SET status = 'final', hash = encode(sha256(id::text::bytea), 'hex'), finalized_at = anju_now(), finalized_by = $2 WHERE id = $1`,
      [id, place.accountId],
    );
  });
  return id;
}

export interface Home {
  id: string;
  code: string;
}
export interface ClosedRound {
  id: string;
  homes: Home[];
}

interface Wanted extends Place {
  compoundId: string;
  buildingId: string;
  householdIds: readonly string[];
  rulebookId: string;
  choices: readonly (Choice | null)[];
}

/** Households of 88.33 m² each, an owner each, in the order given; null: not returned. */
export async function closedRound(owner: pg.Client, wanted: Wanted): Promise<ClosedRound> {
  const { compoundId, countyId, accountId, householdIds, choices } = wanted;
  const id = await newId(owner);
  await acting(owner, wanted, async () => {
    await owner.query(
      `INSERT INTO vote_round (id, compound_id, county_id, rulebook_id, round, attempt, code, test, created_by)
       VALUES ($1, $2, $3, $4, 1, 1, $5, 'policy-two-thirds', $6)`,
      [id, compoundId, countyId, wanted.rulebookId, `${id.slice(-12)}-1-1`, accountId],
    );
    for (const [at, household] of householdIds.entries()) {
      await owner.query(
        `INSERT INTO vote_roll (round_id, household_id, county_id, subdistrict_id, community_id, building_id, building_name, unit_no, room, storey, sort_key, area, voter, voter_dwellings, owners, receipt_hash)
         SELECT id, $2, county_id, subdistrict_id, community_id, $3, '1栋', '1', $4, 1, $4, 8833, $5, 1, '[{"name": "张**", "kind": "person"}]', $6 FROM vote_round WHERE id = $1`,
        [id, household, wanted.buildingId, `10${at + 1}`, at + 1, receiptHashOf(receiptCodeOf(id, household))],
      );
    }
    await owner.query('SELECT vote_freeze($1)', [id]);
    await owner.query(
      `UPDATE vote_round SET status = 'open', roll_hash = 'x', roll_households = $2, roll_area = $2 * 8833, roll_voters = $2, opened_at = anju_now() WHERE id = $1`,
      [id, householdIds.length],
    );
    for (const [at, choice] of choices.entries()) {
      if (!choice) continue;
      await owner.query(
        `INSERT INTO ballot (round_id, household_id, county_id, seq, choice, channel, form_no, collector, collected_at, recorded_by)
         VALUES ($1, $2, $3, 0, $4, 'paper', $5, '陈芳', anju_now(), $6)`,
        [id, householdIds[at], countyId, choice, `F-${at + 1}`, accountId],
      );
    }
    await owner.query(
      `UPDATE vote_round SET status = 'closed', provisional = '{}', closed_at = anju_now(), closed_by = $2 WHERE id = $1`,
      [id, accountId],
    );
  });
  return { id, homes: householdIds.map((home) => ({ id: home, code: receiptCodeOf(id, home) })) };
}

const DAY = 86_400_000;

/** Days pass, for everybody: the one clock is the database's. */
export const days = (owner: pg.Client, count: number) =>
  owner.query('UPDATE anju_clock SET shift_ms = shift_ms + $1', [count * DAY]);
