import { afterAll, beforeAll, expect, test } from 'vitest';
import { withActorClient } from '@/lib/server/db/with-actor';
import { bareCompound, openRound, type RoundOfTest } from '../../support/votes';
import { makeWorld, type World } from '../../support/world';

const HOMES = 300;
const ASKED = 50;

let world: World;
let round: RoundOfTest;
beforeAll(async () => {
  world = await makeWorld();
  const { lufengCommunity } = world.actors;
  const id = await bareCompound(world.owner, world.lufeng, 'R0001');
  const compound = { id, rulebookId: world.rulebookId, account: lufengCommunity.accountId, code: 'R0001' };
  const dwellings = Array.from({ length: HOMES }, (_, at) => ({ building: at % 3, area: 8_000 + at, voter: at }));
  round = await withActorClient(lufengCommunity, (client) => openRound(client, compound, dwellings));
  await world.owner.query(
    `INSERT INTO vote_form (form_no, round_id, household_id, county_id, subdistrict_id, community_id, batch, serial, printed_by)
     SELECT 'R0001-1-1-' || row_number() OVER (ORDER BY v.sort_key), v.round_id, v.household_id, v.county_id, v.subdistrict_id, v.community_id, 1,
       row_number() OVER (ORDER BY v.sort_key), r.created_by FROM vote_roll v JOIN vote_round r ON r.id = v.round_id WHERE r.id = $1`,
    [round.id],
  );
  await world.owner.query('ANALYZE vote_standing, vote_form');
});
afterAll(() => world.end());

/** Rows of the table that this transaction has taken into its hands, by any way. */
const TAKEN = `SELECT relname AS name, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS taken FROM pg_stat_xact_user_tables
  WHERE relname IN ('vote_standing', 'vote_form') ORDER BY relname`;

test('a recording of fifty ballots reads fifty standings and fifty forms, however many there are', async () => {
  const asked = round.households.slice(100, 100 + ASKED).map((h, at) => ({ h, f: `R0001-1-1-${101 + at}` }));
  const { facts, taken } = await withActorClient(world.actors.lufengCommunity, async (client) => {
    const found = await client.query<{ facts: { inRoll: boolean; formHome: string }[] }>(
      'SELECT facts FROM vote_at_hand($1::uuid, $2::uuid[], $3::jsonb)',
      [round.id, [world.actors.lufengCommunity.countyId], JSON.stringify(asked)],
    );
    const { rows } = await client.query<{ name: string; taken: number }>(TAKEN);
    return { facts: found.rows[0]?.facts ?? [], taken: rows };
  });
  expect(facts.map(({ formHome }) => formHome)).toEqual(asked.map(({ h }) => h));
  expect(taken).toEqual([
    { name: 'vote_form', taken: ASKED },
    { name: 'vote_standing', taken: ASKED },
  ]);
});
