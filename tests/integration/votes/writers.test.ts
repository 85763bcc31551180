import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { withActorClient } from '@/lib/server/db/with-actor';
import { recount } from '../../support/recount';
import { bareCompound, closeRound, keptOf, openRound, type RoundOfTest, recordBallots } from '../../support/votes';
import { makeWorld, type World } from '../../support/world';

const WRITERS = 16;
const OWN = 12;
const SHARED = 8;
const DWELLINGS = Array.from({ length: WRITERS * OWN + SHARED }, (_, at) => ({
  building: at % 5,
  area: 5_000 + at,
  voter: Math.floor(at / 3),
}));
const CHOICES = ['agree', 'disagree', 'abstain'] as const;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function begin(code: string): Promise<RoundOfTest> {
  const { lufengCommunity } = world.actors;
  const id = await bareCompound(world.owner, world.lufeng, code);
  const compound = { id, rulebookId: world.rulebookId, account: lufengCommunity.accountId, code };
  return withActorClient(lufengCommunity, (client) => openRound(client, compound, DWELLINGS));
}

type Said = { at: number; choice: (typeof CHOICES)[number]; id: string } | { at: number; refused: string };

/** One ballot in a transaction of its own; what was said to it. */
async function record(round: RoundOfTest, at: number, writer: number, replaces?: string): Promise<Said> {
  const choice = CHOICES[(at + writer) % 3] ?? 'agree';
  const household = round.households[at] ?? '';
  const person = writer % 2 ? world.actors.lufengCommunity : world.actors.lufengClerk;
  try {
    const [id = ''] = await withActorClient(person, (client) =>
      recordBallots(client, round.id, [
        replaces ? { household, choice, kind: 'corrected', replaces } : { household, choice },
      ]),
    );
    return { at, choice, id };
  } catch (error) {
    return { at, refused: (error as { constraint?: string }).constraint ?? String(error) };
  }
}

const all = <T>(work: (writer: number) => Promise<T[]>) =>
  Promise.all(Array.from({ length: WRITERS }, (_, writer) => work(writer))).then((lists) => lists.flat());

const taken = (said: readonly Said[]) => said.flatMap((one) => ('id' in one ? [one] : []));
const refusals = (said: readonly Said[]) =>
  [...new Set(said.flatMap((one) => ('refused' in one ? [one.refused] : [])))].sort();

/** As many rows and entries as were answered, all of them in the sums, and the chain whole. */
async function expectWhole(round: RoundOfTest, standing: ReturnType<typeof taken>, rows: number) {
  const last = new Map(standing.map((one) => [one.at, one]));
  const standings = DWELLINGS.map((_, at) => {
    const one = last.get(at);
    return { ballot: one?.id ?? null, choice: one?.choice ?? null, checked: false };
  });
  expect(await keptOf(world.owner, round)).toEqual(recount(DWELLINGS, standings));
  const { rows: counted } = await world.owner.query(
    'SELECT count(*)::int AS ballots, count(DISTINCT seq)::int AS entries FROM ballot WHERE round_id = $1',
    [round.id],
  );
  expect(counted).toEqual([{ ballots: rows, entries: rows }]);
  await sealAudit();
  expect((await verifyDatabase(world.database.verifierUrl)).problems).toEqual([]);
}

test('sixteen officers record into one round at once: nothing is lost, nothing is counted twice, the chain is whole', async () => {
  const round = await begin('532302-8001');
  const shared = Array.from({ length: SHARED }, (_, n) => WRITERS * OWN + n);
  const said = await all(async (writer) => {
    const mine: Said[] = [];
    // the shared doors in the middle of the own ones, so that all sixteen meet there
    for (let n = 0; n < OWN; n += 1) {
      mine.push(await record(round, writer * OWN + n, writer));
      if (n === OWN / 2) for (const at of shared) mine.push(await record(round, at, writer));
    }
    return mine;
  });
  expect(taken(said)).toHaveLength(DWELLINGS.length);
  expect(new Set(taken(said).map(({ at }) => at)).size).toBe(DWELLINGS.length);
  expect(refusals(said)).toEqual(['ballot_first']);
  await expectWhole(round, taken(said), DWELLINGS.length);

  // all sixteen correct the same eight ballots: one each has it, the others are told
  const first = new Map(taken(said).map(({ at, id }) => [at, id]));
  const corrected = await all((writer) => Promise.all(shared.map((at) => record(round, at, writer, first.get(at)))));
  expect(taken(corrected)).toHaveLength(SHARED);
  expect(refusals(corrected).every((why) => ['ballot_in_roll', 'ballot_replaces_id_key'].includes(why))).toBe(true);
  await expectWhole(round, [...taken(said), ...taken(corrected)], DWELLINGS.length + SHARED);
});

test('who closes the round while they record counts what was in before, and nothing comes after', async () => {
  const round = await begin('532302-8002');
  let many = 0;
  let underWay = () => {};
  const begun = new Promise<void>((resolve) => {
    underWay = resolve;
  });
  const said = all(async (writer) => {
    const mine: Said[] = [];
    for (let n = 0; n < OWN; n += 1) {
      mine.push(await record(round, writer * OWN + n, writer));
      many += 1;
      if (many === WRITERS) underWay();
    }
    return mine;
  });
  await begun;
  await withActorClient(world.actors.lufengCommunity, (client) => closeRound(client, round.id));
  const answered = await said;
  expect(taken(answered).length).toBeGreaterThan(0);
  expect(refusals(answered)).toEqual(['round_not_open']);
  const { rows } = await world.owner.query(
    `SELECT (provisional #>> '{tally,agreeHouseholds}')::int AS provisional, (SELECT max(seq) FROM ballot WHERE round_id = r.id) < (SELECT seq FROM vote_entry WHERE round_id = r.id AND kind = 'closed') AS before
     FROM vote_round r WHERE id = $1`,
    [round.id],
  );
  const agreeing = taken(answered).filter(({ choice }) => choice === 'agree').length;
  expect(rows).toEqual([{ provisional: agreeing, before: true }]);
  await expectWhole(round, taken(answered), taken(answered).length);
});
