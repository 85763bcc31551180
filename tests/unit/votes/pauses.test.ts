import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseAfter } from '@/lib/client/pauses';

test('a quarter of a minute while all is well, then twice as long each time, up to two minutes', () => {
  expect([0, 1, 2, 3, 4, 50].map((failures) => pauseAfter(failures, 0.5))).toEqual([
    15_000, 30_000, 60_000, 120_000, 120_000, 120_000,
  ]);
});

test('spread keeps within a tenth, so that a further failure never shortens the pause', () => {
  const spread = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(2), spread, spread, (failures, one, other) => {
      expect(pauseAfter(failures, one)).toBeLessThan(pauseAfter(failures + 1, other));
      expect(Math.abs(pauseAfter(failures, one) - pauseAfter(failures, 0.5))).toBeLessThanOrEqual(
        pauseAfter(failures, 0.5) / 10,
      );
    }),
  );
});
