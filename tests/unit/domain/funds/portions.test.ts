import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portionsOf } from '@/lib/domain/kernel/portions';

const claims = fc
  .array(fc.bigInt({ min: -5n, max: 10n ** 13n }), { maxLength: 40 })
  .map((gaps) => gaps.map((gap, at) => ({ id: String(at), gap })));
const sumOf = (parts: Iterable<bigint>) => [...parts].reduce((sum, one) => sum + one, 0n);

describe('a sum divided over gaps', () => {
  test('parts and what is left make the whole; nobody gets more than its gap; nothing is left while a gap is open', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), claims, (total, all) => {
        const { parts, left } = portionsOf(total, all);
        expect(sumOf(parts.values()) + left).toBe(total);
        for (const { id, gap } of all) {
          const part = parts.get(id) ?? 0n;
          expect(part >= 0n && part <= (gap > 0n ? gap : 0n)).toBe(true);
        }
        const open = sumOf(all.map(({ gap }) => (gap > 0n ? gap : 0n)));
        expect(left).toBe(total > open ? total - open : 0n);
      }),
    );
  });

  test('each is within a fen of its exact share, and the order of the claims decides nothing but that fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), claims, (total, all) => {
        const whole = sumOf(all.map(({ gap }) => (gap > 0n ? gap : 0n)));
        if (total >= whole) return;
        const [there, back] = [portionsOf(total, all).parts, portionsOf(total, all.toReversed()).parts];
        for (const { id, gap } of all.filter((one) => one.gap > 0n)) {
          const [part, other] = [there.get(id) ?? 0n, back.get(id) ?? 0n];
          const off = part * whole - total * gap;
          expect(off > -whole && off < whole).toBe(true);
          expect(part - other <= 1n && other - part <= 1n).toBe(true);
        }
      }),
    );
  });

  test('by hand: 100.00 over 1/3 each leaves the odd fen with the first', () => {
    const thirds = ['a', 'b', 'c'].map((id) => ({ id, gap: 50_000_00n }));
    expect([...portionsOf(100_00n, thirds).parts]).toEqual([
      ['a', 33_34n],
      ['b', 33_33n],
      ['c', 33_33n],
    ]);
    expect(portionsOf(200_000_00n, thirds).left).toBe(50_000_00n);
  });
});
