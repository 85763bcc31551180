import { describe, expect, test } from 'vitest';
import { allTheirs, collisionsOf } from '@/components/units/collisions';
import type { UnitDetail } from '@/lib/domain/units/views';

const first = { code: '532331', name: '禄丰县', validFrom: '2020-01-01', validTo: null, documentNo: null };
const base: UnitDetail = {
  id: '00000000-0000-7000-8000-000000000001',
  parentId: null,
  kind: 'county',
  code: '532331',
  name: '禄丰县',
  nameEn: 'Lufeng',
  sortOrder: 3,
  approvers: {},
  validFrom: '2020-01-01',
  validTo: null,
  retiredReason: null,
  countyId: null,
  accounts: 0,
  compounds: 0,
  children: 0,
  version: 1,
  versions: [first],
};
const renamed: UnitDetail = {
  ...base,
  name: '禄丰市',
  code: '532302',
  version: 2,
  versions: [
    { ...first, name: '禄丰市', code: '532302', validFrom: '2021-02-01', documentNo: '民函〔2021〕1号' },
    { ...first, validTo: '2021-02-01' },
  ],
};
const fieldsOf = (...names: string[]) => names.map((name) => ({ name, label: name }));

describe('two people on one unit', () => {
  test('two renames: every field with both values; day and document of mine are only compared', () => {
    const mine = { name: '禄丰新市', code: '532331', validFrom: '2021-03-01', documentNo: '' };
    expect(collisionsOf(fieldsOf('name', 'code', 'validFrom', 'documentNo'), mine, base, renamed)).toMatchObject([
      { key: 'name', theirs: '禄丰市', mine: '禄丰新市', untouched: false, mineOnly: false },
      { key: 'code', theirs: '532302', mine: '532331', untouched: true, mineOnly: false },
      { key: 'validFrom', theirs: '2021-02-01', mine: '2021-03-01', mineOnly: true },
      { key: 'documentNo', theirs: '民函〔2021〕1号', mine: '', mineOnly: true },
    ]);
  });

  test('the other facts: what agrees is not shown, what I left alone keeps the other’s value', () => {
    const theirs = { ...base, nameEn: 'Lufeng City', sortOrder: 5, approvers: { feasibility: '州发改委' }, version: 2 };
    const mine = { nameEn: 'Lufeng County', sortOrder: '5', feasibility: '' };
    expect(collisionsOf(fieldsOf('nameEn', 'sortOrder', 'feasibility'), mine, base, theirs)).toMatchObject([
      { key: 'nameEn', theirs: 'Lufeng City', mine: 'Lufeng County', untouched: false },
      { key: 'feasibility', theirs: '州发改委', mine: '', untouched: true },
    ]);
  });

  test('a retirement meets only another retirement', () => {
    const fields = fieldsOf('validTo', 'reason');
    const mine = { validTo: '2022-05-01', reason: '撤并' };
    expect(collisionsOf(fields, mine, base, renamed)).toEqual([]);
    const retired = { ...base, validTo: '2022-04-01', retiredReason: '并入双柏', version: 2 };
    expect(collisionsOf(fields, mine, base, retired).map(({ key, untouched }) => [key, untouched])).toEqual([
      ['validTo', false],
      ['reason', false],
    ]);
  });

  test('nothing is sent when everything that can be chosen is the other’s', () => {
    const mine = { name: '禄丰新市', validFrom: '2021-03-01' };
    const collisions = collisionsOf(fieldsOf('name', 'validFrom'), mine, base, renamed);
    expect(allTheirs(collisions, new Set(['name']))).toBe(true);
    expect(allTheirs(collisions, new Set())).toBe(false);
    expect(allTheirs([], new Set())).toBe(false);
  });
});
