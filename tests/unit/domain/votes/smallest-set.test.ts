import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { judge, sumsOf } from '@/lib/domain/votes/count';
import { sampleSize } from '@/lib/domain/votes/sample';
import { smallestSet } from '@/lib/domain/votes/smallest-set';
import type { Choice, RollHousehold } from '@/lib/domain/votes/types';
import { numberVoters } from '@/lib/domain/votes/voters';
import { rolls } from './rolls';

const { tests } = chuxiong2020.votes;

function passesWith(
  test: (typeof tests)[number],
  roll: RollHousehold[],
  standing: Map<string, Choice>,
  more: readonly RollHousehold[],
) {
  const then = new Map([...standing, ...more.map(({ id }): [string, Choice] => [id, 'agree'])]);
  return judge(test, sumsOf(roll, then)).passed;
}

/** Every subset of what is undecided, the smallest that passes; undefined when none does. */
function fewest(
  test: (typeof tests)[number],
  roll: RollHousehold[],
  standing: Map<string, Choice>,
): number | undefined {
  const undecided = roll.filter(({ id }) => !standing.has(id));
  let best: number | undefined;
  for (let bits = 0; bits < 1 << undecided.length; bits++) {
    const some = undecided.filter((_, at) => bits & (1 << at));
    if (best !== undefined && some.length >= best) continue;
    if (passesWith(test, roll, standing, some)) best = some.length;
  }
  return best;
}

describe('the smallest set of undecided households', () => {
  it.each(tests)('$code: minimal against brute force on small rolls', (test) => {
    fc.assert(
      fc.property(rolls(9), ({ roll, standing }) => {
        const found = smallestSet(test, roll, standing);
        expect(found?.length).toBe(fewest(test, roll, standing));
        if (found) expect(passesWith(test, roll, standing, found)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('names only undecided households, each once, largest first', () => {
    fc.assert(
      fc.property(rolls(), fc.constantFrom(...tests), ({ roll, standing }, test) => {
        const found = smallestSet(test, roll, standing) ?? [];
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.filter(({ id }) => standing.has(id))).toEqual([]);
        for (const [at, home] of found.entries()) expect(home.area <= (found[at - 1]?.area ?? home.area)).toBe(true);
      }),
    );
  });

  it('of flats alike names the first doors, and the same whatever they are called', () => {
    const roll = ['f', 'b', 'e', 'a', 'd', 'c'].map((id, at) => ({ id, area: 8_833n, voter: at }));
    for (const test of tests)
      expect(smallestSet(test, roll, new Map())?.map(({ id }) => id)).toEqual(
        ['f', 'b', 'e', 'a', 'd'].slice(0, fewest(test, roll, new Map()) ?? 0),
      );
  });

  it('says so when not even all of them would do', () => {
    const roll = [1, 2, 3].map((at) => ({ id: `${at}`, area: 100n, voter: at }));
    expect(
      smallestSet(
        tests[0] as never,
        roll,
        new Map([
          ['1', 'disagree'],
          ['2', 'disagree'],
        ]),
      ),
    ).toBeNull();
  });
});

describe('the call-back sample', () => {
  const rule = chuxiong2020.callBack;
  it('is 5 %, rounded up, at least 10, never more than there are', () => {
    expect(sampleSize(0, rule)).toBe(0);
    expect(sampleSize(7, rule)).toBe(7);
    expect(sampleSize(180, rule)).toBe(10);
    expect(sampleSize(201, rule)).toBe(11);
    expect(sampleSize(2_000, rule)).toBe(100);
  });
});

describe('numbering voters', () => {
  it('one owner of several dwellings once, joint owners once, nobody known: the dwelling itself', () => {
    const numbered = numberVoters([
      { id: 'a', ownerIds: ['x'] },
      { id: 'b', ownerIds: ['x'] },
      { id: 'c', ownerIds: ['y', 'x'] },
      { id: 'd', ownerIds: ['x', 'y'] },
      { id: 'e', ownerIds: [] },
      { id: 'f', ownerIds: [] },
    ]);
    expect([...numbered].map(([id, { voter, dwellings }]) => `${id}${voter}/${dwellings}`)).toEqual([
      'a1/2',
      'b1/2',
      'c2/2',
      'd2/2',
      'e3/1',
      'f4/1',
    ]);
  });
});
