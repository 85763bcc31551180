import { describe, expect, it } from 'vitest';
import { NO_MONEY } from '@/components/fund-imports/money-values';
import { emptyPart, missing, OUTSIDE, PAYMENT, type PartTyped, partSent } from '@/components/fund-imports/split-values';
import type { ImportChoice } from '@/lib/domain/funds/imports/answers';

const part = (what: string, amount: string, reason = ''): PartTyped => ({
  ...{ ...emptyPart(0, NO_MONEY), what, amount, reason },
});
const pot = { source: 'central' as const, kind: '', earmark: 'general', outstanding: '0.00', cash: '9.00' };
const project: ImportChoice = {
  ...{ id: 'p1', code: '001', name: '文化路', items: ['B-R01'] },
  pots: [{ ...pot, outstanding: '5.00', cash: '0.00' }, pot, { ...pot, source: 'local', kind: 'county' }],
  contracts: ['k1', 'k2'].map((id) => ({ id, no: id, company: '某公司', left: '1.00' })),
};

describe('a line that is split', () => {
  it('says to the fen what is missing to it, or too much', () => {
    expect(missing('100.00', [part('', '60'), part('', '39.99')])).toBe(1n);
    expect(missing('100.00', [part('', '1,00'), part('', '0.01')])).toBe(-1n);
    expect(missing('100.00', [part('', 'abc'), part('', '')])).toBe(10_000n);
  });

  it('sends each part as what it is for', () => {
    expect(partSent(part('receipt|p1|local|province|general', '1,000.00'), [])).toEqual({
      ...{ decision: 'receipt', projectId: 'p1', source: 'local', kind: 'province', earmark: 'general' },
      amount: '1000.00',
    });
    expect(partSent(part('entry|e1', '5'), [])).toEqual({ decision: 'entry', entryId: 'e1', amount: '5' });
    expect(partSent(part('order|o1', '5'), [])).toEqual({ decision: 'order', orderId: 'o1', amount: '5' });
    expect(partSent(part(OUTSIDE, '5', ' 手续费 '), [])).toEqual({
      decision: 'outside',
      reason: '手续费',
      amount: '5',
    });
  });

  it('a payment that is asked for has the first money and contract there are until others are chosen; one item is the whole', () => {
    const typed = { ...part(PAYMENT, '1,000.00'), money: { ...NO_MONEY, projectId: 'p1' } };
    const one = { ...typed, items: [{ key: 0, item: 'B-R01', amount: '' }] };
    const central = { decision: 'payment', projectId: 'p1', source: 'central', kind: '', earmark: 'general' };
    expect(partSent(one, [project])).toEqual({
      ...{ ...central, contractId: 'k1', amount: '1000.00', items: [{ item: 'B-R01', amount: '1000.00' }] },
    });
    const two = {
      ...typed,
      money: { projectId: 'p1', pot: 'local|county|general', contractId: 'k2' },
      items: [
        { key: 0, item: 'B-R01', amount: '600' },
        { key: 1, item: '', amount: '4,00' },
        { key: 2, item: '-', amount: '7' },
      ],
    };
    expect(partSent(two, [project])).toMatchObject({
      ...{ source: 'local', kind: 'county', contractId: 'k2' },
      items: [
        { item: 'B-R01', amount: '600' },
        { item: '', amount: '400' },
      ],
    });
    expect(partSent(typed, [project])).toMatchObject({ items: [] });
  });
});
