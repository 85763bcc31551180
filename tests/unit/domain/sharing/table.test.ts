import { describe, expect, it } from 'vitest';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { clause } from '@/lib/domain/rulebook/rulebook';
import { shareOut } from '@/lib/domain/sharing/share-out';
import type { SharedItem, SharingSettings } from '@/lib/domain/sharing/types';
import { compoundSetting, groundOf, planned } from './grounds';

const partsOf = (item: SharedItem, settings: Partial<SharingSettings> = {}) =>
  shareOut(groundOf([item], settings)).items[0]?.parts.map(
    ({ source, kind, amount, clause: from }) => [[source, kind].filter(Boolean).join('/'), amount, from] as const,
  );

/** domain.md §6, row by row: 1,000 yuan of each. */
describe('谁出资（domain.md §6 逐行）', () => {
  it('架空线缆梳理（杆路、线缆、箱盒）由管线单位出资', () => {
    const expected = [['pipeline', 1_000_00n, 'P四(二)3/梳理']];
    expect(partsOf(planned('C-R06', { method: 'overhead' }))).toEqual(expected);
    expect(partsOf(planned('B-R07', { method: 'overhead' }))).toEqual(expected);
  });

  it('“上改下”的土建由政府出资', () => {
    const item = planned('C-R06', { method: 'underground' });
    const civil = [{ ...item, amount: 300_00n }];
    expect(partsOf(item, { civil })?.[0]).toEqual(['local/county', 300_00n, 'P四(二)3/上改下']);
  });

  it('“上改下”的线缆、箱盒、拔杆、迁改切割由管线单位出资', () => {
    const item = planned('C-R06', { method: 'underground' });
    const civil = [{ ...item, amount: 300_00n }];
    expect(partsOf(item, { civil })?.[1]).toEqual(['pipeline', 700_00n, 'P四(二)3/上改下']);
  });

  it('供水供电供气一户一表、楼栋内外管线、增压泵房或二次供水由管线单位出资', () => {
    const expected = [['pipeline', 1_000_00n, 'P四(二)3/一户一表']];
    expect(partsOf(planned('B-R06'))).toEqual(expected);
    expect(partsOf(planned('C-R06'))).toEqual(expected);
    expect(partsOf(planned('B-R07'))).toEqual(expected);
  });

  it('排水管网敷设或疏通由政府出资', () =>
    expect(partsOf(planned('C-R05'))).toEqual([['local/county', 1_000_00n, 'P四(二)3/排水']]));

  it('县市对管线单位的补助列入财政出资', () => {
    const [given, left] = partsOf(planned('B-R06'), { subsidy: 400_00n }) ?? [];
    expect(given).toEqual(['local/pipelineSubsidy', 400_00n, 'P四(二)3/补助']);
    expect(left).toEqual(['pipeline', 600_00n, 'P四(二)3/一户一表']);
    expect(chuxiong2020.ledger?.fiscal).toContain('local');
  });

  it('提升类项目：居民按县市对这一项定的比例，其余按方案，方案没有列明的由政府出资', () => {
    const item = planned('B-I01', { residentPercent: 30 });
    expect(partsOf(item)).toEqual([
      ['residents/selfRaised', 300_00n, 'P四(二)4/比例'],
      ['local/county', 700_00n, '决定/未列明项目'],
    ]);
    expect(partsOf({ ...item, payer: 'social' })?.[1]).toEqual(['social/propertyCompany', 700_00n, '决定/未列明项目']);
  });

  it('原“三供一业”家属区：主要由原产权单位出资，政府的部分归它，居民和管线单位的不变', () => {
    const former = { compounds: [compoundSetting({ formerUnit: true })] };
    expect(partsOf(planned('C-R07'), former)).toEqual([['originalUnit', 1_000_00n, 'P四(二)5']]);
    expect(partsOf(planned('B-R06'), former)).toEqual([['pipeline', 1_000_00n, 'P四(二)3/一户一表']]);
    expect(partsOf(planned('B-I01', { residentPercent: 30 }), former)?.map(([source]) => source)).toEqual([
      'residents/selfRaised',
      'originalUnit',
    ]);
    const [part] = shareOut(groundOf([planned('C-R07')], former)).items[0]?.parts ?? [];
    expect(part?.payer).toBe('县粮食局');
  });

  it('其他必改项目：政策没有写明的，按方案所列出资方，方案没有列明的由政府出资', () => {
    expect(partsOf(planned('B-R01'))).toEqual([['local/county', 1_000_00n, '决定/未列明项目']]);
    expect(partsOf(planned('B-R01', { payer: 'originalUnit' }))).toEqual([
      ['originalUnit', 1_000_00n, '决定/未列明项目'],
    ]);
    expect(partsOf(planned('B-R01', { payer: 'residents' }))).toEqual([['local/county', 1_000_00n, '决定/未列明项目']]);
  });
});

describe('规则手册', () => {
  it('36 项内容、每种做法都有一行说谁出资，依据的条文都在', () => {
    for (const { code } of chuxiong2020.menu)
      for (const method of [null, 'overhead', 'underground'] as const)
        for (const part of shareOut(groundOf([planned(code, { method })])).items[0]?.parts ?? [])
          expect(clause(chuxiong2020, part.clause), `${code} ${part.clause}`).toBeDefined();
  });

  it('以前的版本按最初的规则分；没有补助这一类的，补助计入县市级', () => {
    const former = { rulebook: chuxiong2020first };
    const { items } = shareOut(groundOf([planned('B-R06')], { subsidy: 400_00n }, former));
    expect(items[0]?.parts.map(({ source, kind, amount }) => [source, kind, amount])).toEqual([
      ['local', 'county', 400_00n],
      ['pipeline', null, 600_00n],
    ]);
  });
});
