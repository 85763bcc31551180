import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYear } from '@/lib/domain/imports/cells-dates';
import { readArea, readCoordinate, readCount, readMoney } from '@/lib/domain/imports/cells-numbers';
import { readBoolean, readChoice, readIdNumber, readPhone, readText } from '@/lib/domain/imports/cells-words';
import { OWNERSHIP_CHOICES, STRUCTURE_CHOICES } from '@/lib/domain/imports/choices';
import type { Reading } from '@/lib/domain/imports/reading';
import { formatArea } from '@/lib/domain/kernel/area';
import { formatMoney } from '@/lib/domain/kernel/money';

const codeOf = (reading: Reading<unknown>) => ('error' in reading ? reading.error.code : undefined);
const warningsOf = (reading: Reading<unknown>) =>
  'error' in reading ? [] : (reading.warnings ?? []).map((warning) => warning.code);

describe('areas', () => {
  it.each<[unknown, bigint, string[]]>([
    ['约 13000平方米', 1300000n, ['cell.approximate']],
    ['1.3万㎡', 1300000n, []],
    ['13,000', 1300000n, []],
    ['8 000.5m2', 800050n, []],
    ['1万平米', 1000000n, []],
    ['１３０００㎡', 1300000n, []],
    ['13000平方米', 1300000n, []],
    ['8,000', 800000n, []],
    [9000, 900000n, []],
    [88.33, 8833n, []],
    [26499.000000000004, 2649900n, []],
    ['13000平方米左右', 1300000n, ['cell.approximate']],
    ['13000㎡（约）', 1300000n, ['cell.approximate']],
    ['1.3万余平方米', 1300000n, ['cell.approximate']],
    ['88.335', 8834n, ['cell.rounded']],
    ['1.00005万㎡', 1000050n, []],
  ])('%j', (cell, area, warnings) => {
    const reading = readArea(cell);
    expect(reading).toMatchObject({ value: area });
    expect(warningsOf(reading)).toEqual(warnings);
  });

  it.each([
    ['-5', 'cell.areaNegative'],
    ['3亩', 'cell.areaUnit'],
    ['2公顷', 'cell.areaUnit'],
    ['1.2.3', 'cell.area'],
    ['13,00', 'cell.area'],
    ['8000+2000', 'cell.area'],
    ['待测', 'cell.area'],
    [Number.NaN, 'cell.area'],
    [true, 'cell.area'],
  ])('%j is refused: %s', (cell, code) => expect(codeOf(readArea(cell))).toBe(code));

  it('a bare number means what the column says', () => {
    expect(readArea('1.3', { columnUnit: 'wan-m2' })).toEqual({ value: 1300000n });
    expect(readArea('13000㎡', { columnUnit: 'wan-m2' })).toEqual({ value: 1300000n });
  });

  it.each([null, undefined, '', '  ', '—', '/', '\u3000'])('%j is blank', (cell) =>
    expect(readArea(cell)).toEqual({ value: null }),
  );

  it('what is written by us is read as it was', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 10n), (area) => {
        expect(readArea(formatArea(area))).toEqual({ value: area });
      }),
    );
  });
});

describe('money', () => {
  it.each<[unknown, bigint]>([
    ['418万元', 418_000_000n],
    ['¥1,200.50', 120050n],
    ['251.6万', 251_600_000n],
    ['1.5亿元', 15_000_000_000n],
    ['120000元', 12_000_000n],
  ])('%j', (cell, fen) => expect(readMoney(cell)).toEqual({ value: fen }));

  it('251.6 in a column of 万元', () => {
    expect(readMoney(251.6, { columnUnit: 'wan' })).toEqual({ value: 251_600_000n });
    expect(readMoney('418元', { columnUnit: 'wan' })).toEqual({ value: 41_800n });
  });

  it('refuses what it cannot read', () => {
    expect(codeOf(readMoney('-5万元'))).toBe('cell.moneyNegative');
    expect(codeOf(readMoney('5美元'))).toBe('cell.moneyUnit');
    expect(codeOf(readMoney('面议'))).toBe('cell.money');
  });

  it('what is written by us is read as it was', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), (fen) => {
        expect(readMoney(formatMoney(fen))).toEqual({ value: fen });
      }),
    );
  });
});

describe('counts', () => {
  it.each<[unknown, number]>([
    ['105户', 105],
    ['2栋', 2],
    ['１００', 100],
    [80, 80],
    ['1,200户', 1200],
    ['三栋', 3],
    ['十二', 12],
    ['二十户', 20],
    ['共3栋', 3],
    [0, 0],
  ])('%j', (cell, count) => expect(readCount(cell)).toEqual({ value: count }));

  it('refuses parts, other units and nonsense', () => {
    expect(codeOf(readCount(2.5))).toBe('cell.count');
    expect(codeOf(readCount('3栋', { unit: '户' }))).toBe('cell.countOtherUnit');
    expect(readCount('3幢', { unit: '栋' })).toEqual({ value: 3 });
    expect(codeOf(readCount('3栋6单元'))).toBe('cell.count');
    expect(codeOf(readCount('-3'))).toBe('cell.count');
    expect(codeOf(readCount('100000'))).toBe('cell.countTooBig');
    expect(warningsOf(readCount('约100户'))).toEqual(['cell.approximate']);
  });
});

describe('years', () => {
  it.each<[unknown, number]>([
    ['1998年', 1998],
    [1998, 1998],
    ['１９８９', 1989],
    ['1998/5/1', 1998],
    ['1998-05-01', 1998],
    ['1998.5', 1998],
    ['1998年5月', 1998],
    ['1998 年 5 月 1 日', 1998],
    [new Date('1998-05-01T00:00:00Z'), 1998],
    ['1998年建成', 1998],
  ])('%j', (cell, year) => expect(readYear(cell)).toEqual({ value: year }));

  it('a serial day number only where the column holds dates', () => {
    expect(readYear(35916, { serialDate: true })).toEqual({ value: 1998 });
    expect(codeOf(readYear(35916))).toBe('cell.year');
    expect(readYear(1998, { serialDate: true })).toEqual({ value: 1998 });
  });

  it.each([
    ['98年', 'cell.yearShort'],
    ['98', 'cell.yearShort'],
    ['90年代', 'cell.yearShort'],
    ['1990年代', 'cell.yearShort'],
    ['1995-1998', 'cell.yearRange'],
    ['1995年至1998年', 'cell.yearRange'],
    ['1800', 'cell.yearOutside'],
    ['不详', 'cell.year'],
    ['1998年13月', 'cell.year'],
    [new Date(Number.NaN), 'cell.year'],
  ])('%j is refused: %s', (cell, code) => expect(codeOf(readYear(cell))).toBe(code));
});

describe('yes and no', () => {
  it.each(['是', '√', '有', 'Y', '1', '对', ' 是 ', 'ＹＥＳ', true, 1])('%j is yes', (cell) =>
    expect(readBoolean(cell)).toEqual({ value: true }),
  );
  it.each(['否', '×', '无', 'N', '0', 'x', '没有', false, 0])('%j is no', (cell) =>
    expect(readBoolean(cell)).toEqual({ value: false }),
  );
  it('anything else is asked about', () => {
    expect(readBoolean('')).toEqual({ value: null });
    expect(codeOf(readBoolean('部分'))).toBe('cell.boolean');
  });
});

describe('choices', () => {
  it('goes by any of its words', () => {
    expect(readChoice('房改', OWNERSHIP_CHOICES)).toEqual({ value: 'reformed' });
    expect(readChoice('混合', OWNERSHIP_CHOICES)).toEqual({ value: 'mixed' });
    expect(readChoice('砖混结构', STRUCTURE_CHOICES)).toEqual({ value: 'brickConcrete' });
    expect(readChoice('无', [{ code: 'missing', words: ['缺', '无'] }])).toEqual({ value: 'missing' });
  });

  it('names the list when it is none of them', () => {
    const reading = readChoice('小产权', OWNERSHIP_CHOICES);
    expect(reading).toEqual({
      error: { code: 'cell.choice', params: { found: '小产权', expected: '房改房、商品房、单位自管、混合' } },
    });
  });
});

describe('text', () => {
  it.each(['=1+1', '+86', '-甲', '@某', "'引"])('%j stays as it is', (text) =>
    expect(readText(text, { max: 80 })).toEqual({ value: text }),
  );

  it('narrows digits and letters and leaves Chinese marks alone', () => {
    expect(readText(' Ａ区１２栋（原五建）①㎡ ', { max: 80 })).toEqual({ value: 'A区12栋（原五建）①㎡' });
    expect(readText(42, { max: 80 })).toEqual({ value: '42' });
    expect(readText('第一行\r\n第二行', { max: 80 })).toEqual({ value: '第一行\n第二行' });
  });

  it('takes hidden characters out and says so; refuses what is too long', () => {
    expect(readText('五\u200b建\u0000', { max: 80 })).toMatchObject({
      value: '五建',
      warnings: [{ code: 'cell.hiddenRemoved' }],
    });
    expect(readText('\ud800', { max: 80 })).toEqual({ value: null });
    expect(codeOf(readText('长'.repeat(81), { max: 80 }))).toBe('cell.textTooLong');
    expect(codeOf(readText({ richText: [] }, { max: 80 }))).toBe('cell.text');
  });
});

describe('persons', () => {
  it('phones, as numbers too; errors are masked', () => {
    expect(readPhone(13800000000)).toEqual({ value: '13800000000' });
    expect(readPhone('无')).toEqual({ value: null });
    expect(readPhone('12345678901')).toEqual({ error: { code: 'cell.phone', params: { found: '123****8901' } } });
  });

  it('ID numbers never from a number cell', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({ value: '11010519491231002X' });
    expect(codeOf(readIdNumber(110105194912310000))).toBe('cell.idAsNumber');
    const reading = readIdNumber('110105194912310021');
    expect(reading).toEqual({ error: { code: 'identity.idCheck', params: { found: '1101**********0021' } } });
  });
});

describe('coordinates', () => {
  it('decimal and with minutes and seconds', () => {
    expect(readCoordinate('102.0712345', 'longitude')).toEqual({ value: 102.071235 });
    expect(readCoordinate('东经102°4′16″', 'longitude')).toEqual({ value: 102.071111 });
    expect(readCoordinate(25.15, 'latitude')).toEqual({ value: 25.15 });
    expect(codeOf(readCoordinate(25.15, 'longitude'))).toBe('cell.coordinateOutside');
    expect(codeOf(readCoordinate('102,07', 'longitude'))).toBe('cell.coordinate');
  });
});

it('no reader throws, whatever stands in the cell', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.date({ noInvalidDate: false }),
    fc.object(),
    fc.bigInt(),
    fc.stringMatching(/^[约0-9.,年月万平户栋㎡元\-/ ]{0,12}$/),
  );
  fc.assert(
    fc.property(anything, (cell) => {
      for (const reading of [
        readArea(cell),
        readMoney(cell),
        readCount(cell),
        readYear(cell),
        readYear(cell, { serialDate: true }),
        readBoolean(cell),
        readText(cell, { max: 10 }),
        readChoice(cell, OWNERSHIP_CHOICES),
        readPhone(cell),
        readIdNumber(cell),
        readCoordinate(cell, 'latitude'),
      ]) {
        expect(
          'error' in reading ? typeof reading.error.code : reading.value === null || reading.value !== undefined,
        ).toBeTruthy();
      }
    }),
    { numRuns: 500 },
  );
});
