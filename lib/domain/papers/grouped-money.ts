import { parseHundredths } from '../kernel/hundredths';
import { formatMoney } from '../kernel/money';

/** 1234567.80 → 1,234,567.80 */
export const grouped = (money: string): string => {
  const [whole = '', places = '00'] = formatMoney(parseHundredths(money) ?? 0n).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`;
};
