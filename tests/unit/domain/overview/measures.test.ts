import { describe, expect, it } from 'vitest';
import { measuredBy, shadesOf, TILE_MEASURES, tileMeasure, worstOf } from '@/lib/domain/overview/measures';
import { county, paying, scoring } from './fixtures';

const worst = (units: Parameters<typeof measuredBy>[0], measure: (typeof TILE_MEASURES)[number]) =>
  worstOf(measuredBy(units, measure), measure).map(({ unit }) => unit.name);

describe('按什么着色', () => {
  it('网址里没有的写法按完工率', () => {
    expect(tileMeasure.parse(undefined)).toBe('completed');
    expect(tileMeasure.parse('paid')).toBe('paid');
    expect(tileMeasure.parse(['red', 'paid'])).toBe('completed');
  });

  it.each([
    ['completed', county('低', { completed: 1 }), county('高', { completed: 2 })],
    ['started', county('低', { started: 1 }), county('高', { started: 2 })],
    ['paid', county('低', { money: paying('1.00', '3.00') }), county('高', { money: paying('1.00', '2.00') })],
    ['score', county('低', { score: scoring(8_999) }), county('高', { score: scoring(9_000) })],
    ['red', county('低', { red: 3 }), county('高', { red: 1 })],
  ] as const)('%s：最差的一个', (measure, low, high) => {
    expect(worst([high, low], measure)).toEqual(['低']);
  });

  it('并列最差的都在；比例按整数比较', () => {
    const third = county('三分之一', { baseline: 3, completed: 1 });
    expect(
      worst(
        [third, county('同', { baseline: 6, completed: 2 }), county('近', { baseline: 1000, completed: 334 })],
        'completed',
      ),
    ).toEqual(['三分之一', '同']);
  });

  it('颜色的深浅与最好的相比，只往下取整', () => {
    const units = [county('最好', { completed: 9 }), county('一半不到', { completed: 4 }), county('零')];
    expect(shadesOf(measuredBy([...units, county('无', { baseline: null })], 'completed'))).toEqual([100, 44, 0, null]);
    expect(shadesOf(measuredBy([county('都是零')], 'completed'))).toEqual([0]);
  });

  it('没有可量的（总量未锁定、没有计划、没有得分、没有项目）不参加比较', () => {
    const nothing = county('无', { baseline: null, compounds: 0 });
    for (const measure of TILE_MEASURES) {
      expect(measuredBy([nothing], measure)[0]?.share, measure).toBeNull();
      expect(worst([nothing], measure)).toEqual([]);
    }
  });

  it('当时没有留存亮灯情况的，不当作没有红灯', () => {
    const unknown = county('不知道', { red: null, yellow: null });
    expect(measuredBy([unknown], 'red')[0]?.share).toBeNull();
    expect(worst([unknown, county('没有红灯', { red: 0 })], 'red')).toEqual(['没有红灯']);
  });
});
