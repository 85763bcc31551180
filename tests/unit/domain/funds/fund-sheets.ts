import { type BankSheetRead, readBankSheet } from '@/lib/domain/funds/imports/bank-sheet';
import { findFundHead } from '@/lib/domain/funds/imports/columns';
import { type LedgerFacts, type LedgerSheetRead, readLedgerSheet } from '@/lib/domain/funds/imports/ledger-sheet';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { readGrid } from '@/lib/server/imports/reading/read-grid';
import type { GridMessage } from '@/lib/server/imports/types';
import { asFile } from '@/tests/support/sheets';

/** A file as the reading thread hands it over. */
export async function gridOf(bytes: Uint8Array, fileName = '流水.xlsx') {
  const messages: GridMessage[] = [];
  const path = await asFile(bytes, fileName);
  for await (const message of readGrid({ path, fileName, grid: true, head: 'funds' })) messages.push(message);
  const [grid] = messages;
  if (grid?.type !== 'grid') throw new Error(JSON.stringify(messages));
  return grid;
}

export async function bankOf(bytes: Uint8Array, fileName?: string): Promise<BankSheetRead> {
  const { rows } = await gridOf(bytes, fileName);
  const head = findFundHead(rows);
  if (head?.kind !== 'bank') throw new Error(`read as ${head?.kind}`);
  return readBankSheet(rows, head, calendarDateOf('2020-12-31'));
}

export async function ledgerOf(bytes: Uint8Array, facts: LedgerFacts): Promise<LedgerSheetRead> {
  const { rows } = await gridOf(bytes, '台账.xlsx');
  const head = findFundHead(rows);
  if (head?.kind !== 'ledger') throw new Error(`read as ${head?.kind}`);
  return readLedgerSheet(rows, head, facts);
}
