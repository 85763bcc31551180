import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRatios,
  exceeds,
  leastReaching,
  percentForEye,
  ratioFrom,
  ratioText,
  reaches,
} from '@/lib/domain/kernel/ratio';

const twoThirds = { numerator: 2, denominator: 3 };

describe('thresholds', () => {
  it('44 522.64 of 66 783.97 m² fails two thirds, 44 522.65 passes', () => {
    expect(reaches(4452264n, 6678397n, twoThirds)).toBe(false);
    expect(reaches(4452265n, 6678397n, twoThirds)).toBe(true);
  });

  it('268 of 403 households fails, 269 passes', () => {
    expect(reaches(268n, 403n, twoThirds)).toBe(false);
    expect(reaches(269n, 403n, twoThirds)).toBe(true);
    expect(leastReaching(403n, twoThirds)).toBe(269n);
  });

  it('200 of 300 units of 88.33 m² is exactly two thirds and passes', () => {
    expect(reaches(200n * 8833n, 300n * 8833n, twoThirds)).toBe(true);
    expect(exceeds(200n * 8833n, 300n * 8833n, twoThirds)).toBe(false);
  });

  it('nobody at all reaches nothing', () => {
    expect(reaches(0n, 0n, twoThirds)).toBe(false);
    expect(exceeds(0n, 0n, twoThirds)).toBe(false);
  });

  it('the least reaching part reaches, one less does not', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, p, q) => {
          const threshold = { numerator: p, denominator: q };
          const least = leastReaching(whole, threshold);
          expect(reaches(least, whole, threshold)).toBe(true);
          expect(reaches(least - 1n, whole, threshold)).toBe(false);
        },
      ),
    );
  });

  it('compares fractions as integers do', () => {
    expect(compareRatios(1n, 3n, 2n, 6n)).toBe(0);
    expect(compareRatios(2n, 3n, 3n, 4n)).toBe(-1);
    expect(() => compareRatios(1n, 0n, 1n, 1n)).toThrow(RangeError);
  });
});

it('a ratio comes back from its text', () => {
  expect(ratioText(twoThirds)).toBe('2/3');
  expect(ratioFrom('2/3')).toEqual(twoThirds);
});

describe('a percentage for the eye', () => {
  it('never shows 99.6 as 100', () => {
    expect(percentForEye(996n, 1000n, { digits: 0 })).toBe('99');
    expect(percentForEye(1000n, 1000n, { digits: 0 })).toBe('100');
    expect(percentForEye(1199n, 1000n, { digits: 0 })).toBe('120');
  });

  it('shows 66.67 by itself, and 66.66 beside a two-thirds line that is missed', () => {
    expect(percentForEye(4452264n, 6678397n)).toBe('66.67');
    expect(percentForEye(4452264n, 6678397n, { threshold: twoThirds })).toBe('66.66');
  });

  it('shows something rather than nothing', () => {
    expect(percentForEye(1n, 1_000_000n)).toBe('0.01');
    expect(percentForEye(0n, 5n)).toBe('0.00');
    expect(percentForEye(0n, 0n)).toBeUndefined();
  });

  it('never claims a threshold that is not reached', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 9n),
        fc.bigInt(1n, 10n ** 9n),
        fc.integer({ min: 0, max: 4 }),
        (part, whole, digits) => {
          const text = percentForEye(part, whole, { digits, threshold: twoThirds }) ?? '';
          const steps = BigInt(text.replace('.', ''));
          const shownReaches = reaches(steps, 100n * 10n ** BigInt(digits), twoThirds);
          if (!reaches(part, whole, twoThirds) && part > 0n) expect(shownReaches && steps > 1n).toBe(false);
          if (part < whole) expect(steps < 100n * 10n ** BigInt(digits)).toBe(true);
        },
      ),
    );
  });
});
