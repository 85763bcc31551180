import { describe, expect, it } from 'vitest';
import { missing, OUTSIDE, partSent } from '@/components/fund-imports/split-values';

const part = (what: string, amount: string, reason = '') => ({ key: 0, what, amount, reason });

describe('a line that is split', () => {
  it('says to the fen what is missing to it, or too much', () => {
    expect(missing('100.00', [part('', '60'), part('', '39.99')])).toBe(1n);
    expect(missing('100.00', [part('', '1,00'), part('', '0.01')])).toBe(-1n);
    expect(missing('100.00', [part('', 'abc'), part('', '')])).toBe(10_000n);
  });

  it('sends each part as what it is for', () => {
    expect(partSent(part('receipt|p1|local|province|general', '1,000.00'))).toEqual({
      ...{ decision: 'receipt', projectId: 'p1', source: 'local', kind: 'province', earmark: 'general' },
      amount: '1000.00',
    });
    expect(partSent(part('entry|e1', '5'))).toEqual({ decision: 'entry', entryId: 'e1', amount: '5' });
    expect(partSent(part('order|o1', '5'))).toEqual({ decision: 'order', orderId: 'o1', amount: '5' });
    expect(partSent(part(OUTSIDE, '5', ' 手续费 '))).toEqual({ decision: 'outside', reason: '手续费', amount: '5' });
  });
});
