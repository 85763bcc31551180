import { describe, expect, it } from 'vitest';
import { againstActing, rolesOn } from '@/lib/domain/projects/acting';

const town = '00000000-0000-7000-8000-000000000001';

it('a town works on what it implements, and on nothing else', () => {
  const asker = { role: 'town', subdistrictId: town } as const;
  const codes = (entityKind: string | null, entityUnitId: string | null) =>
    againstActing(asker, { entityKind, entityUnitId }).map(({ code }) => code);
  expect(codes('town', town)).toEqual([]);
  expect(codes('town', '00000000-0000-7000-8000-000000000002')).toEqual(['project.notImplementing']);
  expect(codes('company', null)).toEqual(['project.notImplementing']);
  const others = { entityKind: 'company', entityUnitId: null };
  expect(againstActing({ role: 'county_bureau', subdistrictId: null }, others)).toEqual([]);
  expect(againstActing({ role: 'implementing_entity', subdistrictId: null }, others)).toEqual([]);
});

describe('who implements a project acts as its implementing entity', () => {
  it.each([
    ['the bureau that implements', 'county_bureau', null, 'countyBureau', null, true],
    ['the bureau, of a project of a company', 'county_bureau', null, 'company', null, false],
    ['the town that implements', 'town', town, 'town', town, true],
    ['another town', 'town', '00000000-0000-7000-8000-000000000002', 'town', town, false],
    ['a town while nobody is named', 'town', null, 'town', null, false],
    ['the prefecture', 'prefecture_bureau', null, 'countyBureau', null, false],
  ] as const)('%s', (_, role, subdistrictId, entityKind, entityUnitId, expected) => {
    expect(rolesOn({ role, subdistrictId }, { entityKind, entityUnitId })).toEqual(
      expected ? [role, 'implementing_entity'] : [role],
    );
  });
});
