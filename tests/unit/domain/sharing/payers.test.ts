import { describe, expect, it } from 'vitest';
import { againstSettings } from '@/lib/domain/sharing/against';
import { againstAgreeing } from '@/lib/domain/sharing/agree';
import { noticesOf } from '@/lib/domain/sharing/notices';
import { shareOut } from '@/lib/domain/sharing/share-out';
import { openPayers } from '@/lib/domain/sharing/sums';
import type { NamedPayer, SharedItem } from '@/lib/domain/sharing/types';
import { COMPOUND, groundOf, planned } from './grounds';

const FISCAL = ['central', 'local', 'bonds'];
const meters = (building: string, cost: bigint) => planned('B-R06', { buildingId: building, cost });
const named = (name: string, amount: bigint | null = null, item: string | null = null): NamedPayer => ({
  ...{ rule: 'householdMeters', source: 'pipeline', name, amount, item },
});
const asked = (items: SharedItem[], payers: NamedPayer[]) =>
  noticesOf(
    shareOut(groundOf(items, { payers })).items.flatMap(({ item, parts }) =>
      parts.map((part) => ({ ...item, ...part })),
    ),
    FISCAL,
  ).map(({ payer, amount, parts }) => [payer, amount, parts.length]);
const codesOf = (items: SharedItem[], payers: NamedPayer[]) =>
  againstSettings(groundOf(items, { payers })).map(({ code, params }) => [code, params?.over]);

describe('一户一表：供电、供水、供气是不同的单位', () => {
  const two = [meters('1栋', 300_00n), meters('2栋', 100_01n)];

  it('各写一行，写明各出多少；不填金额的出余下的；每家一份通知，合起来分文不差', () => {
    expect(asked(two, [named('供电局', 200_00n), named('自来水公司', 100_00n), named('燃气公司')])).toEqual([
      ['供电局', 200_00n, 2],
      ['自来水公司', 100_00n, 2],
      ['燃气公司', 100_01n, 2],
    ]);
  });

  it('一家的金额按各栋的费用分到各栋', () => {
    const [first, second] = shareOut(groundOf(two, { payers: [named('供电局', 200_00n), named('燃气公司')] })).items;
    expect(first?.parts.map(({ payer, amount }) => [payer, amount])).toEqual([
      ['供电局', 150_00n],
      ['燃气公司', 150_00n],
    ]);
    expect(second?.parts.map(({ payer, amount }) => [payer, amount])).toEqual([
      ['供电局', 50_00n],
      ['燃气公司', 50_01n],
    ]);
  });

  it('各项内容可以是不同的单位，写了单项的以单项为准，余下的归写全部的一家', () => {
    const items = [meters('1栋', 300_00n), planned('B-R07', { buildingId: '1栋', cost: 50_00n })];
    expect(asked(items, [named('综合公司'), named('通信公司', null, 'B-R07')])).toEqual([
      ['综合公司', 300_00n, 1],
      ['通信公司', 50_00n, 1],
    ]);
    expect(asked(items, [named('综合公司'), named('燃气公司', 20_00n, 'B-R06')])).toEqual([
      ['燃气公司', 20_00n, 1],
      ['综合公司', 330_00n, 2],
    ]);
  });

  it('补助先减去，各家分余下的', () => {
    const { items } = shareOut(
      groundOf(two, { subsidy: 100_01n, payers: [named('供电局', 100_00n), named('燃气公司')] }),
    );
    const sums = openPayers(items, FISCAL);
    expect(sums).toEqual([
      {
        ...{ rule: 'householdMeters', source: 'pipeline', amount: 300_00n, unnamed: 0n },
        ...{ names: ['供电局', '燃气公司'], items: [{ item: 'B-R06', amount: 300_00n }] },
      },
    ]);
  });

  it('有余下而没有单位的，采用时说还有多少', () => {
    const ground = { ...groundOf(two, { payers: [named('供电局', 100_00n)] }), standing: [] };
    expect(againstAgreeing(ground)).toContainEqual(
      expect.objectContaining({ code: 'sharing.payerMissing', params: expect.objectContaining({ sum: '300.01' }) }),
    );
  });

  it('多了说多多少；方案里没有的一项，填的金额没有着落；恰好的可以', () => {
    expect(codesOf(two, [named('供电局', 400_02n)])).toEqual([['sharing.payerTooMuch', '0.01']]);
    expect(codesOf(two, [named('供电局', 1_00n, 'C-R06')])).toEqual([['sharing.payerTooMuch', '1.00']]);
    expect(codesOf(two, [named('供电局', 400_01n)])).toEqual([]);
    expect(codesOf(two, [named('供电局', null, 'C-R06')])).toEqual([]);
  });

  it('同一家两次、两家都不填金额、零，都不行', () => {
    expect(codesOf(two, [named('供电局', 1_00n), named('供电局')])).toEqual([['sharing.payerTwice', undefined]]);
    expect(codesOf(two, [named('供电局'), named('燃气公司')])).toEqual([['sharing.payerTwice', undefined]]);
    expect(codesOf(two, [named('供电局', 0n)])).toEqual([['contract.amountZero', undefined]]);
    expect(codesOf(two, [named('供电局'), named('燃气公司', null, 'B-R06')])).toEqual([]);
  });

  it('小区和别的不受影响', () => {
    const [one] = shareOut(groundOf([meters('1栋', 10n)], { payers: [named('供电局')] })).items;
    expect(one?.item.compoundId).toBe(COMPOUND);
    expect(one?.parts).toMatchObject([{ source: 'pipeline', payer: '供电局', amount: 10n }]);
  });
});
