import 'server-only';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { itemsText, MOVEMENT_WORDS } from '@/lib/domain/funds/imports/cells';
import { BANK_FIELDS, type BankField, LEDGER_FIELDS, type LedgerField } from '@/lib/domain/funds/imports/columns';
import { MOST_LINES } from '@/lib/domain/funds/imports/row-reader';
import { EXAMPLE_MARK } from '@/lib/domain/imports/template';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { fileStore } from '@/lib/server/files/store';
import { type Mark, markedCopy } from '@/lib/server/imports/marked';
import { byContent } from '@/lib/server/imports/marked-look';
import { yuan } from '@/lib/server/projects/rows';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { smallBook } from '@/lib/server/workbooks/small-book';
import type { Statement } from './statement';

const LEDGER_WIDTHS: Record<LedgerField, number> = {
  ...{ projectCode: 18, projectName: 44, movement: 8, source: 24, fundKind: 16, earmark: 16, amount: 16, day: 13 },
  ...{ voucherNo: 26, contractNo: 20, items: 36, counterparty: 26, remark: 30 },
};
const BANK_WIDTHS: Record<BankField, number> = {
  ...{ day: 17, remark: 30, in: 16, out: 16, balance: 16, counterparty: 28, counterAccount: 22, serialNo: 22 },
  ...{ amount: 16, side: 10 },
};
const SUMS: readonly string[] = ['amount', 'in', 'out', 'balance'];

const columnsFor = <T extends string>(labels: Record<T, string>, widths: Record<T, number>, fields: readonly T[]) =>
  fields.map(
    (field): SheetColumn => ({
      header: labels[field],
      width: widths[field],
      format: SUMS.includes(field) ? '0.00' : '@',
    }),
  );

const LEDGER_ORDER = Object.keys(LEDGER_FIELDS) as LedgerField[];
const BANK_ORDER: BankField[] = ['day', 'remark', 'in', 'out', 'balance', 'counterparty', 'counterAccount', 'serialNo'];

interface EntryRow {
  projectCode: string | null;
  projectName: string | null;
  movement: string;
  source: string;
  kind: string;
  earmark: string;
  amount: string;
  day: string;
  voucherNo: string;
  contractNo: string | null;
  items: { item: string; amount: string }[] | null;
  counterparty: string | null;
  remark: string | null;
}

/** An entry as its row of the ledger sheet: read again it says what stands. */
export function ledgerCells(row: EntryRow, rulebook: Rulebook): CellValue[] {
  const source = rulebook.funding.sources.find(({ code }) => code === row.source);
  const cells: Record<LedgerField, CellValue> = {
    ...{ projectCode: row.projectCode, projectName: row.projectName, day: row.day, voucherNo: row.voucherNo },
    movement: MOVEMENT_WORDS.find(({ code }) => code === row.movement)?.words[0] ?? row.movement,
    source: source?.name ?? row.source,
    fundKind: source?.kinds.find(({ code }) => code === row.kind)?.name ?? row.kind,
    earmark: ledgerRulesOf(rulebook).earmarks.find(({ code }) => code === row.earmark)?.name ?? row.earmark,
    amount: exactNumber(row.amount),
    ...{ contractNo: row.contractNo, counterparty: row.counterparty, remark: row.remark },
    items: row.items && itemsText(row.items),
  };
  return LEDGER_ORDER.map((field) => cells[field]);
}

export async function entriesFor(reader: Reader, actor: Actor): Promise<EntryRow[]> {
  return reader.$queryRaw<EntryRow[]>`
    SELECT p.code AS "projectCode", p.name AS "projectName", e.kind AS movement, e.source, e.fund_kind AS kind, e.earmark, ${yuan('e.amount')} AS amount, e.entry_on::text AS day,
      e.voucher_no AS "voucherNo", (SELECT k.no FROM contract k WHERE k.id = e.contract_id) AS "contractNo",
      (SELECT json_agg(json_build_object('item', i ->> 'item', 'amount', ((i ->> 'amount')::bigint * 0.01)::text)) FROM jsonb_array_elements(e.items) i) AS items,
      e.counterparty, e.note AS remark
    FROM ledger_entry e LEFT JOIN project p ON p.id = e.project_id WHERE e.county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY e.entry_on, e.id LIMIT ${MOST_LINES}`;
}

const LEDGER_EXAMPLES: CellValue[][] = [
  [
    `${EXAMPLE_MARK}532302-2020-001`,
    '示例片区改造',
    '到位',
    '中央补助资金',
    '',
    '统筹使用',
    100000,
    '2020-04-15',
    '收-2020-001',
    '',
    '',
    '禄丰市财政局',
    '中央补助到位',
  ],
  [
    `${EXAMPLE_MARK}532302-2020-001`,
    '示例片区改造',
    '支付',
    '中央补助资金',
    '',
    '统筹使用',
    2000,
    '2020-05-20',
    '付-2020-001',
    'HT-001',
    'B-R01：1200.00；工程建设其他费用：800.00',
    '某某建设有限公司',
    '第一次进度款',
  ],
];
const BANK_EXAMPLES: CellValue[][] = [
  [`${EXAMPLE_MARK}2020-04-15`, '拨付改造资金', 100000, null, 100000, '禄丰市财政局', '6222 **** 1234', 'L0001'],
];

/** The template, or with entries the same sheet as the books fill it. */
export const ledgerBook = (entries: readonly EntryRow[] | null, rulebook: Rulebook): Promise<Buffer> =>
  smallBook(
    '资金台账',
    columnsFor(LEDGER_FIELDS, LEDGER_WIDTHS, LEDGER_ORDER),
    entries ? entries.map((row) => ledgerCells(row, rulebook)) : LEDGER_EXAMPLES,
  );

export const bankBook = (): Promise<Buffer> =>
  smallBook('银行流水', columnsFor(BANK_FIELDS, BANK_WIDTHS, BANK_ORDER), BANK_EXAMPLES);

/** The file as it was sent, its cells coloured and explained. */
export async function markedStatement(statement: Statement, locale: Locale): Promise<Readable> {
  const sentence = await sentences(locale);
  const marks = statement.findings.map(
    ({ level, cell, rowNo, code, params }): Mark => ({
      ...{ level, cell, rowNo, sheet: statement.sheet, message: sentence(`reasons.${code}`, params) },
    }),
  );
  const { file, release } = await fileStore().scratch();
  await pipeline(fileStore().get(statement.storageKey), createWriteStream(file, { mode: 0o600 }));
  return markedCopy({ file, release }, marks, (_, rows) => byContent(rows));
}
