import { describe, expect, it } from 'vitest';
import { againstFinal, unanswered } from '@/lib/domain/plans/final';
import { building, cell, complete, menu, required, todo } from './plans';

const two = [building('1'), building('2')];

describe('定稿', () => {
  it('必改项都有结论、要改造的都有工程量和单价：可以定稿', () =>
    expect(againstFinal({ menu, buildings: two, cells: complete(two) })).toEqual([]));

  it('空白的方案：小区和每栋楼各说一次，带上全部项目的名称', () => {
    const reasons = againstFinal({ menu, buildings: two, cells: [] });
    expect(reasons.map(({ code, params }) => [code, params?.where, params?.count])).toEqual([
      ['plan.unanswered', '小区', required('compound').length],
      ['plan.unanswered', '1栋', required('building').length],
      ['plan.unanswered', '2栋', required('building').length],
    ]);
    expect(reasons[1]?.params?.items).toContain('屋面渗漏修缮、整治私搭乱建');
  });

  it('后来登记的楼栋，它的必改项都算没有结论', () => {
    const three = [...two, building('3')];
    const missing = unanswered({ menu, buildings: three, cells: complete(two) });
    expect(missing).toHaveLength(required('building').length);
    expect(new Set(missing.map(({ buildingId }) => buildingId))).toEqual(new Set(['3']));
  });

  it('每一个必改项单独缺少，都挡住定稿，并说出它', () => {
    for (const one of menu.filter(({ necessity }) => necessity === 'required')) {
      const cells = complete(two).filter(({ item, buildingId }) => item !== one.code || buildingId === '2');
      const reasons = againstFinal({ menu, buildings: two, cells });
      expect(reasons.map(({ code, params }) => [code, params?.items])).toEqual([['plan.unanswered', one.name]]);
    }
  });

  it('选“未填”的必改项等于没有结论；提升类不做不要紧', () => {
    const cells = [...complete(two).slice(1), cell('1', 'B-R01'), cell('1', 'B-I01')];
    expect(againstFinal({ menu, buildings: two, cells }).map(({ code }) => code)).toEqual(['plan.unanswered']);
  });

  it('要改造却没有工程量或单价', () => {
    const cells = [...complete(two), todo('1', 'B-I01', { quantity: 0n }), todo('1', 'B-I03', { unitCost: null })];
    expect(againstFinal({ menu, buildings: two, cells })).toMatchObject([
      { code: 'plan.unpriced', params: { where: '1栋', count: 2, items: '单元防盗门及门禁、多层住宅楼房增设电梯' } },
    ]);
  });

  it('停用的楼栋不用填，留着的内容要清空', () => {
    const buildings = [building('1'), building('2', { retired: true })];
    const cells = [...complete([building('1')]), todo('2', 'B-R01')];
    expect(againstFinal({ menu, buildings, cells })).toMatchObject([
      { code: 'plan.leftAtRetired', params: { where: '2栋', count: 1 } },
    ]);
  });

  it('没有楼栋的小区', () =>
    expect(againstFinal({ menu, buildings: [], cells: complete([]) }).map(({ code }) => code)).toEqual([
      'plan.noBuildings',
    ]));
});
