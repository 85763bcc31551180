import { compact } from '../imports/reading';
import { headerKey } from '../imports/template';
import type { Label } from '../kernel/label';

/** Columns of the template, in their order. The last one is hidden: a sheet of another round says so itself. */
export const TEMPLATE_FIELDS = [
  'building',
  'unitNo',
  'room',
  'area',
  'owner',
  'formNo',
  'choice',
  'channel',
  'collector',
  'collectedOn',
  'proxy',
  'wanted',
  'problems',
  'remarks',
  'roundCode',
] as const;

/** What a column of a sheet of ballots may be. */
export const SHEET_FIELDS = [...TEMPLATE_FIELDS, 'where', 'agree', 'disagree', 'abstain', 'aside'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

export const FIELD_LABELS: Record<SheetField, Label> = {
  building: { zh: '楼栋', en: 'Building' },
  unitNo: { zh: '单元', en: 'Entrance' },
  room: { zh: '房号', en: 'Room' },
  area: { zh: '专有面积', en: 'Exclusive area' },
  owner: { zh: '业主', en: 'Owner' },
  formNo: { zh: '意见表编号', en: 'Form number' },
  choice: { zh: '意见', en: 'Opinion' },
  channel: { zh: '收集方式', en: 'Collected by way of' },
  collector: { zh: '收集人', en: 'Collector' },
  collectedOn: { zh: '收集日期', en: 'Collected on' },
  proxy: { zh: '代理人', en: 'Proxy' },
  wanted: { zh: '改造需求', en: 'Wanted items' },
  problems: { zh: '主要问题', en: 'Main problems' },
  remarks: { zh: '备注', en: 'Remarks' },
  roundCode: { zh: '轮次编号（请勿改动）', en: 'Round (do not change)' },
  where: { zh: '门牌', en: 'Dwelling' },
  agree: { zh: '同意', en: 'Agree' },
  disagree: { zh: '不同意', en: 'Disagree' },
  abstain: { zh: '弃权', en: 'Abstain' },
  aside: { zh: '其他', en: 'Other' },
};

/** What other lists call it; the template's own header is found by its label. */
const WORDS: Record<SheetField, readonly string[]> = {
  building: ['楼栋号', '栋号', '楼号', '幢号', '幢', '栋', '楼幢', '楼栋名称', '楼', 'building'],
  unitNo: ['单元号', '门栋', 'entrance', 'unit'],
  room: ['室号', '房间号', '户号', '室', '房间', '房', 'room'],
  area: ['面积', '建筑面积', '产权面积', '专有部分面积', '套内面积', 'exclusivearea', 'area'],
  owner: ['业主姓名', '姓名', '户主', '产权人', '业主签名', '签名', '签字', 'owner'],
  formNo: [
    '编号',
    '表号',
    '票号',
    '意见表号',
    '表决票编号',
    '表决票号',
    '选票编号',
    '征求表编号',
    'formnumber',
    'form',
  ],
  choice: [
    '表决意见',
    '业主意见',
    '征求意见',
    '表决',
    '表决结果',
    '投票',
    '投票意见',
    '是否同意',
    '是否同意改造',
    '改造意见',
    '态度',
    'opinion',
    'choice',
    'vote',
  ],
  channel: ['方式', '征求方式', '收集途径', '途径', '渠道', '表决方式', '投票方式', 'collectedbywayof', 'channel'],
  collector: ['经办人', '登记人', '入户人员', '征求人', '调查人', 'collector'],
  collectedOn: [
    '日期',
    '时间',
    '收集时间',
    '登记日期',
    '签字日期',
    '签名日期',
    '填表日期',
    '征求日期',
    '表决日期',
    'collectedon',
    'date',
  ],
  proxy: ['委托代理人', '受托人', '代签人', '代理人姓名', 'proxy'],
  wanted: ['改造项目', '改造内容', '需求', '希望改造的内容', '希望改造内容', '意愿项目', 'wanteditems', 'wanted'],
  problems: ['存在问题', '问题', '突出问题', '反映问题', '意见建议', '意见和建议', '建议', 'mainproblems', 'problems'],
  remarks: ['说明', '备考', 'remarks', 'note'],
  roundCode: ['轮次编号'],
  where: [
    '门牌号',
    '房屋坐落',
    '坐落',
    '住址',
    '地址',
    '房屋地址',
    '楼栋单元房号',
    '楼栋房号',
    '房屋',
    'dwelling',
    'address',
  ],
  agree: ['赞成', '支持', 'agree'],
  disagree: ['反对', '不赞成', '不支持', 'disagree'],
  abstain: ['弃权票', 'abstain'],
  // known and of no use here: nobody is warned of them
  aside: [
    '序号',
    '项次',
    '联系电话',
    '电话',
    '手机',
    '手机号',
    '联系方式',
    '小区',
    '小区名称',
    '楼层',
    '层',
    '是否复核',
    'no',
  ],
};

const FIELD_OF = new Map<string, SheetField>(
  [...SHEET_FIELDS].flatMap((field) =>
    [FIELD_LABELS[field].zh, ...WORDS[field]].map((word) => [headerKey(word), field] as const),
  ),
);

export interface SheetColumns {
  /** Index of the header among the rows given. */
  header: number;
  columns: Partial<Record<SheetField, number>>;
  /** Columns whose header nobody knows. */
  unknown: { column: number; found: string }[];
}

const columnsOf = (cells: readonly unknown[]): Omit<SheetColumns, 'header'> => {
  const found: Omit<SheetColumns, 'header'> = { columns: {}, unknown: [] };
  for (const [column, cell] of cells.entries()) {
    const key = headerKey(cell);
    if (key === '') continue;
    const field = FIELD_OF.get(key);
    if (field === 'aside') continue;
    if (field && found.columns[field] === undefined) found.columns[field] = column;
    else found.unknown.push({ column, found: compact(cell) });
  }
  return found;
};

const SAYS_WHO: SheetField[] = ['room', 'where', 'formNo'];
const SAYS_WHAT: SheetField[] = ['choice', 'agree', 'disagree', 'abstain'];
const has = (columns: SheetColumns['columns'], fields: readonly SheetField[]) =>
  fields.some((field) => columns[field] !== undefined);

export const namesHomes = ({ columns }: Pick<SheetColumns, 'columns'>): boolean => has(columns, SAYS_WHO);
export const namesChoices = ({ columns }: Pick<SheetColumns, 'columns'>): boolean => has(columns, SAYS_WHAT);

/** The header among the first rows: the one with the most known words, at least two; of a head in two lines the lower. */
export function findColumns(rows: readonly { cells: readonly unknown[] }[]): SheetColumns | null {
  let best: SheetColumns | null = null;
  for (const [header, { cells }] of rows.slice(0, 30).entries()) {
    if (cells.some((cell) => typeof cell === 'number' || cell instanceof Date)) continue;
    const found = { header, ...columnsOf(cells) };
    const known = Object.keys(found.columns).length;
    const whole = namesHomes(found) || namesChoices(found);
    if (known >= 2 && whole && known > (best ? Object.keys(best.columns).length : 0)) best = found;
  }
  return best;
}
