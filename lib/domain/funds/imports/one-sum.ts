import type { Money } from '../../kernel/money';
import { balanceChain } from './balances';
import { takesBack } from './hints';
import type { BankLine } from './types';

/** A sum of the one column as it is written, with 借 (out) or 贷 (in) beside it. */
export interface Sided {
  side: 'in' | 'out';
  sum: Money;
}

type Line = Pick<BankLine, 'rowNo' | 'day' | 'balance' | 'remark'> & { amount: Money; sided: Sided | null };

/**
 * What a minus beside 借/贷 means in a sheet. reversal: it takes back what its side says (红字); sign: sums are printed with the sign of their direction, and the
 * side repeats it; unclear: nothing in the sheet tells; turned: 借 and 贷 are the other way round.
 */
export interface MinusReading {
  as: 'reversal' | 'sign' | 'unclear' | 'turned';
  /** by balances; else by the words and what is usual */
  proven: boolean;
}

export const amountAs = (as: MinusReading['as'], { side, sum }: Sided): Money =>
  as === 'sign' || as === 'turned' || side === 'in' ? sum : -sum;

/** Its sign and its side do not say the same. */
export const isAgainst = ({ side, sum }: Sided): boolean => (side === 'in') !== sum > 0n;

/** How ill the balances bear a reading out: each break, and of two that break alike the one that runs against the days. */
function misfit(lines: readonly Line[], opening: Money | null, amountOf: (line: Line) => Money): number {
  const { breaks, descending } = balanceChain(
    lines.map((line) => ({ ...line, amount: amountOf(line) })),
    opening,
  );
  const [first, last] = [lines[0]?.day ?? '', lines.at(-1)?.day ?? ''];
  return breaks.length * 2 + (first !== last && first < last === descending ? 1 : 0);
}

/** Without balances: a side that has sums without a minus is printed without, so that its minus takes back. */
function byWords(all: readonly { line: Line; sided: Sided }[]): MinusReading['as'] {
  const of = (side: Sided['side'], isMinus: boolean) =>
    all.filter(({ sided }) => sided.side === side && sided.sum < 0n === isMinus);
  const says = ({ line }: { line: Line }) => takesBack({ remark: line.remark, red: false });
  const [minusOut, plainOut, minusIn] = [of('out', true), of('out', false), of('in', true)];
  if (minusOut.length > 0 && plainOut.length === 0) return minusOut.every(says) ? 'unclear' : 'sign';
  // 借 for what comes in and a minus for what goes out would look the same
  if (minusIn.length > 0 && plainOut.length > 0 && of('in', false).length === 0 && !minusIn.every(says))
    return 'unclear';
  return minusOut.length > 0 && !minusOut.some(says) && plainOut.some(says) ? 'unclear' : 'reversal';
}

export function minusReading(lines: readonly Line[], opening: Money | null): MinusReading {
  const all = lines.flatMap((line) => (line.sided ? [{ line, sided: line.sided }] : []));
  if (!all.some(({ sided: { sum } }) => sum < 0n)) return { as: 'reversal', proven: true };
  const as = (reading: MinusReading['as']) => (line: Line) =>
    line.sided ? amountAs(reading, line.sided) : line.amount;
  const [reversal, sign] = [misfit(lines, opening, as('reversal')), misfit(lines, opening, as('sign'))];
  const turned = misfit(lines, opening, (line) => -as('reversal')(line));
  // that all of it is the other way round is told of the sheet as a whole
  if (turned < reversal && turned < sign) return { as: 'reversal', proven: true };
  if (reversal === sign) return { as: byWords(all), proven: false };
  if (reversal < sign) return { as: 'reversal', proven: true };
  return { as: all.every(({ sided }) => isAgainst(sided)) ? 'turned' : 'sign', proven: true };
}
