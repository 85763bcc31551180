import type { Area } from '../kernel/area';
import type { Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { compact, failure, parseDecimal, type Reading, shown, value, withoutApproximately } from './reading';

const AREA_UNITS: Record<string, bigint> = {
  '': 1n,
  m2: 1n,
  'm^2': 1n,
  平方米: 1n,
  平米: 1n,
  平方: 1n,
  平: 1n,
  万m2: 10_000n,
  万平方米: 10_000n,
  万平米: 10_000n,
  万平方: 10_000n,
  万平: 10_000n,
  万: 10_000n,
};

/**
 * Areas as clerks write them: 13000, '13,000', '8 000.5m2', '约 13000平方米', '1.3万㎡', '1万平米' → integers of 0.01 m².
 * `columnUnit` says what a bare number means (from 单位：… or the header). Finer than 0.01 m² is rounded half up with a warning.
 */
export function readArea(cell: unknown, options: { columnUnit?: 'm2' | 'wan-m2' } = {}): Reading<Area> {
  const read = readAmount(cell, AREA_UNITS, options.columnUnit === 'wan-m2' ? 10_000n : 1n);
  if (read === 'blank') return value<Area>(null);
  if (read === 'negative') return failure('cell.areaNegative', cell);
  if (read === 'unit') return failure('cell.areaUnit', cell);
  if (read === 'unreadable' || read.hundredths >= 10n ** 11n) return failure('cell.area', cell);
  return value(read.hundredths, read.warnings);
}

const MONEY_UNITS: Record<string, bigint> = {
  '': 1n,
  元: 1n,
  元整: 1n,
  圆: 1n,
  rmb: 1n,
  万元: 10_000n,
  万: 10_000n,
  亿元: 100_000_000n,
  亿: 100_000_000n,
};

/** '418万元', '¥1,200.50', 257 (in a column of 万元) → integer fen. Finer than 1 fen is rounded half up with a warning. */
export function readMoney(cell: unknown, options: { columnUnit?: 'yuan' | 'wan' } = {}): Reading<Money> {
  const bare = typeof cell === 'string' ? cell.normalize('NFKC').replace(/^\s*(¥|人民币|RMB)\s*/i, '') : cell;
  const read = readAmount(bare, MONEY_UNITS, options.columnUnit === 'wan' ? 10_000n : 1n);
  if (read === 'blank') return value<Money>(null);
  if (read === 'negative') return failure('cell.moneyNegative', cell);
  if (read === 'unit') return failure('cell.moneyUnit', cell);
  if (read === 'unreadable' || read.hundredths >= 10n ** 16n) return failure('cell.money', cell);
  return value(read.hundredths, read.warnings);
}

type Amount = { hundredths: bigint; warnings: Reason[] };

function readAmount(
  cell: unknown,
  units: Record<string, bigint>,
  bareUnit: bigint,
): Amount | 'blank' | 'negative' | 'unit' | 'unreadable' {
  const text = compact(cell).toLowerCase();
  if (isBlank(text)) return 'blank';
  const { text: plain, warnings } = withoutApproximately(text);
  if (/^[-−–]\d/.test(plain)) return 'negative';
  const match = /^([\d,.']+)([^\d]*2?)$/.exec(plain);
  if (!match) return 'unreadable';
  const unit = withoutApproximately(match[2] ?? '').text;
  if (!Object.hasOwn(units, unit)) return 'unit';
  const factor = unit === '' ? bareUnit : (units[unit] ?? 1n);
  const places = 2 + String(factor).length - 1;
  const decimal = parseDecimal(match[1] ?? '', places);
  if (!decimal) return 'unreadable';
  return {
    hundredths: decimal.units,
    warnings: decimal.rounded ? [...warnings, reason('cell.rounded', { found: shown(cell) })] : warnings,
  };
}

/** A dash or slash in a cell is how clerks write "nothing". */
export function isBlank(text: string): boolean {
  return /^[-—–/\\]*$/.test(text);
}

const COUNT_UNITS = ['户', '栋', '幢', '座', '个', '层', '单元', '套', '间', '人', '梯', '楼'];
const NUMERALS = '零一二三四五六七八九';

/** '105户', '2栋', '１００', 80, '三栋', '1,200户' → a whole number from 0 to 99 999. With `unit`, another unit in the cell is an error: 3栋 in a column of 户. */
export function readCount(cell: unknown, options: { unit?: string } = {}): Reading<number> {
  const text = compact(cell);
  if (isBlank(text)) return value<number>(null);
  const { text: plain, warnings } = withoutApproximately(text);
  const match = /^(?:共|计)?([\d,.]+|[零〇一二两三四五六七八九十]{1,3})(\D*)$/.exec(plain);
  if (!match) return failure('cell.count', cell);
  const unit = withoutApproximately(match[2] ?? '').text;
  if (unit !== '' && !COUNT_UNITS.includes(unit)) return failure('cell.count', cell);
  if (unit !== '' && options.unit && !sameUnit(unit, options.unit))
    return failure('cell.countOtherUnit', cell, { expected: options.unit });
  const number = wholeNumber(match[1] ?? '');
  if (number === undefined) return failure('cell.count', cell);
  return number > 99_999 ? failure('cell.countTooBig', cell) : value(number, warnings);
}

function sameUnit(found: string, expected: string): boolean {
  const houses = ['栋', '幢', '座', '楼', '个'];
  const dwellings = ['户', '套', '间', '个'];
  return (
    found === expected ||
    [houses, dwellings].some((same) => same.includes(found) && same.includes(expected)) ||
    found === '个'
  );
}

function wholeNumber(text: string): number | undefined {
  if (/^[\d,.]+$/.test(text)) {
    const decimal = parseDecimal(text, 0);
    return decimal && !decimal.rounded && decimal.units < 10n ** 9n ? Number(decimal.units) : undefined;
  }
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二');
  const [tens, ones, more] = plain.includes('十') ? plain.split('十') : ['零', plain];
  if (more !== undefined || (tens ?? '').length > 1 || (ones ?? '').length > 1) return undefined;
  return (tens === '' ? 1 : NUMERALS.indexOf(tens ?? '零')) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones ?? '零'));
}

/** Degrees as decimal ('102.0712', '东经102.0712°') or degrees, minutes, seconds (102°4′16″); six decimals; refuses what lies outside China. */
export function readCoordinate(cell: unknown, axis: 'longitude' | 'latitude'): Reading<number> {
  const text = compact(cell).replace(/^(东经|北纬|经度|纬度|E|N)[:：]?|(E|N)$/gi, '');
  if (isBlank(text)) return value<number>(null);
  const match =
    /^(\d{1,3}(?:\.\d{1,15})?)(?:[°度](?:(\d{1,2}(?:\.\d{1,10})?)['′分](?:(\d{1,2}(?:\.\d{1,10})?)(?:["″秒]|''|′′))?)?)?$/.exec(
      text,
    );
  if (!match) return failure('cell.coordinate', cell, { expected: axis === 'longitude' ? '102.071234' : '25.151234' });
  const degrees = Number(match[1]) + Number(match[2] ?? 0) / 60 + Number(match[3] ?? 0) / 3600;
  const [low, high] = axis === 'longitude' ? [73, 136] : [3, 54];
  if (degrees < low || degrees > high) return failure('cell.coordinateOutside', cell, { low, high });
  return value(Math.round(degrees * 1e6) / 1e6);
}
