import { reason } from '../kernel/result';
import { isBlank } from './cells-numbers';
import { compact, failure, type Reading, shown, value, withoutApproximately } from './reading';

const FIRST = 1900;
const LAST = 2100;

/**
 * A year: 1998, '1998年', '１９８９', '1998年5月', '1998/5/1', '1998.5', a date cell; a serial day number only when `serialDate` says that the
 * column holds dates. '98年', '90年代' and '1995-1998' are refused: which year is meant is not for the reader to guess.
 */
export function readYear(cell: unknown, options: { serialDate?: boolean } = {}): Reading<number> {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? failure('cell.year', cell) : inRange(cell.getUTCFullYear(), cell);
  const text = compact(cell);
  if (isBlank(text)) return value<number>(null);
  if (options.serialDate && /^\d{4,5}(\.\d+)?$/.test(text) && Number(text) > LAST)
    return inRange(yearOfSerial(Number(text)), cell);
  const { text: plain, warnings } = withoutApproximately(text);
  if (/^\d{2}年(代)?|^\d{4}年代|^\d{2}$/.test(plain)) return failure('cell.yearShort', cell);
  if (/^\d{4}年?(-|~|—|–|至|到|、|,|\/)\d{4}年?$/.test(plain)) return failure('cell.yearRange', cell);
  const match =
    /^(\d{4})(?:年|年建|年建成|年竣工)?$|^(\d{4})[年./-](\d{1,2})(?:[月./-](?:(\d{1,2})日?)?)?(?:T?\d{2}:.*)?$/.exec(
      plain,
    );
  if (!match) return failure('cell.year', cell);
  const month = Number(match[3] ?? 1);
  if (month < 1 || month > 12 || Number(match[4] ?? 1) > 31) return failure('cell.year', cell);
  const read = inRange(Number(match[1] ?? match[2]), cell);
  return 'error' in read || warnings.length === 0
    ? read
    : value(read.value, [reason('cell.approximate', { found: shown(cell) })]);
}

function inRange(year: number, cell: unknown): Reading<number> {
  return year < FIRST || year > LAST ? failure('cell.yearOutside', cell, { low: FIRST, high: LAST }) : value(year);
}

// Day 1 is 1900-01-01; Excel also counts a 29 February 1900 that never was.
function yearOfSerial(serial: number): number {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).getUTCFullYear();
}
