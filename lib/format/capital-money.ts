import type { Money } from '@/lib/domain/kernel/money';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS = ['仟', '佰', '拾', ''];
const GROUPS = ['', '万', '亿', '兆'];

/** Four digits: '0305' → '叁佰零伍'; zeros at the front are the caller's. */
function groupInWords(four: string): string {
  let words = '';
  let isZero = false;
  for (const [at, sign] of [...four].entries()) {
    if (sign === '0') {
      isZero = words !== '';
      continue;
    }
    words += `${isZero ? '零' : ''}${DIGITS[Number(sign)]}${UNITS[at]}`;
    isZero = false;
  }
  return words;
}

function yuanInWords(yuan: bigint): string {
  const text = yuan.toString();
  const padded = text.padStart(Math.ceil(text.length / 4) * 4, '0');
  const groups = padded.match(/\d{4}/g) ?? [];
  let words = '';
  let isGap = false;
  for (const [at, four] of groups.entries()) {
    if (four === '0000') {
      isGap = words !== '';
      continue;
    }
    const zero = words !== '' && (isGap || four.startsWith('0')) ? '零' : '';
    words += `${zero}${groupInWords(four)}${GROUPS[groups.length - 1 - at] ?? ''}`;
    isGap = false;
  }
  return words;
}

/** 人民币大写, as receipts and payment papers write it (支付结算办法, 正确填写票据和结算凭证的基本规定): 1 409.50 → 壹仟肆佰零玖元伍角整. Up to 10^16 yuan. */
export function capitalMoney(fen: Money): string {
  if (fen < 0n) return `负${capitalMoney(-fen)}`;
  const [yuan, jiao, rest] = [fen / 100n, (fen / 10n) % 10n, fen % 10n];
  if (fen === 0n) return '零元整';
  const whole = yuan > 0n ? `${yuanInWords(yuan)}元` : '';
  if (jiao === 0n && rest === 0n) return `${whole}整`;
  const tens = jiao > 0n ? `${DIGITS[Number(jiao)]}角` : yuan > 0n ? '零' : '';
  return `${whole}${tens}${rest > 0n ? `${DIGITS[Number(rest)]}分` : '整'}`;
}
