const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 … 九十九, as headings are numbered. */
export function inWords(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}

/** ① … ⑳, and （21） from there on. */
export const circled = (n: number): string => (n <= 20 ? String.fromCodePoint(0x245f + n) : `（${n}）`);
