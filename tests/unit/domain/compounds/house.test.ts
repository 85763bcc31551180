import { describe, expect, test } from 'vitest';
import { gridOf, storeyOf, wholeUnits } from '@/lib/domain/compounds/house';

describe('the house as it stands', () => {
  const home = (unitNo: string, room: string, storey: number | null = null) => ({ unitNo, room, storey });

  test.each([
    ['501', 5],
    ['1203', 12],
    ['A-302', 3],
    ['一层左', null],
    ['12', null],
  ])('room %s is on storey %s', (room, storey) => {
    expect(storeyOf(home('1', room))).toBe(storey);
  });

  test('units side by side, storeys from the top, unknown ones below', () => {
    const grid = gridOf([home('1', '101'), home('1', '门面'), home('1', '201'), home('2', '101', -1)]);
    expect(grid.map(({ unitNo, storeys }) => [unitNo, storeys.map(({ storey }) => storey)])).toEqual([
      ['1', [2, 1, null]],
      ['2', [-1]],
    ]);
  });

  test('of a house that goes on, a unit that is only begun is not drawn as if it ended there', () => {
    const units = gridOf([home('1', '101'), home('1', '201'), home('2', '101')]);
    expect(wholeUnits(units, true).map(({ unitNo, count }) => [unitNo, count])).toEqual([['1', 2]]);
    expect(wholeUnits(units, false)).toHaveLength(2);
    expect(wholeUnits(units.slice(0, 1), true)).toHaveLength(1);
  });
});
