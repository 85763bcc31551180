import { columnName } from '../../imports/cell-address';
import { readDay } from '../../imports/cells-days';
import { readText } from '../../imports/cells-words';
import { compact } from '../../imports/reading';
import { isExample } from '../../imports/template';
import type { CalendarDate } from '../../kernel/calendar-date';
import { formatMoney, type Money } from '../../kernel/money';
import { reason } from '../../kernel/result';
import type { GridRow, SheetFinding } from '../../votes/sheet';
import { type BalanceChain, balanceChain, sidesAreTurned } from './balances';
import { readSide, readSum, rowKind } from './cells';
import type { FundHead } from './columns';
import { fingerprints } from './fingerprints';
import { amountAs, isAgainst, minusReading, type Sided } from './one-sum';
import { aboutSheet, headFindings, MOST_LINES, nothing, RowReader, tooMany } from './row-reader';
import type { BankLine } from './types';

export interface BankSheetRead {
  lines: (BankLine & { fingerprint: string })[];
  findings: SheetFinding[];
  /** 尾号 of the account, where a line above the table says it */
  account: string | null;
  chain: BalanceChain;
}

/** An account is told by its last four digits: no more of it is kept. */
export function tailOf(text: unknown): string | null {
  const digits = compact(text).replace(/\D/g, '');
  return digits.length >= 6 ? digits.slice(-4) : null;
}

function accountAbove(rows: readonly GridRow[]): string | null {
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) {
      const text = compact(cell);
      const found = /^(?:本方|付款|查询)?(?:账号|帐号|账户|卡号)[:：]?(.*)$/.exec(text);
      const tail = found && tailOf(found[1] === '' ? cells[at + 1] : found[1]);
      if (tail) return tail;
    }
  return null;
}

interface Amount {
  amount: Money;
  red: boolean;
  sided: Sided | null;
}

/** In from one column, out from another, or one sum with its sign or with 借/贷 beside it. A minus in a column of its own is 红字: it goes the other way. */
function amountOf(reader: RowReader): Amount | null {
  const sums = (['in', 'out', 'amount'] as const)
    .filter((field) => reader.has(field))
    .map((field) => ({
      field,
      sum: reader.take(field, readSum(reader.raw(field), { inWan: reader.inWan(field) })) ?? 0n,
    }));
  const filled = sums.filter(({ sum }) => sum !== 0n);
  const [one, other] = filled;
  if (!one) {
    reader.error(sums[0]?.field ?? null, reason('fundSheet.noSum'));
    return null;
  }
  if (other) {
    reader.error(other.field, reason('fundSheet.twoSums'));
    return null;
  }
  if (one.field !== 'amount') {
    const red = one.sum < 0n;
    if (red) reader.say('info', one.field, reason('fundSheet.redLine', { found: formatMoney(one.sum) }));
    return { amount: one.field === 'in' ? one.sum : -one.sum, red, sided: null };
  }
  if (!reader.has('side')) return { amount: one.sum, red: false, sided: null };
  const side = reader.need('side', readSide(reader.raw('side')));
  const sided = side && { side, sum: one.sum };
  return sided && { amount: amountAs('reversal', sided), red: false, sided };
}

interface Draft extends BankLine {
  sided: Sided | null;
  reader: RowReader;
}

/** What a minus beside 借/贷 is, as the whole sheet tells it; what nothing tells is refused at its cell. */
function settled(drafts: readonly Draft[], opening: Money | null, findings: SheetFinding[]): BankLine[] {
  const { as, proven } = minusReading(drafts, opening);
  if (as === 'turned') findings.push(aboutSheet('error', reason('fundSheet.sidesTurned')));
  if (as === 'sign' && !proven) findings.push(aboutSheet('warning', reason('fundSheet.minusIsOut')));
  return drafts.map(({ sided, reader, ...line }) => {
    if (!sided) return line;
    const found = { found: formatMoney(sided.sum) };
    if (as === 'unclear' && sided.sum < 0n) reader.error('amount', reason('fundSheet.minusUnclear', found));
    const red = as === 'sign' ? isAgainst(sided) : as === 'reversal' && sided.sum < 0n;
    if (red) reader.say('info', 'amount', reason(sided.sum < 0n ? 'fundSheet.redLine' : 'fundSheet.plusLine', found));
    return { ...line, red, amount: amountAs(as, sided) };
  });
}

function lineOf(reader: RowReader): Draft | null {
  const day = reader.need('day', readDay(reader.raw('day')));
  const amount = amountOf(reader);
  const balance = reader.take('balance', readSum(reader.raw('balance'), { inWan: reader.inWan('balance') }));
  const text = (field: 'counterparty' | 'remark' | 'serialNo', max: number) =>
    reader.take(field, readText(reader.raw(field), { max }));
  const [counterparty, remark, serialNo] = [text('counterparty', 100), text('remark', 300), text('serialNo', 60)];
  const counterAccount = tailOf(reader.raw('counterAccount'));
  if (day === null || amount === null) return null;
  const { rowNo } = reader.row;
  return { ...amount, ...{ rowNo, day, balance, counterparty, counterAccount, remark, serialNo }, reader };
}

/** With its day and a sum a row is a movement, whatever its words are. */
function isMovement(reader: RowReader): boolean {
  const day = readDay(reader.raw('day'));
  return (
    !('error' in day) &&
    day.value !== null &&
    (['in', 'out', 'amount'] as const).some((field) => reader.raw(field) !== null)
  );
}

/** Breaks are pointed at, and do not stop: a bank may print what it likes below a list. */
function chainFindings(lines: readonly BankLine[], chain: BalanceChain, head: FundHead): SheetFinding[] {
  const at = head.columns.balance;
  if (at === undefined) return lines.length > 0 ? [aboutSheet('info', reason('fundSheet.noBalances'))] : [];
  return chain.breaks.map(({ rowNo, expected, found }) => ({
    level: 'warning',
    rowNo,
    cell: `${columnName(at)}${rowNo}`,
    code: 'fundSheet.balanceBreak',
    params: { expected: formatMoney(expected), found: formatMoney(found) },
  }));
}

/** A bank statement, row by row. Writes nothing, guesses nothing; every problem at its cell. */
export function readBankSheet(rows: readonly GridRow[], head: FundHead, today: CalendarDate): BankSheetRead {
  const findings = headFindings(head, rows[head.header]?.rowNo ?? 1);
  const drafts: Draft[] = [];
  let opening: Money | null = null;
  for (const row of rows.slice(head.header + 1)) {
    const reader = new RowReader(row, head, findings);
    const first = reader.raw('day');
    if (reader.isEmpty() || isExample(first) || isExample(reader.raw('remark'))) continue;
    const kind = isMovement(reader) ? null : rowKind(row.cells);
    if (kind === 'opening' && drafts.length === 0) {
      const sum = readSum(reader.raw('balance'));
      opening = 'error' in sum ? null : sum.value;
    }
    if (kind) {
      reader.say('info', null, reason('fundSheet.sumRow'));
      continue;
    }
    reader.formulas();
    const line = lineOf(reader);
    if (!line) continue;
    if (line.day > today) reader.error('day', reason('fund.inFuture', { found: line.day, expected: today }));
    drafts.push(line);
  }
  const lines = settled(drafts, opening, findings);
  if (lines.length > MOST_LINES) findings.push(tooMany(lines.length));
  if (lines.length === 0 && !findings.some(({ level }) => level === 'error')) findings.push(nothing());
  const chain = balanceChain(lines, opening);
  if (sidesAreTurned(lines, opening)) findings.push(aboutSheet('error', reason('fundSheet.sidesTurned')));
  else findings.push(...chainFindings(lines, chain, head));
  const oneSum = head.columns.amount !== undefined && head.columns.side === undefined;
  if (oneSum && lines.length > 1 && lines.every(({ amount }) => amount > 0n) && head.columns.in === undefined)
    findings.push(aboutSheet('warning', reason('fundSheet.allIn')));
  const marks = fingerprints(lines);
  for (const [at, { rowNo, serialNo }] of lines.entries())
    if (serialNo && marks.indexOf(marks[at] ?? '') < at) {
      const column = head.columns.serialNo;
      findings.push({
        ...{ level: 'error', rowNo, cell: column === undefined ? null : `${columnName(column)}${rowNo}` },
        code: 'fundSheet.serialTwice',
        params: { found: serialNo, first: lines[marks.indexOf(marks[at] ?? '')]?.rowNo ?? 0 },
      });
    }
  return {
    lines: lines.map((line, at) => ({ ...line, fingerprint: marks[at] ?? '' })),
    findings,
    account: accountAbove(rows.slice(0, head.header)),
    chain,
  };
}
