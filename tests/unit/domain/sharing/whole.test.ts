import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumMoney } from '@/lib/domain/kernel/money';
import { shareOf } from '@/lib/domain/plans/cost';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { againstSettings } from '@/lib/domain/sharing/against';
import { shareOut } from '@/lib/domain/sharing/share-out';
import { sumsByPayer } from '@/lib/domain/sharing/sums';
import { changeOf, compoundSetting, groundOf, planned } from './grounds';

const fen = fc.bigInt({ min: 1n, max: 100_000_000_00n });
const items = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom(...chuxiong2020.menu),
    cost: fen,
    method: fc.constantFrom(null, 'overhead' as const, 'underground' as const),
    payer: fc.constantFrom(null, 'pipeline' as const, 'social' as const, 'residents' as const, 'central' as const),
    percent: fc.integer({ min: 0, max: 100 }),
    civil: fen,
  }),
  { selector: ({ code }) => code.code, minLength: 1, maxLength: 36 },
);
const payer = fc.record({
  rule: fc.constantFrom('householdMeters', 'underground', 'improvement'),
  source: fc.constantFrom('pipeline' as const, 'social' as const),
  name: fc.constantFrom('供电局', '自来水公司', '燃气公司'),
  item: fc.constantFrom(null, 'B-R06', 'B-R07', 'C-R06'),
  amount: fc.option(fen),
});
const grounds = fc
  .record({
    ...{ items, cover: fc.array(fen, { maxLength: 3 }), subsidy: fen, own: fen, former: fc.boolean() },
    payers: fc.array(payer, { maxLength: 5 }),
  })
  .map(({ items: made, cover, subsidy, own, former, payers }) => {
    const all = made.map(({ code, cost, method, payer, percent }) =>
      planned(code.code, { cost, method, payer, residentPercent: code.necessity === 'improvement' ? percent : 0 }),
    );
    const moneys = [
      { source: 'central' as const, kind: null, payer: null },
      { source: 'local' as const, kind: 'province', payer: null },
      { source: 'bonds' as const, kind: 'special', payer: null },
    ];
    return groundOf(all, {
      subsidy,
      payers,
      cover: cover.flatMap((amount, at) => (moneys[at] ? [{ ...moneys[at], amount }] : [])),
      civil: all.map((item, at) => ({ ...item, amount: made[at]?.civil ?? 0n })),
      compounds: [compoundSetting({ formerUnit: former, ownMoney: [{ kind: 'operatingIncome', amount: own }] })],
    });
  });

describe('各部分之和', () => {
  it('每一项都等于它的费用，分文不差，没有一部分是零或负数', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        for (const { item, parts } of shareOut(ground).items) {
          expect(sumMoney(parts.map(({ amount }) => amount))).toBe(item.cost);
          expect(parts.every(({ amount }) => amount > 0n)).toBe(true);
        }
      }),
    );
  });

  it('按出资方合计以后还是全部费用', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const sums = sumsByPayer(shareOut(ground).items.flatMap(({ parts }) => parts));
        expect(sumMoney(sums.map(({ amount }) => amount))).toBe(sumMoney(ground.items.map(({ cost }) => cost)));
      }),
    );
  });

  it('居民的部分等于方案逐项四舍五入之和，不管别的钱怎么来', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const parts = shareOut(ground).items.flatMap((one) => one.parts);
        const residents = parts.filter(({ source }) => source === 'residents').map(({ amount }) => amount);
        const byPlan = ground.items.map(({ cost, residentPercent }) => shareOf(cost, residentPercent));
        expect(sumMoney(residents)).toBe(sumMoney(byPlan));
      }),
    );
  });

  it('资金构成填多少就用多少，填多了会说多出多少，政府出资从不为负', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const { items: shared, overflow, government } = shareOut(ground);
        const said = sumMoney(ground.settings.cover.map(({ amount }) => amount));
        const parts = shared.flatMap((one) => one.parts);
        const covered = parts.filter(({ source, kind }) => source !== 'local' || kind === 'province');
        const used = covered.filter(({ source }) => ['central', 'local', 'bonds'].includes(source));
        expect(sumMoney(used.map(({ amount }) => amount))).toBe(said - overflow.cover);
        expect(said - overflow.cover).toBeLessThanOrEqual(government);
      }),
    );
  });
});

describe('县市的改变', () => {
  const item = planned('C-R07');
  const half = { kind: null, payer: '县城投公司', amount: 500_00n };
  const split = [
    { ...half, source: 'central' as const },
    { ...half, source: 'other' as const },
  ];

  it('代替规则，不再被其他资金分走', () => {
    const cover = [{ source: 'bonds' as const, kind: 'general', payer: null, amount: 100_00n }];
    const ground = groundOf([item, planned('C-R08')], { cover }, { changes: [changeOf(item, split)] });
    const { items: shared } = shareOut(ground);
    expect(shared[0]?.parts.map(({ source, amount, rule }) => [source, amount, rule])).toEqual([
      ['central', 500_00n, 'changed'],
      ['other', 500_00n, 'changed'],
    ]);
    expect(shared[1]?.parts.map(({ source }) => source)).toEqual(['bonds', 'local']);
  });

  it('费用后来变了的，不再作数，按规则分', () => {
    const dearer = { ...item, cost: 1_200_00n };
    const { items: shared } = shareOut(groundOf([dearer], {}, { changes: [changeOf(item, split)] }));
    expect(shared[0]?.parts.map(({ source, amount }) => [source, amount])).toEqual([['local', 1_200_00n]]);
  });
});

describe('填写的前提', () => {
  const codesOf = (ground: Parameters<typeof againstSettings>[0]) => againstSettings(ground).map(({ code }) => code);
  const central = { source: 'central' as const, kind: null, payer: null };

  it('资金构成超过政府出资的部分，补助超过管线单位的部分，都说多出多少', () => {
    const ground = groundOf([planned('C-R07'), planned('B-R06')], {
      cover: [{ ...central, amount: 1_000_01n }],
      subsidy: 1_000_02n,
    });
    expect(againstSettings(ground)).toMatchObject([
      { code: 'sharing.coverTooMuch', params: { over: '0.01' }, field: 'cover' },
      { code: 'sharing.subsidyTooMuch', params: { over: '0.02' }, field: 'subsidy' },
    ]);
  });

  it('恰好等于的可以', () =>
    expect(codesOf(groundOf([planned('C-R07')], { cover: [{ ...central, amount: 1_000_00n }] }))).toEqual([]));

  it('土建费用超过这一项的费用、填在不是“上改下”的地方，都不行', () => {
    const moved = planned('C-R06', { method: 'underground' });
    const civil = [
      { ...moved, amount: 1_000_01n },
      { ...planned('C-R07'), amount: 1n },
    ];
    expect(codesOf(groundOf([moved, planned('C-R07')], { civil }))).toEqual([
      'sharing.civilOverCost',
      'sharing.civilElsewhere',
    ]);
  });

  it('县市级、管线补助、居民不能填在资金构成里；同一来源不能填两次；零不行', () => {
    const line = (source: 'local' | 'residents' | 'central', kind: string | null, amount = 1n) => ({
      ...{ source, kind, payer: null, amount },
    });
    const cover = [
      line('local', 'county'),
      line('local', 'pipelineSubsidy'),
      line('residents', 'selfRaised'),
      line('central', null, 0n),
      line('central', null),
    ];
    expect(codesOf(groundOf([planned('C-R07')], { cover }))).toEqual([
      'sharing.notCover',
      'sharing.notCover',
      'sharing.notCover',
      'contract.amountZero',
      'sharing.coverTwice',
    ]);
  });

  it('业主共有资金不能超过本小区居民的部分，也不能写成自筹', () => {
    const item = planned('B-I01', { residentPercent: 10 });
    const own = (kind: string, amount: bigint) =>
      groundOf([item], { compounds: [compoundSetting({ ownMoney: [{ kind, amount }] })] });
    expect(codesOf(own('damages', 100_01n))).toEqual(['sharing.ownTooMuch']);
    expect(codesOf(own('selfRaised', 1n))).toEqual(['sharing.ownKind']);
    expect(codesOf(own('damages', 100_00n))).toEqual([]);
  });
});
