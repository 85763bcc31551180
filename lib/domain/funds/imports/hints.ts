import { compact } from '../../imports/reading';
import type { Money } from '../../kernel/money';
import type { FundingSource } from '../../rulebook/schema-funding';
import type { Pot } from '../types';
import { isTreasury } from './names';
import type { BankLine } from './types';

const TAKEN_BACK = /冲正|冲销|冲账|红字|抹账|退回|退汇|撤销/;

/** The bank says that it takes back what it booked before. */
export const saysReversal = ({ remark }: Pick<BankLine, 'remark'>): boolean => TAKEN_BACK.test(compact(remark));

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
  | ({ code: 'pool'; there: Money } & Pot);

type HintLine = Pick<BankLine, 'rowNo' | 'amount' | 'counterparty' | 'remark'>;

const sameName = (one: HintLine, other: HintLine): boolean =>
  one.counterparty === null || other.counterparty === null || compact(one.counterparty) === compact(other.counterparty);

/**
 * A line that takes something back is never posted by itself: its entry is reversed in the ledger and then confirmed here, or it and the line that it takes back are both left aside.
 * Money of the pool is not received by a project yet: it is assigned first.
 */
export function hintsOf(
  line: HintLine,
  lines: readonly HintLine[],
  { pools, fiscal }: { pools: readonly PoolMoney[]; fiscal: ReadonlySet<FundingSource> },
): LineHint[] {
  if (saysReversal(line)) {
    const taken = lines.filter(
      (one) => one.rowNo !== line.rowNo && one.amount === -line.amount && !saysReversal(one) && sameName(one, line),
    );
    return taken.length > 0 ? taken.map(({ rowNo: row }) => ({ code: 'cancels', row })) : [{ code: 'reversal' }];
  }
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
