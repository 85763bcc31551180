import { compact } from '../../imports/reading';
import type { Money } from '../../kernel/money';
import type { FundingSource } from '../../rulebook/schema-funding';
import type { Pot } from '../types';
import { isTreasury } from './names';
import type { BankLine } from './types';

const TAKEN_BACK = /冲正|冲销|冲账|红字|抹账|退回|退汇|撤销/;

/** The bank takes back what it booked before: it says so, or its sum is 红字. */
export function reversalOf({ remark, red }: Pick<BankLine, 'remark' | 'red'>): 'reversalSaid' | 'reversalRed' | null {
  if (TAKEN_BACK.test(compact(remark))) return 'reversalSaid';
  return red ? 'reversalRed' : null;
}
export const takesBack = (line: Pick<BankLine, 'remark' | 'red'>): boolean => reversalOf(line) !== null;

/** 县市待分配: money that came to the county and not yet to a project. */
export interface PoolMoney extends Pot {
  there: Money;
  /** numbers of the documents that gave it */
  documents: readonly string[];
}

/** What a person is told of a line for which nothing stands out. */
export type LineHint =
  | { code: 'reversal' }
  /** an earlier line that it takes back */
  | { code: 'cancels'; row: number }
  /** a later line that takes it back */
  | { code: 'takenBack'; row: number }
  | ({ code: 'pool'; there: Money } & Pot);

type HintLine = Pick<BankLine, 'rowNo' | 'amount' | 'red' | 'counterparty' | 'remark'>;

const sameName = (one: HintLine, other: HintLine): boolean =>
  one.counterparty === null || other.counterparty === null || compact(one.counterparty) === compact(other.counterparty);

/** It may be this line that the other takes back. */
const undoes = (back: HintLine, one: HintLine): boolean =>
  one.amount === -back.amount && takesBack(back) && !takesBack(one) && sameName(one, back);

/** Rows that another row of the sheet may take back: that they are new money, a person says. */
export function takenBackIn(lines: readonly HintLine[]): ReadonlySet<number> {
  const backs = lines.filter(takesBack);
  return new Set(lines.filter((one) => backs.some((back) => undoes(back, one))).map(({ rowNo }) => rowNo));
}

/**
 * A line that takes something back is never posted by itself: its entry is reversed in the ledger and then confirmed here, or it and the line that it takes back are both left aside.
 * Money of the pool is not received by a project yet: it is assigned first.
 */
export function hintsOf(
  line: HintLine,
  lines: readonly HintLine[],
  { pools, fiscal }: { pools: readonly PoolMoney[]; fiscal: ReadonlySet<FundingSource> },
): LineHint[] {
  if (takesBack(line)) {
    const taken = lines.filter((one) => undoes(line, one));
    return taken.length > 0 ? taken.map(({ rowNo: row }) => ({ code: 'cancels', row })) : [{ code: 'reversal' }];
  }
  const backs = lines.filter((back) => undoes(back, line));
  if (backs.length > 0) return backs.map(({ rowNo: row }) => ({ code: 'takenBack', row }));
  if (line.amount < 0n) return [];
  const remark = compact(line.remark);
  return pools
    .filter(
      ({ there, source, documents }) =>
        line.amount <= there &&
        ((fiscal.has(source) && isTreasury(line.counterparty)) ||
          documents.some((no) => compact(no) !== '' && remark.includes(compact(no)))),
    )
    .map(({ source, kind, earmark, there }) => ({ code: 'pool', source, kind, earmark, there }));
}
