import { describe, expect, it } from 'vitest';
import { copyOf, copyReasons } from '@/lib/domain/plans/copy';
import { building, cell, menu, todo } from './plans';

const cells = [
  todo('1', 'B-R01', { quantity: 12_00n }),
  cell('1', 'B-R02', { answer: 'refused', reason: '一层不同意' }),
  cell('1', 'B-R03', { answer: 'met', photoFileId: 'photo' }),
  todo('2', 'B-R01', { quantity: 7_00n }),
  todo('2', 'B-I01'),
  todo(null, 'C-R01'),
];
const said = (mode: 'replace' | 'fill', to = ['2', '3']) =>
  copyOf({ from: '1', to, mode }, menu, cells).cells.map(({ buildingId, item, answer }) => [buildingId, item, answer]);

describe('复制一栋楼', () => {
  it('只填空白：已有的不动', () =>
    expect(said('fill')).toEqual([
      ['2', 'B-R02', 'refused'],
      ['3', 'B-R01', 'todo'],
      ['3', 'B-R02', 'refused'],
    ]));

  it('全部替换：多出来的清空', () =>
    expect(said('replace', ['2'])).toEqual([
      ['2', 'B-R01', 'todo'],
      ['2', 'B-R02', 'refused'],
      ['2', 'B-I01', 'none'],
    ]));

  it('连工程量一起复制；已达标凭自己的照片，不复制，并说有几处', () => {
    const copied = copyOf({ from: '1', to: ['3'], mode: 'fill' }, menu, cells);
    expect(copied.cells[0]).toMatchObject({ buildingId: '3', quantity: 12_00n, photoFileId: null });
    expect(copied.notCopied).toBe(1);
  });

  it('再复制一次，什么也不变', () => {
    const first = copyOf({ from: '1', to: ['3'], mode: 'fill' }, menu, cells).cells;
    expect(copyOf({ from: '1', to: ['3'], mode: 'fill' }, menu, [...cells, ...first]).cells).toEqual([]);
  });

  it('不能复制到自己、停用的楼栋或别处的楼栋', () => {
    const buildings = [building('1'), building('2', { retired: true })];
    const reasons = copyReasons({ from: '1', to: ['1', '2', '9'], mode: 'fill' }, buildings);
    expect(reasons.map(({ code, field }) => [code, field])).toEqual([
      ['plan.buildingUnknown', 'to.1'],
      ['plan.buildingUnknown', 'to.2'],
      ['plan.copyToItself', 'to'],
    ]);
  });
});
