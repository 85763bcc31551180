import type { Money } from '../kernel/money';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four digits; zeros between others are one 零, those at the end none. */
function groupText(group: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += `${zero ? DIGITS[0] : ''}${DIGITS[digit]}${PLACES[place]}`;
      zero = false;
    }
  }
  return text;
}

/** Whole yuan in groups of four: 零 where a group begins with zeros, or is nothing between others. */
function wholeText(yuan: bigint): string {
  const groups: number[] = [];
  for (let left = yuan; left > 0n; left /= 10_000n) groups.unshift(Number(left % 10_000n));
  let text = '';
  let zero = false;
  groups.forEach((group, at) => {
    if (group === 0) zero = text !== '';
    else {
      const isPadded = text !== '' && (zero || group < 1000);
      text += `${isPadded ? DIGITS[0] : ''}${groupText(group)}${GROUPS[groups.length - 1 - at]}`;
      zero = false;
    }
  });
  return text;
}

/**
 * 大写金额 of a sum that is not negative, as it is written on bills (《支付结算办法》附一): 壹仟零玖元伍角整, 叁佰贰拾伍元零肆分. Ends in 整 unless there are fen.
 */
export function capitalMoney(fen: Money): string {
  if (fen < 0n || fen >= 10n ** 18n) throw new Error(`no bill is written over ${fen} fen`);
  const whole = wholeText(fen / 100n);
  const [jiao, rest] = [Number((fen / 10n) % 10n), Number(fen % 10n)];
  const yuan = whole ? `${whole}元` : '';
  if (jiao === 0 && rest === 0) return `${yuan || '零元'}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan && DIGITS[0];
  return rest === 0 ? `${yuan}${tenths}整` : `${yuan}${tenths}${DIGITS[rest]}分`;
}
