import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { judge, sumsOf } from '@/lib/domain/votes/count';
import { type Dwelling, registerChanges, wouldChangeTogether } from '@/lib/domain/votes/register-changes';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';
import { numberVoters } from '@/lib/domain/votes/voters';

const { tests } = chuxiong2020.votes;
const dwellings = (prefix: string) =>
  fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 14 }).map((n) => `${prefix}${n}`),
      area: fc.option(fc.bigInt(1n, 20_000n)),
      ownerIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 15 },
  );

const passes = (test: (typeof tests)[number], list: readonly Dwelling[], standing: ReadonlyMap<string, Choice>) => {
  const voters = numberVoters(list);
  const roll = list.map(({ id, area }) => ({ id, area: area ?? 0n, voter: voters.get(id)?.voter ?? 0 }));
  return judge(test, sumsOf(roll, standing)).passed;
};

describe('what changed in the register since the roll was frozen', () => {
  it.each(tests)('$code: each change says what a count with it would say', (test) => {
    fc.assert(
      fc.property(
        dwellings('h'),
        dwellings('h'),
        fc.array(fc.option(fc.constantFrom(...CHOICES)), { minLength: 15, maxLength: 15 }),
        (frozen, today, choices) => {
          const standing = new Map(
            frozen.flatMap(({ id }, at): [string, Choice][] => (choices[at] ? [[id, choices[at]]] : [])),
          );
          const result = passes(test, frozen, standing);
          expect(wouldChangeTogether(test, frozen, today, standing)).toBe(passes(test, today, standing) !== result);
          for (const { from, to, wouldChange, householdId } of registerChanges(test, frozen, today, standing)) {
            const list = frozen.filter(({ id }) => id !== householdId || !from);
            const at = frozen.findIndex(({ id }) => id === householdId);
            const then = to ? (from ? [...list.slice(0, at), to, ...list.slice(at)] : [...list, to]) : list;
            expect(passes(test, then, standing) !== result).toBe(wouldChange);
          }
        },
      ),
    );
  });

  it('two that matter to nothing alone may decide it together', () => {
    const roll = (...areas: bigint[]): Dwelling[] =>
      areas.map((area, at) => ({ id: `${at}`, area, ownerIds: [`o${at}`] }));
    const [frozen, today] = [roll(100n, 100n, 90n), roll(100n, 96n, 99n)];
    const standing = new Map<string, Choice>([
      ['0', 'agree'],
      ['1', 'agree'],
    ]);
    const test = tests[0] as never;
    expect(registerChanges(test, frozen, today, standing).map(({ wouldChange }) => wouldChange)).toEqual([
      false,
      false,
    ]);
    expect(wouldChangeTogether(test, frozen, today, standing)).toBe(true);
    expect(wouldChangeTogether(test, frozen, frozen, standing)).toBe(false);
  });

  it('names what came, what went, what grew and what was sold, and nothing else', () => {
    const home = (id: string, area: bigint, ...ownerIds: string[]): Dwelling => ({ id, area, ownerIds });
    const frozen = [
      home('stays', 100n, 'a'),
      home('sold', 100n, 'b'),
      home('grew', 100n, 'c'),
      home('gone', 100n, 'd'),
      home('joint', 100n, 'e', 'f'),
    ];
    const today = [
      home('stays', 100n, 'a'),
      home('sold', 100n, 'x'),
      home('grew', 120n, 'c'),
      home('joint', 100n, 'f', 'e'),
      home('new', 90n, 'n'),
    ];
    const found = registerChanges(tests[0] as never, frozen, today, new Map());
    expect(found.map(({ householdId, kind }) => [householdId, kind])).toEqual([
      ['sold', 'owners'],
      ['grew', 'area'],
      ['gone', 'gone'],
      ['new', 'added'],
    ]);
  });
});
