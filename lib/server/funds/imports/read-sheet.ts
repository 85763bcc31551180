import 'server-only';
import type { BalanceChain } from '@/lib/domain/funds/imports/balances';
import { readBankSheet } from '@/lib/domain/funds/imports/bank-sheet';
import { type FundHead, findFundHead } from '@/lib/domain/funds/imports/columns';
import { readLedgerSheet } from '@/lib/domain/funds/imports/ledger-sheet';
import { noHead } from '@/lib/domain/funds/imports/row-reader';
import type { BankLine, LedgerRow } from '@/lib/domain/funds/imports/types';
import { readText } from '@/lib/domain/imports/cells-words';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import type { GridRow, SheetFinding } from '@/lib/domain/votes/sheet';
import { type Answer, done, refused } from '@/lib/server/answer';
import type { Reader } from '@/lib/server/db/with-reader';
import { gridOf, type SentSheet } from '@/lib/server/workbooks/sent-sheet';
import { ledgerFacts } from './facts';

export interface SentGrid {
  sheet: string;
  rows: GridRow[];
  head: FundHead;
  findings: SheetFinding[];
}

/** The sheet of a file that is a bank statement or a ledger; one that has neither is refused, and nothing of it is kept. */
export async function gridOfFunds(sent: SentSheet): Promise<Answer<SentGrid>> {
  const grid = await gridOf(sent, 'funds');
  if (grid.type === 'refused') return refused([grid.reason]);
  const { rows, sheet, problems } = grid;
  const head = findFundHead(rows);
  return head ? done({ sheet, rows, head, findings: problems }) : refused([reason(noHead().code)]);
}

export type ReadStatement = { findings: SheetFinding[] } & (
  | { kind: 'bank'; lines: (BankLine & { fingerprint: string })[]; account: string | null; chain: BalanceChain }
  | { kind: 'ledger'; rows: LedgerRow[] }
);

const vouchersIn = (rows: readonly GridRow[], { header, columns: { voucherNo } }: FundHead): string[] =>
  rows.slice(header + 1).flatMap(({ cells }) => {
    const read = voucherNo === undefined ? { value: null } : readText(cells[voucherNo], { max: 60 });
    return 'value' in read && read.value !== null ? [read.value] : [];
  });

export async function readGridOf(
  reader: Reader,
  countyId: string,
  { rows, head, findings }: SentGrid,
  today: CalendarDate,
): Promise<ReadStatement> {
  if (head.kind === 'bank') {
    const read = readBankSheet(rows, head, today);
    return { kind: 'bank', ...read, findings: [...findings, ...read.findings] };
  }
  const read = readLedgerSheet(rows, head, await ledgerFacts(reader, countyId, vouchersIn(rows, head)));
  return { kind: 'ledger', ...read, findings: [...findings, ...read.findings] };
}
