import { describe, expect, it } from 'vitest';
import { compoundFacts, type Registered } from '@/lib/domain/notices/scope';

const registered = (more: Partial<Registered> = {}): Registered => ({
  id: 'a',
  name: '龙城小区',
  place: '金山镇 龙城社区',
  address: null,
  buildings: 2,
  households: 30,
  owners: 28,
  floorArea: '300000',
  exclusiveArea: '264990',
  ...more,
});
const other = registered({ id: 'b', name: '五建小区', buildings: 1, households: 10, owners: 10, exclusiveArea: '0' });

describe('what a notice says of its compounds', () => {
  it('专有面积 where every register holds it', () => {
    const { scope, compounds } = compoundFacts([registered()], new Map([['a', '完善类']]));
    expect(scope).toMatchObject({ area: '2649.90', areaKind: 'exclusive' });
    expect(compounds).toMatchObject([{ area: '2649.90', note: '完善类' }]);
  });

  it('建筑面积 of all where one register does not, so that no sum adds both', () => {
    const { scope, compounds } = compoundFacts([registered(), other], new Map());
    expect(scope).toEqual({
      compounds: 2,
      buildings: 3,
      households: 40,
      owners: 38,
      area: '6000.00',
      areaKind: 'floor',
    });
    expect(compounds.map(({ area, note }) => [area, note])).toEqual([
      ['3000.00', null],
      ['3000.00', null],
    ]);
  });

  it('of none, nothing', () =>
    expect(compoundFacts([], new Map()).scope).toMatchObject({ area: '0.00', areaKind: 'floor' }));
});
