import { describe, expect, it } from 'vitest';
import { readPlanSheets } from '@/lib/domain/plans/sheet';
import type { GridRow } from '@/lib/domain/votes/sheet';
import { building, cell, funding, menu, todo } from './plans';

const HEAD = [
  '楼栋',
  '代码',
  '改造内容',
  '类别',
  '需求户数',
  '结论*',
  '工程量',
  '单位',
  '单价（元）',
  '出资',
  '实施方式',
  '居民分担（%）',
  '原因或说明',
];
const rowsOf = (...rows: unknown[][]): GridRow[] => rows.map((cells, at) => ({ rowNo: at + 1, cells }));
const line = (where: string, code: string, ...said: unknown[]) => [where, code, null, null, null, ...said];
const facts = { menu, funding, buildings: [building('1'), building('2')], cells: [todo('1', 'B-R01')] };
const read = (...rows: unknown[][]) => readPlanSheets(new Map([['楼栋', rowsOf(HEAD, ...rows)]]), facts);
const problems = (...rows: unknown[][]) => read(...rows).findings.map(({ sheet, cell: at, code }) => [sheet, at, code]);

describe('填好的表', () => {
  it('与现在一样的行不改变什么；空的行也不', () => {
    const answer = read(line('1栋', 'B-R01', '改造', 1, '项', 100), line('2栋', 'B-R01'), []);
    expect([answer.changes, answer.findings, answer.same]).toEqual([[], [], 2]);
  });

  it('全角数字、文本数字、千分位、带单位的都读得懂', () => {
    const answer = read(
      line('1栋', 'B-R01', '改造', '１２．５', '㎡', '1,200.50'),
      line('2栋', 'b-r01', '√', '12.5㎡', '㎡', '¥１２００'),
    );
    expect(answer.findings).toEqual([]);
    expect(answer.changes.map(({ cell: one }) => [one.buildingId, one.quantity, one.unitCost])).toEqual([
      ['1', 12_50n, 1200_50n],
      ['2', 12_50n, 1200_00n],
    ]);
  });

  it('每个问题都在它的格子上', () => {
    expect(
      problems(
        line('9栋', 'B-R01', '改造', 1, '项', 1),
        line('1栋', 'B-R99', '改造', 1, '项', 1),
        line('1栋', 'C-R01', '改造', 1, '项', 1),
        line('1栋', 'B-R02', '也许', 1, '项', 1),
        line('1栋', 'B-R03', '改造', -1, '项', '一百'),
        line('1栋', 'B-R04', '改造', 1.005, '项', 1, '银行', '悬空', 101),
        line('1栋', 'B-R05', '居民不同意'),
        line('1栋', 'B-R06', '已达标'),
        line('1栋', 'B-R07', null, 5, 'm', 10),
        line('1栋', 'B-R08', '改造', 1, '盏', 1, null, null, 20),
        line('1栋', 'B-R09', '改造', 1, '项', 1),
        line('1栋', 'B-R09', '改造', 1, '项', 1),
      ),
    ).toEqual([
      ['楼栋', 'A2', 'plan.sheetBuilding'],
      ['楼栋', 'B3', 'plan.sheetItem'],
      ['楼栋', 'B4', 'plan.sheetItem'],
      ['楼栋', 'F5', 'cell.choice'],
      ['楼栋', 'I6', 'money.unreadable'],
      ['楼栋', 'G7', 'plan.figureTooFine'],
      ['楼栋', 'J7', 'cell.choice'],
      ['楼栋', 'K7', 'cell.choice'],
      ['楼栋', 'L7', 'plan.percentUnreadable'],
      ['楼栋', 'M8', 'plan.reasonNeeded'],
      ['楼栋', 'F9', 'plan.photoNeeded'],
      ['楼栋', 'F10', 'plan.sheetNoAnswer'],
      ['楼栋', 'L11', 'plan.percentOfRequired'],
      ['楼栋', 'B13', 'plan.sheetTwice'],
    ]);
  });

  it('负数和过大的数说明白', () =>
    expect(
      problems(line('1栋', 'B-R03', '改造', '－5', '项', 1), line('2栋', 'B-R03', '改造', 99999999, '项', 1)),
    ).toEqual([
      ['楼栋', 'G2', 'plan.quantityNegative'],
      ['楼栋', 'G3', 'plan.quantityTooBig'],
    ]));

  it('已达标的，照片仍是原来那张', () => {
    const met = cell('1', 'B-R02', { answer: 'met', photoFileId: 'photo' });
    const sheet = new Map([
      ['楼栋', rowsOf(HEAD, line('1栋', 'B-R02', '已达标', null, null, null, null, null, null, '2018年换过'))],
    ]);
    const answer = readPlanSheets(sheet, { ...facts, cells: [met] });
    expect(answer.changes[0]?.cell).toMatchObject({ photoFileId: 'photo', reason: '2018年换过' });
  });

  it('公式出错的格子、没有表头的页、没有这些页的文件', () => {
    const broken: GridRow = {
      rowNo: 2,
      cells: line('1栋', 'B-R01', '改造', null, '项', 1),
      formulas: [{ column: 6, error: '#REF!' }],
    };
    const answer = readPlanSheets(new Map([['楼栋', [...rowsOf(HEAD), broken]]]), facts);
    expect(answer.findings[0]).toMatchObject({ cell: 'G2', code: 'plan.sheetFormulaError' });
    expect(readPlanSheets(new Map([['小区', rowsOf(['a'], ['b'])]]), facts).findings[0]?.code).toBe(
      'plan.sheetNoHeader',
    );
    expect(readPlanSheets(new Map(), facts).findings[0]?.code).toBe('plan.sheetMissing');
  });
});
