import { isBlank } from '../../imports/cells-numbers';
import { type Choice, readChoice } from '../../imports/cells-words';
import { compact, failure, parseDecimal, type Reading, shown, value } from '../../imports/reading';
import { formatMoney, type Money, sumMoney } from '../../kernel/money';
import { MOST_MONEY } from '../../kernel/money-input';
import { type Reason, reason } from '../../kernel/result';
import type { MenuItem } from '../../rulebook/schema';
import { FEES, type ItemPart, type Movement } from '../types';

/**
 * A sum as banks and offices write it: '1,200.50', '１２００', '¥300', '-30.00', '(1,234.00)', '300元', 12.5 in a column of 万元 → fen with its sign.
 * Finer than a fen is refused, not rounded: no yuan is lost.
 */
export function readSum(cell: unknown, { inWan = false } = {}): Reading<Money> {
  const text = compact(cell).replace(/^(人民币|RMB|CNY)/i, '');
  if (isBlank(text)) return value<Money>(null);
  const match = /^(\()?([+＋\-−–－]?)[¥￥]?([+\-−–]?)([\d,.']+)(元整|元|万元|万)?(\))?$/.exec(text);
  if (!match || Boolean(match[1]) !== Boolean(match[6]) || (match[2] && match[3]))
    return failure('fundSheet.sum', cell);
  const wan = match[5] ? match[5].startsWith('万') : inWan;
  const decimal = parseDecimal(match[4] ?? '', wan ? 6 : 2);
  if (!decimal) return failure('fundSheet.sum', cell);
  if (decimal.rounded) return failure('fundSheet.sumTooFine', cell);
  if (decimal.units > MOST_MONEY) return failure('fundSheet.sumTooLarge', cell, { expected: formatMoney(MOST_MONEY) });
  const negative = Boolean(match[1]) || /[-−–－]/.test(`${match[2]}${match[3]}`);
  return value(negative ? -decimal.units : decimal.units);
}

const SIDES: Choice<'in' | 'out'>[] = [
  { code: 'in', words: ['收入', '贷', '贷方', '收', '转入', '存入', '进', 'C', 'CR', '+', '来账', '收款'] },
  { code: 'out', words: ['支出', '借', '借方', '支', '付', '转出', '支取', '出', 'D', 'DR', '-', '往账', '付款'] },
];
export const readSide = (cell: unknown): Reading<'in' | 'out'> => readChoice(cell, SIDES);

export const MOVEMENT_WORDS: Choice<Movement>[] = [
  { code: 'allocated', words: ['下达', '资金下达', '下达指标', 'allocated'] },
  { code: 'assigned', words: ['分配', '分配到项目', 'assigned'] },
  { code: 'received', words: ['到位', '资金到位', '收到', '收款', '入账', 'received'] },
  { code: 'paid', words: ['支付', '支出', '付款', '拨付', 'paid'] },
  { code: 'reversed', words: ['冲销', '红冲', '冲正', 'reversed'] },
];
export const readMovement = (cell: unknown): Reading<Movement> => readChoice(cell, MOVEMENT_WORDS);

const flat = (text: unknown): string =>
  compact(text)
    .toLowerCase()
    .replace(/[“”"']/g, '');

/** 工程建设其他费用: what is for no item of the menu. */
export const FEES_WORDS = [
  '工程建设其他费用',
  '其他费用',
  '工程其他费用',
  '设计费',
  '监理费',
  '勘察费',
  '审计费',
  '检测费',
  '费用',
  'fees',
];

function itemOf(written: string, menu: readonly MenuItem[]): string | null {
  const key = flat(written);
  if (FEES_WORDS.some((word) => flat(word) === key)) return FEES;
  const found = menu.filter(({ code, name, nameEn }) => [code, name, nameEn].some((text) => flat(text) === key));
  // a facility of both scopes has one name: only its code says which
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/** Its sum stands behind a colon or a blank: 'B-R01：1200.00；B-R02：800.00', or a single name for the whole sum. */
export function readItems(
  cell: unknown,
  amount: Money | null,
  menu: readonly MenuItem[],
): { items: ItemPart[] | null; errors: Reason[] } {
  const parts = String(cell ?? '')
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isBlank(compact(part)));
  if (parts.length === 0) return { items: null, errors: [] };
  const errors: Reason[] = [];
  const items: ItemPart[] = [];
  for (const part of parts) {
    const match = /^(.+?)(?:\s*[:：=]\s*|\s+)([¥￥]?[\d.,，]+)\s*元?$/u.exec(part);
    const item = itemOf(match?.[1] ?? part, menu);
    const sum = match ? readSum((match[2] ?? '').replace(/，/g, ',')) : value(parts.length === 1 ? amount : null);
    if (item === null) errors.push(reason('fundSheet.item', { found: shown(match?.[1] ?? part) }));
    if ('error' in sum) errors.push(sum.error);
    else if (sum.value === null) {
      if (parts.length > 1) errors.push(reason('fundSheet.itemSum', { found: shown(part) }));
    } else if (item !== null) items.push({ item, amount: sum.value });
  }
  const made = sumMoney(items.map((part) => part.amount));
  if (errors.length === 0 && amount !== null && made !== amount)
    errors.push(reason('fund.itemsDiffer', { sum: formatMoney(made), amount: formatMoney(amount) }));
  return { items: errors.length > 0 ? null : items, errors };
}

/** As readItems reads it. */
export const itemsText = (items: readonly { item: string; amount: string }[]): string =>
  items.map(({ item, amount }) => `${item === FEES ? FEES_WORDS[0] : item}：${amount}`).join('；');

const SUMS =
  /^(合计|小计|总计|累计|本页合计|本页小计|本月合计|本月累计|本年累计|本期合计|共计|总笔数|借方合计|贷方合计|过次页|期末余额|打印|制表|审核|total|subtotal)/i;
const OPENING = /^(期初余额|上期余额|上期结转|承前页|上年结转|月初余额|年初余额|期初|opening)/i;

/** A row that no movement stands in: a sum below the list, or the balance that it began with. */
export function rowKind(cells: readonly unknown[]): 'sum' | 'opening' | null {
  const words = cells
    .map((cell) => (typeof cell === 'string' ? compact(cell) : ''))
    .filter((word) => word !== '')
    .slice(0, 2);
  if (words.some((word) => OPENING.test(word))) return 'opening';
  return words.some((word) => SUMS.test(word)) ? 'sum' : null;
}
