import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharesOf } from '@/lib/domain/votes/shares';
import { SHARE_RULES } from '@/lib/domain/votes/types';

const roll = fc.uniqueArray(fc.record({ id: fc.uuid(), area: fc.bigInt({ min: 1n, max: 50_000n }) }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 60,
});
const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const rule = fc.constantFrom(...SHARE_RULES);
const parts = (shares: Map<string, bigint>) => [...shares.values()];
const sum = (all: bigint[]) => all.reduce((total, one) => total + one, 0n);

test('by area, worked by hand: 100.00 yuan over 50, 30 and 25 ㎡', () => {
  const homes = [5_000n, 3_000n, 2_500n].map((area, at) => ({ id: String(at), area }));
  // 47.619…, 28.571…, 23.809…: the fen that is left over goes to the largest remainder, .9523 of the first
  expect(parts(sharesOf(10_000n, 'area', homes))).toEqual([4_762n, 2_857n, 2_381n]);
});

test('equal: 100.00 yuan over three households, the fen to whoever comes first', () => {
  const homes = ['a', 'b', 'c'].map((id) => ({ id, area: 1n }));
  expect(parts(sharesOf(10_000n, 'household', homes))).toEqual([3_334n, 3_333n, 3_333n]);
});

test('nobody to share it: no shares', () => expect(sharesOf(10_000n, 'area', []).size).toBe(0));

describe('whatever the amount and the roll', () => {
  test('the parts make the whole, to the fen', () => {
    fc.assert(
      fc.property(amount, rule, roll, (total, by, homes) => {
        expect(sum(parts(sharesOf(total, by, homes)))).toBe(total);
      }),
    );
  });

  test('nobody is more than a fen from the exact part', () => {
    fc.assert(
      fc.property(amount, rule, roll, (total, by, homes) => {
        const weight = (area: bigint) => (by === 'area' ? area : 1n);
        const whole = sum(homes.map(({ area }) => weight(area)));
        const shares = sharesOf(total, by, homes);
        for (const { id, area } of homes) {
          const off = (shares.get(id) ?? 0n) * whole - total * weight(area);
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  test('who owns more never pays less', () => {
    fc.assert(
      fc.property(amount, roll, (total, homes) => {
        const shares = sharesOf(total, 'area', homes);
        for (const one of homes)
          for (const other of homes)
            if (one.area > other.area) expect((shares.get(one.id) ?? 0n) >= (shares.get(other.id) ?? 0n)).toBe(true);
      }),
    );
  });
});
