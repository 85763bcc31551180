import { describe, expect, it } from 'vitest';
import { cellReasons, MOST_QUANTITY, MOST_UNIT_COST, normalised } from '@/lib/domain/plans/cells';
import { payersOf, suggestedPayer, unitOf } from '@/lib/domain/plans/items';
import type { PlanCell } from '@/lib/domain/plans/types';
import { building, cell, funding, menu, rulebook, todo } from './plans';

const ground = { menu, funding, buildings: [building('1'), building('2', { retired: true })] };
const codes = (one: PlanCell) => cellReasons(one, ground).map(({ code }) => code);
const item = (code: string) => {
  const found = menu.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe('一格的规则', () => {
  it.each<[string, PlanCell, string[]]>([
    ['改造', todo('1', 'B-R01'), []],
    ['已达标，有照片', cell('1', 'B-R01', { answer: 'met', photoFileId: 'x' }), []],
    ['已达标，没有照片', cell('1', 'B-R01', { answer: 'met' }), ['plan.photoNeeded']],
    ['无法实施，没有原因', cell('1', 'B-R01', { answer: 'impossible' }), ['plan.reasonNeeded']],
    ['居民不同意，原因是空格', cell('1', 'B-R01', { answer: 'refused', reason: ' ' }), ['plan.reasonNeeded']],
    ['居民不同意，有原因', cell('1', 'B-R01', { answer: 'refused', reason: '三户不同意' }), []],
    ['提升类只有做与不做', cell('1', 'B-I01', { answer: 'refused', reason: 'x' }), ['plan.improvementAnswer']],
    ['提升类居民分担 30%', todo('1', 'B-I01', { residentPercent: 30 }), []],
    ['必改类居民不分担', todo('1', 'B-R01', { residentPercent: 30 }), ['plan.percentOfRequired']],
    ['负的工程量', todo('1', 'B-R01', { quantity: -1n }), ['plan.quantityNegative']],
    ['过大的工程量', todo('1', 'B-R01', { quantity: MOST_QUANTITY + 1n }), ['plan.quantityTooBig']],
    ['负的单价', todo('1', 'B-R01', { unitCost: -1n }), ['plan.unitCostNegative']],
    ['过大的单价', todo('1', 'B-R01', { unitCost: MOST_UNIT_COST + 1n }), ['plan.unitCostTooBig']],
    [
      '都不大，费用过大',
      todo('1', 'B-R01', { quantity: MOST_QUANTITY, unitCost: MOST_UNIT_COST }),
      ['plan.costTooBig'],
    ],
    ['线缆有实施方式', todo(null, 'C-R06', { method: 'underground' }), []],
    ['屋面没有实施方式', todo('1', 'B-R01', { method: 'overhead' }), ['plan.methodElsewhere']],
    ['楼栋的项填在小区', todo(null, 'B-R01'), ['plan.ofBuilding']],
    ['小区的项填在楼栋', todo('1', 'C-R01'), ['plan.ofCompound']],
    ['别处的楼栋', todo('9', 'B-R01'), ['plan.buildingUnknown']],
    ['停用的楼栋', todo('2', 'B-R01'), ['plan.buildingIsRetired']],
    ['停用的楼栋可以清空', cell('2', 'B-R01'), []],
    ['菜单里没有的项', todo('1', 'B-R99'), ['plan.itemUnknown']],
    [
      '几处都错，一次说全',
      todo('1', 'B-R01', { quantity: -1n, unitCost: -1n, residentPercent: 5, method: 'overhead' }),
      ['plan.percentOfRequired', 'plan.methodElsewhere', 'plan.quantityNegative', 'plan.unitCostNegative'],
    ],
  ])('%s', (_, one, expected) => expect(codes(one)).toEqual(expected));

  it('指到楼栋、项目和栏目', () => {
    expect(cellReasons(todo('1', 'B-R01', { quantity: -5_00n }), ground, 'cells.3')).toEqual([
      {
        code: 'plan.quantityNegative',
        params: { where: '1栋', item: '屋面渗漏修缮', found: '-5.00' },
        field: 'cells.3.quantity',
      },
    ]);
  });

  it('不改造的没有工程量；不填的什么也没有', () => {
    const met = normalised(todo('1', 'B-R01', { answer: 'met', photoFileId: 'x', reason: '2018年换过' }));
    expect([met.quantity, met.unitCost, met.photoFileId, met.reason]).toEqual([null, null, 'x', '2018年换过']);
    const none = normalised(todo('1', 'B-R01', { answer: 'none', photoFileId: 'x', reason: 'y' }));
    expect([none.quantity, none.photoFileId, none.reason]).toEqual([null, null, null]);
  });
});

describe('单位与出资', () => {
  it('菜单的每一项都有单位', () => {
    const units = menu.map((one) => [one.code, unitOf(one)]);
    expect(Object.fromEntries(units)).toMatchObject({
      'B-R01': '㎡',
      'B-R06': '户',
      'B-R08': '盏',
      'B-I03': '部',
      'C-R05': 'm',
    });
    expect(unitOf({ key: 'newItem' })).toBe('项');
  });

  it.each([
    ['B-R06', null, 'pipeline'],
    ['C-R05', null, 'local'],
    ['C-R06', 'overhead', 'pipeline'],
    ['C-R06', 'underground', 'local'],
    ['B-R07', null, 'pipeline'],
    ['B-I03', null, 'residents'],
    ['B-R01', null, null],
  ] as const)('%s（%s）按规则由 %s 出', (code, method, payer) =>
    expect(suggestedPayer(rulebook, item(code), method)).toBe(payer),
  );

  it('上改下：土建由财政，线缆由管线单位，两条规则都说', () =>
    expect(payersOf(rulebook, item('C-R06'), 'underground').map(({ code }) => code)).toEqual([
      'undergroundCivil',
      'undergroundLines',
    ]));
});
