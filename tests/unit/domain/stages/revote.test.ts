import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { changesSinceVote, isBeyond } from '@/lib/domain/stages/revote';
import { compound, whole } from './facts';

const { plan, voted } = compound;
if (!plan || !voted) throw new Error('the whole project voted on a plan');

describe('what changed since the second vote', () => {
  it('nothing, while all is as it was approved', () => {
    expect(changesSinceVote(whole(6), chuxiong2020)).toEqual([]);
  });

  it.each([
    ['5 % more is within', 105_000_00n, false],
    ['one fen more than 5 % is beyond', 105_000_01n, true],
    ['5 % less is within', 95_000_00n, false],
    ['one fen less than that is beyond', 94_999_99n, true],
  ])('estimate: %s', (_, estimate, beyond) => {
    const [change] = changesSinceVote({ ...whole(6), estimate }, chuxiong2020);
    expect(change).toMatchObject({ what: 'estimate', voted: 100_000_00n, now: estimate, beyond });
    expect(change?.hundredthsOfPercent).toBe(500n);
  });

  it("the residents' share counts apart, and anything is beyond nothing", () => {
    const more = { ...compound, plan: { ...plan, residentShare: 5_300_00n } };
    expect(changesSinceVote({ ...whole(6), compounds: [more] }, chuxiong2020)).toMatchObject([
      { what: 'ownersShare', hundredthsOfPercent: 600n, beyond: true },
    ]);
    const none = { ...compound, voted: { ...voted, ownersShare: 0n } };
    expect(changesSinceVote({ ...whole(6), compounds: [none] }, chuxiong2020)).toMatchObject([
      { what: 'ownersShare', hundredthsOfPercent: null, beyond: true },
    ]);
  });

  it('a later version of the design is told whatever it costs', () => {
    const later = { ...compound, voted: { ...voted, latestNo: 3 } };
    expect(changesSinceVote({ ...whole(6), compounds: [later] }, chuxiong2020)).toMatchObject([
      { what: 'design', voted: 1n, now: 3n, beyond: true },
    ]);
  });

  it('sums over several compounds; while one has not voted there is nothing to compare with', () => {
    const two = [compound, { ...compound, id: 'c2' }];
    const facts = { ...whole(6), compounds: two, estimate: 200_000_00n };
    expect(changesSinceVote(facts, chuxiong2020)).toEqual([]);
    const open = { ...compound, id: 'c3', roundTwo: { ...compound.roundTwo, passed: false } };
    expect(changesSinceVote({ ...facts, compounds: [...two, open], estimate: 1n }, chuxiong2020)).toEqual([]);
  });

  it('beyond is what the fractions say, for any amounts', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 13n });
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 0, max: 100 }), (was, now, tolerance) => {
        const low = was * BigInt(100 - tolerance);
        const high = was * BigInt(100 + tolerance);
        expect(isBeyond(was, now, tolerance)).toBe(now * 100n < low || now * 100n > high);
      }),
    );
  });
});
