import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { withActorClient } from '@/lib/server/db/with-actor';
import { recount, type Standing } from '../../support/recount';
import {
  type BallotOfTest,
  bareCompound,
  checkBallots,
  type Dwelling,
  keptOf,
  openRound,
  type RoundOfTest,
  recordBallots,
} from '../../support/votes';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const dwellings = fc.array(
  fc.record({
    building: fc.integer({ min: 1, max: 3 }),
    area: fc.integer({ min: 1, max: 30_000 }),
    voter: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);
/** One statement: what happens to each household that it names; or a look at what stands there. */
const step = fc.record({
  look: fc.boolean(),
  right: fc.boolean(),
  parts: fc.array(
    fc.record({
      at: fc.nat(11),
      act: fc.constantFrom('vote', 'vote', 'vote', 'annul', 'note'),
      choice: fc.constantFrom('agree', 'agree', 'disagree', 'abstain'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Part = Step['parts'][number];

/** The ballot that the part means where this stands, or none where it can mean none. */
function ballotOf(household: string, { ballot }: Standing, { act, choice }: Part): BallotOfTest | null {
  if (!ballot) return act === 'vote' ? { household, choice } : null;
  if (act === 'note') return { household, choice, kind: 'noted', beside: ballot };
  return act === 'annul'
    ? { household, kind: 'annulled', replaces: ballot }
    : { household, choice, kind: 'corrected', replaces: ballot };
}

class Model {
  readonly standings: Standing[];
  readonly looked = new Set<string>();
  constructor(
    private readonly round: RoundOfTest,
    private readonly of: readonly Dwelling[],
  ) {
    this.standings = of.map(() => ({ ballot: null, choice: null, checked: false }));
  }

  async run({ look, right, parts }: Step): Promise<void> {
    const named = [...new Map(parts.map((part) => [part.at % this.of.length, part])).entries()];
    await (look
      ? this.look(
          named.map(([at]) => at),
          right,
        )
      : this.record(named));
  }

  private async record(named: [number, Part][]): Promise<void> {
    const meant = named.flatMap(([at, part]) => {
      const ballot = ballotOf(this.round.households[at] ?? '', this.standings[at] as Standing, part);
      return ballot ? [{ at, ballot }] : [];
    });
    const ids = await withActorClient(world.actors.lufengCommunity, (client) =>
      recordBallots(
        client,
        this.round.id,
        meant.map(({ ballot }) => ballot),
      ),
    );
    for (const [nth, { at, ballot }] of meant.entries()) {
      if (ballot.kind === 'noted') continue;
      const choice = ballot.kind === 'annulled' ? null : (ballot.choice ?? null);
      this.standings[at] = { ballot: ids[nth] ?? null, choice, checked: false };
    }
  }

  private async look(at: number[], right: boolean): Promise<void> {
    const which = at.filter((one) => {
      const ballot = this.standings[one]?.ballot;
      return ballot && !this.looked.has(ballot);
    });
    const ballots = which.map((one) => this.standings[one]?.ballot ?? '');
    const verdict = right ? 'right' : 'wrong';
    await withActorClient(world.actors.lufengTown, (client) =>
      checkBallots(client, this.round.id, ballots, { verdict }),
    );
    for (const ballot of ballots) this.looked.add(ballot);
    for (const one of which) this.standings[one] = { ...(this.standings[one] as Standing), checked: right };
  }
}

test('whatever is recorded, corrected, annulled, noted and looked at: the kept sums are those of a count from nothing', async () => {
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(dwellings, fc.array(step, { maxLength: 12 }), async (of, steps) => {
      nth += 1;
      const { lufengCommunity } = world.actors;
      const id = await bareCompound(world.owner, world.lufeng, `532302-9${String(nth).padStart(3, '0')}`);
      const compound = { id, rulebookId: world.rulebookId, account: lufengCommunity.accountId, code: `S-${nth}` };
      const round = await withActorClient(lufengCommunity, (client) => openRound(client, compound, of));
      const model = new Model(round, of);
      for (const one of steps) await model.run(one);
      expect(await keptOf(world.owner, round)).toEqual(recount(of, model.standings));
    }),
    { numRuns: 60 },
  );
  // and the verifier, which counts by itself once more, agrees
  await sealAudit();
  expect((await verifyDatabase(world.database.verifierUrl)).problems).toEqual([]);
});
