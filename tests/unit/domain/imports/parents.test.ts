import { describe, expect, it } from 'vitest';
import { Parents } from '@/lib/domain/imports/parents';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';

const home = (compound: string, building: string): SheetRecord => ({
  entity: 'household',
  sheet: '户',
  rowNo: 2,
  id: null,
  version: null,
  values: { compound, building },
  columns: {},
  problems: [],
});

function asked(parents: Parents, compound: string, building = '1栋') {
  const said: Problem['code'][] = [];
  const spot = parents.buildingOf(home(compound, building), (_level, code) => said.push(code));
  return { row: spot?.row ?? null, said };
}

describe('the building that thousands of cells name alike', () => {
  const file = () => {
    const parents = new Parents([], []);
    parents.addCompound('文化路小区', { id: null, row: 2 });
    parents.addBuilding({ id: null, row: 2 }, '1栋', { id: null, row: 7 });
    return parents;
  };

  it('is the same at every asking, in whatever width it is written', () => {
    const parents = file();
    for (const [compound, building] of [
      ['文化路小区', '1栋'],
      ['文化路小区', '1栋'],
      ['文化路小区 ', '１栋'],
    ] as const)
      expect(asked(parents, compound, building)).toEqual({ row: 7, said: [] });
  });

  it('is another, or none, as soon as a further row says so', () => {
    const parents = file();
    expect(asked(parents, '文化路小区').row).toBe(7);
    parents.addBuilding({ id: null, row: 2 }, '1栋', { id: null, row: 9 });
    expect(asked(parents, '文化路小区').row).toBe(9);
    parents.addCompound('文化路小区', { id: null, row: 3 });
    expect(asked(parents, '文化路小区')).toEqual({ row: null, said: ['import.row.compoundAmbiguous'] });
  });

  it('that nobody knows is said to be unknown in each row', () => {
    const parents = file();
    for (let row = 0; row < 2; row++) {
      expect(asked(parents, '文化路小区', '2栋').said).toEqual(['import.row.noBuilding']);
      expect(asked(parents, '没有小区').said).toEqual(['import.row.noCompound']);
      expect(asked(parents, '', '1栋')).toEqual({ row: null, said: [] });
    }
  });
});
