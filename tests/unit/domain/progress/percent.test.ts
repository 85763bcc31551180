import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, percentOf, percentText } from '@/lib/domain/progress/percent';
import { at, ROAD, ROOF, work } from './made';

describe('how far a project is', () => {
  it('weighs each item by its cost: a road of 300 at 50 % and a roof of 100 at 100 % are 62.5 %', () => {
    const percent = percentOf([ROAD, ROOF], [at('C-R07', 50), at('B-R01', 100, { buildingId: 'b1' })]);
    expect(percent).toBe(6250);
    expect(percentText(percent)).toBe('62.5');
  });
  it('weighs alike where nothing has a cost, counts what is not reported as 0, and nothing planned as nothing', () => {
    expect(percentOf([work('C-R07', 0n), work('C-R01', 0n)], [at('C-R07', 100)])).toBe(5000);
    expect(percentOf([], [])).toBe(0);
  });
  it('99.999 % does not show as complete', () => {
    const planned = [work('C-R07', 1n), work('C-R01', 10n ** 9n)];
    expect(percentOf(planned, [at('C-R07', 99), at('C-R01', 100)])).toBe(9999);
    expect(percentText(9999)).toBe('99.99');
  });
  it('is complete exactly when every item that costs is, and never goes back when an item goes on', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(100)), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (given, which) => {
          const planned = given.map(([cost], i) => work(`C-R${i}`, cost));
          const items = given.map(([, percent], i) => at(`C-R${i}`, percent));
          const now = percentOf(planned, items);
          expect(now === ALL).toBe(items.every(({ percent }) => percent === 100));
          const more = items.map((one, i) =>
            i === which % items.length ? { ...one, percent: Math.min(100, one.percent + 1) } : one,
          );
          expect(percentOf(planned, more)).toBeGreaterThanOrEqual(now);
        },
      ),
    ));
});
