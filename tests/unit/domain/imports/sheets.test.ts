import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectCsv, unprotectCsv } from '@/lib/domain/imports/csv-safety';
import { IMPORT_FIELDS } from '@/lib/domain/imports/field-synonyms';
import { classifyRow, proposeMapping, readUnitsRow, recogniseSheet } from '@/lib/domain/imports/header';

// The public plan list as it arrived: merged title rows, units in a row, a blank row, a sum row.
const list = [
  Array(7).fill('2021年老旧小区改造计划表'),
  Array(7).fill('单位：户、栋、平方米、万元'),
  [],
  ['序号', '小区名称', '涉及居民(户)', '楼宇（栋）', '建筑面积', '计划投资', '备注'],
  [1, '天阳楼小区', '105户', 3, '13000平方米', '418万元', ''],
  [8, '石梁路42号楼', 24, 1, 2400, 77.8, '独栋'],
  ['合计', '', 703, '', 69500, '', '另有4个项目名单未公布'],
];

describe('a list that is not our template', () => {
  it('is recognised row by row', () => {
    expect(list.map((row) => classifyRow(row))).toEqual(['title', 'units', 'blank', 'header', 'data', 'data', 'sum']);
  });

  it('gets a proposal for every column', () => {
    const sheet = recogniseSheet(list);
    expect(sheet).toMatchObject({ headerRow: 3, title: '2021年老旧小区改造计划表' });
    expect(sheet?.columns.map((column) => [column.field, column.confidence, column.unit])).toEqual([
      ['serial', 'certain', null],
      ['name', 'certain', null],
      ['statedHouseholds', 'certain', null],
      ['statedBuildings', 'certain', null],
      ['statedFloorArea', 'certain', 'm2'],
      ['plannedInvestment', 'certain', 'wan'],
      ['remarks', 'certain', null],
    ]);
  });

  it('has the same fingerprint with its columns moved', () => {
    const moved = [[...(list[3] ?? [])].reverse()];
    expect(recogniseSheet(moved)?.fingerprint).toBe(recogniseSheet(list)?.fingerprint);
  });

  it('units in the header win over the units row', () => {
    expect(readUnitsRow(['单位：万平方米、元'])).toEqual({ area: 'wan-m2', money: 'yuan' });
    const [name, area, money] = proposeMapping(['小区', '建筑面积（万㎡）', '总投资（万元）']);
    expect([name?.field, area?.unit, money?.unit]).toEqual(['name', 'wan-m2', 'wan']);
  });

  it('asks about a column it does not know, and never uses a field twice', () => {
    const columns = proposeMapping(['小区名称', '小区', '领导批示']);
    expect(columns.map((column) => column.field)).toEqual(['name', null, null]);
  });

  it('reads none where there is no header', () => {
    expect(
      recogniseSheet([
        ['甲', 1],
        ['乙', 2],
      ]),
    ).toBeUndefined();
    expect(classifyRow(['', null, '  '])).toBe('blank');
    expect(classifyRow(['总 计', 5])).toBe('sum');
  });

  it('a household sheet is read by its own words', () => {
    const sheet = recogniseSheet(
      [['小区', '楼栋', '单元', '房号', '专有面积(㎡)', '业主姓名', '联系电话']],
      'household',
    );
    expect(sheet?.columns.map((column) => column.field)).toEqual([
      'compound',
      'building',
      'unitNo',
      'room',
      'exclusiveArea',
      'ownerName',
      'ownerPhone',
    ]);
  });

  it.each(['compound', 'building', 'household'] as const)('our own header of %s is recognised whole', (entity) => {
    const header = IMPORT_FIELDS[entity].map((field) => field.words[0]);
    expect(proposeMapping(header, entity).map((column) => [column.field, column.confidence])).toEqual(
      IMPORT_FIELDS[entity].map((field) => [field.field, 'certain']),
    );
  });

  it('never throws on any rows', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.constant(null),
      fc.boolean(),
      fc.constantFrom('小区名称', '户数', '单位：万元'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        recogniseSheet(rows);
        for (const row of rows) classifyRow(row);
      }),
    );
  });
});

describe('csv', () => {
  it.each(['=1+1', '+86', '-甲', '@SUM', '\tx', '\rx', "'x"])('%j is prefixed', (text) =>
    expect(protectCsv(text)).toBe(`'${text}`),
  );
  it('ordinary text is left alone', () => expect(protectCsv('五建小区')).toBe('五建小区'));
  it('comes back as it was', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\-\t]{0,4}.{0,3}$/));
    fc.assert(
      fc.property(text, (one) => {
        expect(unprotectCsv(protectCsv(one))).toBe(one);
      }),
    );
  });
});
