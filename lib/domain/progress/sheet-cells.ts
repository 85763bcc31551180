import { isBlank, readCount, readMoney } from '../imports/cells-numbers';
import { readText } from '../imports/cells-words';
import { compact, failure, type Reading, shown, value } from '../imports/reading';
import { hasControlCharacters } from '../kernel/input';
import type { Money } from '../kernel/money';
import { reason } from '../kernel/result';

/** 10^13 fen: a hundred billion yuan (progress_report_words). */
const MOST_INVESTMENT = 10_000_000_000_000n;

/** 45, '45%', '４５', '45.0', and 0.45 in a cell that shows it as 45% → a whole number; whether it is between 0 and 100 the rule says. Blank: null. */
export function readWholePercent(cell: unknown, asPercent: boolean): Reading<number> {
  const text = asPercent && typeof cell === 'number' ? compact(cell * 100) : compact(cell).replace(/[%﹪]$/, '');
  if (isBlank(text)) return value<number>(null);
  const match = /^([-−–]?)(\d{1,6})(?:\.0*)?$/.exec(text);
  if (!match) return failure('progressSheet.percentUnreadable', cell);
  const number = Number(match[2]);
  return value(match[1] && number > 0 ? -number : number);
}

export function readInvestment(cell: unknown, columnUnit: 'yuan' | 'wan'): Reading<Money> {
  const read = readMoney(cell, { columnUnit });
  return 'value' in read && read.value !== null && read.value >= MOST_INVESTMENT
    ? failure('progressSheet.investmentTooBig', cell)
    : read;
}

export const readPeople = (cell: unknown): Reading<number> => readCount(cell, { unit: '人' });

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Words as they were typed. What stands already is left as it stands, whatever this would make of it; a dash says nothing. */
export function readWords(cell: unknown, stands: string | null, max: number): Reading<string> {
  if (stands !== null && typeof cell === 'string' && lines(cell) === lines(stands)) return value(stands);
  if (isBlank(compact(cell))) return value<string>(null);
  const read = readText(cell, { max });
  if ('error' in read || read.value === null) return read;
  if (hasControlCharacters(read.value)) return { error: reason('input.controlCharacters', { found: shown(cell) }) };
  return read.value.length > max
    ? failure('cell.textTooLong', cell, { length: read.value.length, expected: max })
    : read;
}
