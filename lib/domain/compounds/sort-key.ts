const NUMERALS = '零一二三四五六七八九';

/** A key that sorts names the way people count: 2栋 before 10栋, 二单元 before 十单元. */
export function naturalSortKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g, (numeral) =>
      String(numberOf(numeral)),
    )
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(6, '0'));
}

function numberOf(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return (tens === '' ? 1 : NUMERALS.indexOf(tens ?? '零')) * 10 + Math.max(0, NUMERALS.indexOf(ones || '零'));
}
