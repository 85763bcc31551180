import { describe, expect, test } from 'vitest';
import { findingParts } from '@/components/imports/finding-parts';
import { chosenTwice, columnLetter, lackingFields, withConstant, withField } from '@/components/imports/mapping-state';
import { stepStates } from '@/components/imports/stages';

describe('a finding in its columns', () => {
  test('the value stands once, then what is wrong, then what to do', () => {
    const said = '填写的是“三千多平米”，不是面积。请填写平方米数，例如 13000。';
    expect(findingParts(said, '三千多平米')).toEqual({
      found: '三千多平米',
      problem: '不是面积',
      fix: '请填写平方米数，例如 13000。',
    });
  });

  test('in English too', () => {
    expect(findingParts('Found “abc”, expected an area. Enter square metres such as 13000.50.', 'abc')).toEqual({
      found: 'abc',
      problem: 'Expected an area',
      fix: 'Enter square metres such as 13000.50.',
    });
  });

  test('a sentence of another shape is kept whole', () => {
    expect(findingParts('请重新下载摸底表', undefined)).toEqual({
      found: null,
      problem: null,
      fix: '请重新下载摸底表',
    });
  });
});

describe('columns of a foreign list', () => {
  const mapping = {
    sheet: 'Sheet1',
    headerRow: 1,
    fingerprint: 'f',
    constants: {},
    columns: [
      { column: 0, header: '小区名称', field: 'name', unit: null },
      { column: 27, header: '面积', field: null, unit: null },
    ],
  };

  test('are named as spreadsheets name them', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });

  test('an area gets a unit, and a field stands in one column only', () => {
    expect(withField(mapping, 27, 'statedFloorArea').columns[1]?.unit).toBe('m2');
    expect(chosenTwice(withField(mapping, 27, 'name'))).toEqual([{ field: 'name', columns: ['A', 'AB'] }]);
  });

  test('a value for all rows gives way to a column', () => {
    const filled = withConstant(mapping, 'legalTitle', true);
    expect(filled.constants).toEqual({ legalTitle: true });
    expect(withField(filled, 27, 'legalTitle').constants).toEqual({});
    expect(lackingFields(mapping).map(({ field }) => field)).not.toContain('statedFloorArea');
  });
});

test('an import that was refused stands at its reading', () => {
  expect(stepStates('refused').map(({ state }) => state)).toEqual(['error', 'todo', 'todo', 'todo']);
  expect(stepStates('applied').every(({ state }) => state === 'done')).toBe(true);
});
