import { readDay } from '../../imports/cells-days';
import { isBlank } from '../../imports/cells-numbers';
import { type Choice, readChoice, readText } from '../../imports/cells-words';
import { compact, shown } from '../../imports/reading';
import { isExample } from '../../imports/template';
import type { CalendarDate } from '../../kernel/calendar-date';
import { groupBy } from '../../kernel/group-by';
import { formatMoney, type Money, sumMoney } from '../../kernel/money';
import { reason } from '../../kernel/result';
import { ledgerRulesOf } from '../../rulebook/rulebook';
import type { Rulebook } from '../../rulebook/schema';
import type { FundingSource } from '../../rulebook/schema-funding';
import type { GridRow, SheetFinding } from '../../votes/sheet';
import type { ItemPart, Movement } from '../types';
import { readItems, readMovement, readSum, rowKind } from './cells';
import type { FundHead, LedgerField } from './columns';
import { likeness } from './names';
import { headFindings, MOST_LINES, nothing, RowReader, tooMany } from './row-reader';
import type { KnownVoucher, LedgerRow, LineDecision } from './types';

export interface LedgerProject {
  id: string;
  code: string;
  name: string;
  contracts: readonly { id: string; no: string; company: string }[];
}

export interface LedgerFacts {
  today: CalendarDate;
  rulebook: Rulebook;
  /** of the county: another county's are not there */
  projects: readonly LedgerProject[];
  vouchers: ReadonlyMap<string, KnownVoucher>;
}

export interface LedgerSheetRead {
  rows: LedgerRow[];
  findings: SheetFinding[];
}

const DECISIONS: Record<Exclude<Movement, 'reversed'>, LineDecision> = {
  ...{ allocated: 'allocation', assigned: 'assignment', received: 'receipt', paid: 'payment' },
};

interface Words {
  sources: Choice<FundingSource>[];
  kinds: ReadonlyMap<string, Choice<string>[]>;
  earmarks: Choice<string>[];
}

function wordsOf(rulebook: Rulebook): Words {
  const { sources } = rulebook.funding;
  const named = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({
    code,
    words: [name, nameEn, code],
  });
  return {
    sources: sources.map((source) => ({
      code: source.code,
      // 中央补助资金 is written 中央补助 too, 地方财政配套资金 地方财政, 居民出资 居民
      words: [
        ...named(source).words,
        ...[/资金$/, /配套资金$/, /出资$/, /或.*$/].map((end) => source.name.replace(end, '')),
      ],
    })),
    kinds: new Map(sources.map(({ code, kinds }) => [code, kinds.map(named)])),
    earmarks: ledgerRulesOf(rulebook).earmarks.map(named),
  };
}

interface Raw extends Omit<LedgerRow, 'decision' | 'entryId' | 'orderId'> {
  movement: Movement;
  reader: RowReader;
}

/** A ledger, row by row; a payment may stand in several rows, one for each item. Writes nothing, guesses nothing. */
class LedgerReader {
  readonly findings: SheetFinding[];
  readonly raws: Raw[] = [];
  private readonly words: Words;
  private readonly byCode: ReadonlyMap<string, LedgerProject>;

  constructor(
    private readonly head: FundHead,
    private readonly facts: LedgerFacts,
    headRow: number,
  ) {
    this.findings = headFindings(head, headRow);
    this.words = wordsOf(facts.rulebook);
    this.byCode = new Map(facts.projects.map((project) => [compact(project.code).toLowerCase(), project]));
  }

  row(row: GridRow): void {
    const reader = new RowReader(row, this.head, this.findings);
    if (reader.isEmpty() || isExample(reader.raw('projectCode')) || isExample(reader.raw('projectName'))) return;
    if (isBlank(compact(reader.raw('movement'))) && rowKind(row.cells)) {
      reader.say('info', null, reason('fundSheet.sumRow'));
      return;
    }
    reader.formulas();
    const before = this.findings.length;
    const movement = reader.need('movement', readMovement(reader.raw('movement')));
    const voucherNo = reader.need('voucherNo', readText(reader.raw('voucherNo'), { max: 60 }));
    const amount = this.amountOf(reader);
    const day = reader.need('day', readDay(reader.raw('day')));
    if (day && day > this.facts.today)
      reader.error('day', reason('fund.inFuture', { found: day, expected: this.facts.today }));
    const pot = this.potOf(reader);
    const isPool = movement === 'allocated' || movement === 'reversed';
    const project = this.projectOf(reader, isPool);
    const text = (field: 'counterparty' | 'remark', max: number) =>
      reader.take(field, readText(reader.raw(field), { max }));
    const [counterparty, remark] = [text('counterparty', 100), text('remark', 300)];
    const { contractId, items } = movement === 'paid' ? this.paymentOf(reader, project, amount) : NO_PAYMENT;
    if (this.findings.slice(before).some(({ level }) => level === 'error')) return;
    if (!movement || !voucherNo || !amount || !day || !pot) return;
    this.raws.push({
      ...{ ...pot, rowNo: row.rowNo, movement, projectId: project?.id ?? null, day, amount, voucherNo, contractId },
      ...{ items, counterparty, remark, reader },
    });
  }

  private amountOf(reader: RowReader): Money | null {
    const sum = reader.need('amount', readSum(reader.raw('amount'), { inWan: reader.inWan('amount') }));
    if (sum !== null && sum <= 0n) {
      reader.error('amount', reason(sum === 0n ? 'money.zero' : 'money.negative', { found: formatMoney(sum) }));
      return null;
    }
    return sum;
  }

  private potOf(reader: RowReader) {
    const source = reader.need('source', readChoice(reader.raw('source'), this.words.sources));
    const kinds = source === null ? [] : (this.words.kinds.get(source) ?? []);
    const kind = source === null ? null : reader.take('fundKind', readChoice(reader.raw('fundKind'), kinds));
    const earmark = reader.take('earmark', readChoice(reader.raw('earmark'), this.words.earmarks));
    return source === null ? null : { source, kind: kind ?? '', earmark: earmark ?? 'general' };
  }

  /** By its number, or by its name where only one has it; money of the pool has none. */
  private projectOf(reader: RowReader, isPool: boolean): LedgerProject | null {
    const [code, name] = [reader.raw('projectCode'), reader.raw('projectName')];
    const [isCode, isName] = [!isBlank(compact(code)), !isBlank(compact(name))];
    if (isCode) {
      const found = this.byCode.get(compact(code).toLowerCase()) ?? null;
      if (!found) reader.error('projectCode', reason('fundSheet.project', { found: shown(code) }));
      else if (isName && likeness(found.name, String(name)) !== 'same')
        reader.say(
          'warning',
          'projectName',
          reason('fundSheet.otherName', { found: shown(name), expected: found.name }),
        );
      return found;
    }
    if (isName) {
      const found = this.facts.projects.filter((one) => likeness(one.name, String(name)) === 'same');
      const [only, second] = found;
      if (second) reader.error('projectName', reason('fundSheet.projectTwice', { found: shown(name) }));
      else if (!only) reader.error('projectName', reason('fundSheet.project', { found: shown(name) }));
      return second ? null : (only ?? null);
    }
    if (!isPool) reader.error(reader.has('projectCode') ? 'projectCode' : 'projectName', reason('fundSheet.noProject'));
    return null;
  }

  private paymentOf(reader: RowReader, project: LedgerProject | null, amount: Money | null) {
    const { items, errors } = readItems(reader.raw('items'), amount, this.facts.rulebook.menu);
    for (const found of errors) reader.error('items', found);
    if (!items && errors.length === 0) reader.error('items', reason('fund.itemsMissing'));
    const written = compact(reader.raw('contractNo'));
    if (isBlank(written)) reader.error('contractNo', reason('fundSheet.noContract'));
    const contract = project?.contracts.find(({ no }) => compact(no).toLowerCase() === written.toLowerCase());
    if (!isBlank(written) && project && !contract)
      reader.error('contractNo', reason('fundSheet.contract', { found: shown(written), expected: project.name }));
    return { contractId: contract?.id ?? null, items };
  }

  /** Rows of one number are one payment where all but sum and items agree; else the number stands twice. */
  grouped(): LedgerRow[] {
    const rows: LedgerRow[] = [];
    for (const [, raws] of groupBy(this.raws, ({ voucherNo }) => voucherNo)) {
      const [first, ...more] = raws;
      if (!first) continue;
      const others = more.filter((raw) => !isSamePayment(first, raw));
      for (const raw of others)
        raw.reader.error('voucherNo', reason('fundSheet.voucherTwice', { found: raw.voucherNo, first: first.rowNo }));
      const parts = raws.filter((raw) => !others.includes(raw));
      const whole = { ...first, amount: sumMoney(parts.map(({ amount }) => amount)), items: itemsOf(parts) };
      const row = others.length === 0 ? this.settled(whole) : null;
      if (row) rows.push(row);
    }
    return rows.sort((a, b) => a.rowNo - b.rowNo);
  }

  /** What the books hold already is left alone; a number that stands there for something else is an error. */
  private settled({ movement, reader, ...row }: Raw): LedgerRow | null {
    const known = this.facts.vouchers.get(row.voucherNo);
    if (known && saysTheSame(known, movement, row))
      return { ...row, decision: known.entryId ? 'entry' : 'order', entryId: known.entryId, orderId: known.orderId };
    if (known) reader.error('voucherNo', reason('fund.voucherUsed', { found: row.voucherNo }));
    if (movement === 'reversed') reader.error('movement', reason('fundSheet.reversal'));
    else if (row.projectId === null) reader.error('projectCode', reason('fundSheet.noProject'));
    if (known || movement === 'reversed' || row.projectId === null) return null;
    return { ...row, decision: DECISIONS[movement], entryId: null, orderId: null };
  }
}

const NO_PAYMENT = { contractId: null, items: null };

const isSamePayment = (one: Raw, other: Raw): boolean =>
  one.movement === 'paid' &&
  (['movement', 'projectId', 'source', 'kind', 'earmark', 'day', 'contractId', 'counterparty'] as const).every(
    (field) => one[field] === other[field],
  );

/** Of one item in several rows the sums are added. */
function itemsOf(raws: readonly Raw[]): ItemPart[] | null {
  const parts = raws.flatMap(({ items }) => items ?? []);
  if (parts.length === 0) return null;
  return [...groupBy(parts, ({ item }) => item)].map(([item, all]) => ({
    item,
    amount: sumMoney(all.map(({ amount }) => amount)),
  }));
}

const saysTheSame = (
  known: KnownVoucher,
  movement: Movement,
  row: Omit<LedgerRow, 'decision' | 'entryId' | 'orderId'>,
): boolean =>
  known.movement === movement &&
  known.amount === row.amount &&
  known.source === row.source &&
  known.kind === row.kind &&
  known.earmark === row.earmark &&
  known.projectId === row.projectId;

export function readLedgerSheet(rows: readonly GridRow[], head: FundHead, facts: LedgerFacts): LedgerSheetRead {
  const reader = new LedgerReader(head, facts, rows[head.header]?.rowNo ?? 1);
  for (const row of rows.slice(head.header + 1)) reader.row(row);
  const found = reader.grouped();
  const { findings } = reader;
  if (found.length > MOST_LINES) findings.push(tooMany(found.length));
  if (found.length === 0 && !findings.some(({ level }) => level === 'error')) findings.push(nothing());
  return { rows: found, findings };
}

/** The cell of a row that a rule of posting speaks of. */
export function fieldOfReason(field: string): LedgerField {
  if (field === 'entryOn' || field === 'payOn') return 'day';
  if (field === 'contractId') return 'contractNo';
  if (field === 'kind') return 'fundKind';
  const same: LedgerField[] = ['voucherNo', 'source', 'earmark', 'items'];
  return same.find((one) => one === field) ?? 'amount';
}
