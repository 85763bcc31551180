import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { withActorClient } from '@/lib/server/db/with-actor';
import { type CountyRows, fillEveryTable } from '../../support/rows';
import { makeWorld, type World } from '../../support/world';

let world: World;
let rows: CountyRows;
beforeAll(async () => {
  world = await makeWorld();
  const { prefectureId, rulebookId, lufeng, actors } = world;
  const account = actors.lufengClerk.accountId;
  rows = await fillEveryTable(world.owner, { prefectureId, county: lufeng, code: '532302', account, rulebookId });
  await sealAudit();
});
afterAll(() => world.end());

const OF_VOTES = [
  ...['scheme', 'scheme_part', 'vote_round', 'vote_roll', 'vote_standing', 'vote_tally', 'vote_building', 'vote_voter'],
  ...[
    'vote_entry',
    'ballot',
    'ballot_check',
    'vote_form',
    'door_visit',
    'call_back',
    'notice_compound',
    'notice_photo',
  ],
  'objection',
];

/** In how many tables that officer sees anything of the votes. */
const seenBy = (person: 'lufengCommunity' | 'lufengCommunity2') =>
  withActorClient(world.actors[person], async (client) => {
    const seen: string[] = [];
    for (const table of OF_VOTES) if ((await client.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount) seen.push(table);
    return seen;
  });

test('a compound that moves to another community takes its votes and notices along, and no chain breaks', async () => {
  expect(await seenBy('lufengCommunity')).toEqual(OF_VOTES);
  expect(await seenBy('lufengCommunity2')).toEqual([]);
  const { heads } = await verifyDatabase(world.database.verifierUrl);
  const to = world.actors.lufengCommunity2.communityId;
  await withActorClient(world.actors.lufengClerk, (client) =>
    client.query('UPDATE compound SET community_id = $2 WHERE id = $1', [rows.compoundId, to]),
  );
  expect(await seenBy('lufengCommunity2')).toEqual(OF_VOTES);
  expect(await seenBy('lufengCommunity')).toEqual([]);
  await sealAudit();
  expect((await verifyDatabase(world.database.verifierUrl, heads)).problems).toEqual([]);
});

test.each([
  [`UPDATE objection SET content = '没有异议'`, 'objection_said'],
  [`UPDATE objection SET household_id = anju_new_id()`, 'objection_said'],
  [`UPDATE notice SET body = '改过' WHERE status = 'published'`, 'notice_published'],
  [`UPDATE notice SET ends_on = ends_on - 1, days = days - 1 WHERE status = 'published'`, 'notice_published'],
])('%s', async (sql, constraint) => {
  const said = withActorClient(world.actors.lufengClerk, (client) => client.query(sql));
  await expect(said).rejects.toMatchObject({ code: '42501', constraint });
});

test('an objection is answered once, and what reaches the objector may go', async () => {
  const { lufengClerk } = world.actors;
  const answer = (verdict: string) =>
    withActorClient(lufengClerk, (client) =>
      client.query(`UPDATE objection SET verdict = $1, reply = '已核对', answered_at = anju_now(), answered_by = $2`, [
        verdict,
        lufengClerk.accountId,
      ]),
    );
  await answer('dismissed');
  await expect(answer('upheld')).rejects.toMatchObject({ constraint: 'objection_said' });
  await withActorClient(lufengClerk, (client) => client.query('UPDATE objection SET contact = NULL'));
});
