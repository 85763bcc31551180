import { compact, shown } from '../../imports/reading';
import { headerKey } from '../../imports/template';

/** 银行流水: what a column of a bank statement may be. */
export const BANK_FIELDS = {
  day: '交易日期',
  remark: '摘要',
  in: '收入',
  out: '支出',
  amount: '金额',
  side: '借贷标志',
  balance: '余额',
  counterparty: '对方户名',
  counterAccount: '对方账号',
  serialNo: '流水号',
} as const;
export type BankField = keyof typeof BANK_FIELDS;

/** 资金台账: the columns of the template, of the export, and of whatever list is read as a ledger; in their order. */
export const LEDGER_FIELDS = {
  projectCode: '项目编号',
  projectName: '项目名称',
  movement: '类型',
  source: '资金来源',
  fundKind: '类别',
  earmark: '用途',
  amount: '金额（元）',
  day: '日期',
  voucherNo: '凭证号',
  contractNo: '合同编号',
  items: '改造内容',
  counterparty: '对方单位',
  remark: '摘要',
} as const;
export type LedgerField = keyof typeof LEDGER_FIELDS;
export type Field = BankField | LedgerField;

/** What banks and offices call them. 贷方 is money that comes in, 借方 money that goes out: the bank keeps the account. */
const BANK_WORDS: Record<BankField, readonly string[]> = {
  day: ['日期', '记账日期', '入账日期', '交易时间', '记账日', '交易日', '发生日期', '时间', 'date', 'transactiondate'],
  remark: ['交易摘要', '用途', '附言', '备注', '交易附言', '交易用途', '说明', '摘要说明', 'description', 'remark'],
  in: [
    '收入金额',
    '贷方发生额',
    '贷方金额',
    '贷方',
    '贷',
    '存入',
    '存入金额',
    '转入',
    '转入金额',
    '收方发生额',
    '收方金额',
    '收款金额',
    '进账',
    'credit',
    'in',
  ],
  out: [
    '支出金额',
    '借方发生额',
    '借方金额',
    '借方',
    '借',
    '支取',
    '支取金额',
    '转出',
    '转出金额',
    '付方发生额',
    '付方金额',
    '付款金额',
    '出账',
    'debit',
    'out',
  ],
  amount: ['交易金额', '发生额', '交易额', '收支金额', 'amount'],
  side: [
    '借贷',
    '借/贷',
    '借贷方向',
    '收支',
    '收支方向',
    '收/支',
    '收付标志',
    '方向',
    '借贷标记',
    '交易方向',
    '收支标志',
  ],
  balance: ['账户余额', '交易后余额', '当前余额', '本次余额', '结余', '可用余额', 'balance'],
  counterparty: [
    '对方名称',
    '对方单位',
    '对方单位名称',
    '对方户名称',
    '对手方名称',
    '对手户名',
    '对方账户名称',
    '对方账户名',
    '交易对方',
    '交易对手',
    '对手名称',
    '收付款人',
    '收/付款人',
    '收(付)方名称',
    'counterparty',
  ],
  counterAccount: ['对方账户', '对方帐号', '对手账号', '对方账户账号', '收付款账号', '对方卡号', 'counteraccount'],
  serialNo: [
    '交易流水号',
    '流水',
    '凭证号',
    '交易序号',
    '凭证号码',
    '核心流水号',
    '银行流水号',
    '业务编号',
    '交易编号',
    '回单号',
    '回单编号',
    'serialno',
  ],
};
const LEDGER_WORDS: Record<LedgerField, readonly string[]> = {
  projectCode: ['编号', '项目代码', 'projectcode', 'code'],
  projectName: ['项目', '改造项目', 'project', 'projectname'],
  movement: ['资金类型', '业务类型', '收支类型', '环节', 'movement', 'type'],
  source: ['来源', '资金渠道', '渠道', '资金性质', 'source'],
  fundKind: ['来源类别', '资金类别', '级次', '种类', 'kind'],
  earmark: ['资金用途', '专款用途', '指定用途', 'purpose', 'earmark'],
  amount: ['金额', '发生金额', '资金金额', 'amount'],
  day: ['发生日期', '记账日期', '入账日期', '时间', 'date'],
  voucherNo: ['凭证', '凭证编号', '凭证字号', '文号', '单据号', 'voucher', 'voucherno'],
  contractNo: ['合同号', '合同', 'contract', 'contractno'],
  items: ['改造项', '改造内容及金额', '支付内容', '项目内容', 'items'],
  counterparty: ['对方', '收款单位', '付款单位', '收付款单位', '对方户名', '往来单位', 'counterparty'],
  remark: ['备注', '说明', '事由', 'note', 'remark'],
};
/** Known and of no use here: nobody is warned of them. */
const ASIDE = [
  '序号',
  '项次',
  'no',
  '币种',
  '交易渠道',
  '渠道',
  '对方开户行',
  '对方银行',
  '对方行名',
  '对方开户行名',
  '交易机构',
  '本方账号',
  '账号',
  '户名',
  '操作员',
  '登记人',
  '批准人',
];

const fieldsOf = <T extends string>(labels: Record<T, string>, words: Record<T, readonly string[]>): Map<string, T> =>
  new Map(
    (Object.keys(labels) as T[]).flatMap((field) =>
      [labels[field], ...words[field]].map((word) => [headerKey(word), field] as const),
    ),
  );
const KNOWN = { bank: fieldsOf(BANK_FIELDS, BANK_WORDS), ledger: fieldsOf(LEDGER_FIELDS, LEDGER_WORDS) };
const ASIDE_KEYS = new Set(ASIDE.map(headerKey));

export type FundSheetKind = 'bank' | 'ledger';
type Columns = Partial<Record<Field, number>>;

export interface FundHead {
  kind: FundSheetKind;
  /** index of the header among the rows given */
  header: number;
  columns: Columns;
  /** 万元 in the header of a sum */
  inWan: ReadonlySet<number>;
  /** columns whose header nobody knows */
  unknown: { column: number; found: string }[];
  /** headers that say the same as one before them */
  twice: { column: number; found: string }[];
}

function columnsAs(kind: FundSheetKind, cells: readonly unknown[]): Omit<FundHead, 'header'> {
  const head = { kind, columns: {} as Columns, inWan: new Set<number>(), unknown: [], twice: [] } as Omit<
    FundHead,
    'header'
  > & { inWan: Set<number> };
  for (const [column, cell] of cells.entries()) {
    const key = headerKey(cell);
    if (key === '') continue;
    const field = KNOWN[kind].get(key);
    if (!field) {
      if (!ASIDE_KEYS.has(key)) head.unknown.push({ column, found: shown(cell) });
    } else if (head.columns[field] === undefined) head.columns[field] = column;
    else head.twice.push({ column, found: shown(cell) });
    if (/万元/.test(compact(cell))) head.inWan.add(column);
  }
  return head;
}

const isBank = ({ columns: { day, in: received, out, amount } }: { columns: Columns }): boolean =>
  day !== undefined && (received !== undefined || out !== undefined || amount !== undefined);
const isLedger = ({ columns: { movement, amount, source, projectCode, projectName } }: { columns: Columns }): boolean =>
  movement !== undefined &&
  amount !== undefined &&
  (source !== undefined || projectCode !== undefined || projectName !== undefined);

/** The header among the first rows: the one with the most known words; of a head in two lines the lower, which has the columns of the joined cells too. */
export function findFundHead(rows: readonly { cells: readonly unknown[] }[]): FundHead | null {
  let best: FundHead | null = null;
  for (const [header, { cells }] of rows.slice(0, 30).entries()) {
    if (cells.some((cell) => typeof cell === 'number' || cell instanceof Date)) continue;
    for (const kind of ['ledger', 'bank'] as const) {
      const found = { header, ...columnsAs(kind, cells) };
      const known = Object.keys(found.columns).length;
      const whole = kind === 'ledger' ? isLedger(found) : isBank(found);
      if (known >= 3 && whole && known > (best ? Object.keys(best.columns).length : 0)) best = found;
    }
  }
  return best;
}
