import { describe, expect, it } from 'vitest';
import { hintsOf, type PoolMoney, takenBackIn } from '@/lib/domain/funds/imports/hints';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';

const fiscal: ReadonlySet<FundingSource> = new Set(['central', 'local', 'bonds']);
const line = (rowNo: number, amount: bigint, remark: string | null = null, counterparty: string | null = null) => ({
  ...{ rowNo, amount, remark, counterparty, red: false },
});
const pool = (more: Partial<PoolMoney> = {}): PoolMoney => ({
  ...{ source: 'central', kind: '', earmark: 'general', there: 500n, documents: ['楚财建〔2020〕7号'] },
  ...more,
});
const said = (one: ReturnType<typeof line>, others: ReturnType<typeof line>[] = [], pools: PoolMoney[] = []) =>
  hintsOf(one, [...others, one], { pools, fiscal });

describe('what is said of a line for which nothing stands out', () => {
  it('银行冲正：说与哪一行相抵；表里没有那一行的，说先到台账冲销', () => {
    const back = line(3, -100n, '冲正', '某单位');
    expect(said(back, [line(2, 100n, '拨款', '某单位')])).toEqual([{ code: 'cancels', row: 2 }]);
    expect(said(back, [line(2, 100n, '拨款', '别的单位'), line(4, 90n, '拨款', '某单位')])).toEqual([
      { code: 'reversal' },
    ]);
    expect(said(line(5, 100n, '红字冲销'))).toEqual([{ code: 'reversal' }]);
    // by its sign alone, without a word of it
    const red = { ...line(6, -100n, '拨款', '某单位'), red: true };
    expect(said(red)).toEqual([{ code: 'reversal' }]);
    expect(said(red, [line(2, 100n, '拨款', '某单位')])).toEqual([{ code: 'cancels', row: 2 }]);
  });

  it('被冲正的那一行：说是第几行冲正了它，不当作待分配的钱', () => {
    const came = line(2, 500n, '拨款', '楚雄州财政局');
    const back = { ...line(3, -500n, null, '楚雄州财政局'), red: true };
    expect(said(came, [back], [pool()])).toEqual([{ code: 'takenBack', row: 3 }]);
    expect(said(came, [{ ...back, amount: -499n }], [pool()])).toMatchObject([{ code: 'pool' }]);
    expect(takenBackIn([came, back, line(4, 500n, null, '别的单位')])).toEqual(new Set([2]));
  });

  it('县市待分配：财政拨来、在待分配之内的，或摘要写明文号的', () => {
    const hint = { code: 'pool', source: 'central', kind: '', earmark: 'general', there: 500n };
    expect(said(line(2, 500n, null, '楚雄州财政局'), [], [pool()])).toEqual([hint]);
    expect(said(line(2, 400n, '拨付楚财建〔2020〕7号资金', '某专户'), [], [pool()])).toEqual([hint]);
    expect(said(line(2, 501n, null, '楚雄州财政局'), [], [pool()])).toEqual([]);
    expect(said(line(2, 500n, null, '供电局'), [], [pool()])).toEqual([]);
    expect(said(line(2, -500n, null, '楚雄州财政局'), [], [pool()])).toEqual([]);
    expect(said(line(2, 500n, null, '楚雄州财政局'), [], [pool({ source: 'other', documents: [] })])).toEqual([]);
  });
});
