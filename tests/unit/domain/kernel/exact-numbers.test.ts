import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArea, parseArea, sumAreas } from '@/lib/domain/kernel/area';
import { formatMoney, parseMoney, sumMoney } from '@/lib/domain/kernel/money';

describe('money', () => {
  it('reads yuan into fen exactly', () => {
    expect(parseMoney('12.34')).toEqual({ ok: true, value: 1234n });
    expect(parseMoney('12.3')).toEqual({ ok: true, value: 1230n });
    expect(parseMoney('-0.01')).toEqual({ ok: true, value: -1n });
    expect(parseMoney('90071992547409.93')).toEqual({ ok: true, value: 9007199254740993n });
  });

  it.each(['', '12.345', '1,000', '1e3', '.5', '5.', '一', 'NaN', '--1'])('refuses %j', (text) => {
    expect(parseMoney(text)).toMatchObject({ ok: false, reasons: [{ code: 'money.unreadable' }] });
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), (fen) => {
        expect(parseMoney(formatMoney(fen))).toEqual({ ok: true, value: fen });
      }),
    );
  });

  it('adds up to the same sum in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt()), (fen) => {
        expect(sumMoney([...fen].reverse())).toBe(sumMoney(fen));
      }),
    );
  });
});

describe('area', () => {
  it('reads and writes 0.01 m²', () => {
    expect(parseArea('88.33')).toEqual({ ok: true, value: 8833n });
    expect(formatArea(8833n)).toBe('88.33');
    expect(formatArea(5n)).toBe('0.05');
  });

  it('refuses a negative area with a reason of its own', () => {
    expect(parseArea('-1')).toMatchObject({ ok: false, reasons: [{ code: 'area.negative' }] });
  });

  it('300 times 88.33 is exactly 26 499.00', () => {
    expect(formatArea(sumAreas(Array.from({ length: 300 }, () => 8833n)))).toBe('26499.00');
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), (area) => {
        expect(parseArea(formatArea(area))).toEqual({ ok: true, value: area });
      }),
    );
  });
});
