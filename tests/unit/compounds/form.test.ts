import { describe, expect, test } from 'vitest';
import { blankCompound } from '@/components/compounds/blank';
import { differencesOf, merged } from '@/components/compounds/collisions';
import { problemsOf, toForm, toInput } from '@/components/compounds/form-values';
import { compoundCreateSchema, compoundUpdateSchema } from '@/lib/domain/compounds/schema';

const KEYS = ['roads', 'parking'];
const stored = toForm(
  {
    ...blankCompound,
    name: '龙城小区',
    yearBuilt: 1992,
    legalTitle: true,
    facilities: { roads: 'poor' },
    aliases: ['旧名'],
  },
  KEYS,
);

describe('the form of a compound', () => {
  test('a new one sends what was filled in, as clerks type it', () => {
    const typed = {
      ...toForm(blankCompound, KEYS),
      name: ' 五建小区 ',
      yearBuilt: '１９９８',
      statedFloorArea: '13,000.5',
      urbanVillage: 'no',
    };
    const input = toInput(typed);
    expect(input).toEqual({ name: '五建小区', yearBuilt: 1998, statedFloorArea: '13000.5', urbanVillage: false });
    expect(compoundCreateSchema.safeParse(input).success).toBe(true);
  });

  test('a stored one sends only what changed; emptied is null, an emptied name is refused at its field', () => {
    const typed = { ...stored, yearBuilt: '', legalTitle: '', facilities: { roads: '', parking: 'missing' } };
    expect(toInput(typed, stored)).toEqual({
      yearBuilt: null,
      legalTitle: null,
      facilities: { roads: null, parking: 'missing' },
    });
    expect([...problemsOf(compoundUpdateSchema, toInput({ ...stored, name: ' ' }, stored)).keys()]).toEqual(['name']);
  });

  test('each mistake stands at its own field', () => {
    const typed = { ...stored, yearBuilt: '九八年', statedFloorArea: '约 13000', longitude: '200' };
    expect([...problemsOf(compoundUpdateSchema, toInput(typed, stored)).keys()].sort()).toEqual([
      'longitude',
      'statedFloorArea',
      'yearBuilt',
    ]);
  });
});

describe('two people on one record', () => {
  const mine = { ...stored, yearBuilt: '1990', address: '我写的', facilities: { roads: 'good', parking: '' } };
  const theirs = {
    ...stored,
    yearBuilt: '1995',
    remarks: '别人写的',
    facilities: { roads: 'missing', parking: 'good' },
  };

  test('only fields that both changed collide', () => {
    expect(differencesOf(mine, stored, theirs)).toEqual({ plain: ['yearBuilt'], facilities: ['roads'] });
  });

  test('nothing of either is lost, whatever is chosen', () => {
    const kept = merged(mine, stored, theirs, new Set());
    expect(kept).toMatchObject({
      yearBuilt: '1990',
      address: '我写的',
      remarks: '别人写的',
      facilities: { roads: 'good', parking: 'good' },
    });
    const given = merged(mine, stored, theirs, new Set(['yearBuilt', 'facility-roads']));
    expect(given).toMatchObject({
      yearBuilt: '1995',
      address: '我写的',
      facilities: { roads: 'missing', parking: 'good' },
    });
  });
});
