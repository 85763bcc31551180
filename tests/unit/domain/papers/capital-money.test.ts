import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '@/lib/domain/kernel/money';
import { capitalMoney } from '@/lib/domain/papers/capital-money';

const fen = (text: string): bigint => {
  const read = parseMoney(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

/** Read back: what a cashier does. */
function readBack(text: string): bigint {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const places: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const [whole = '', small = ''] = text.includes('元') ? text.split('元') : ['', text];
  let [sum, section, digit] = [0n, 0n, 0n];
  for (const [at, sign] of [...whole].entries()) {
    if (digits.includes(sign)) digit = BigInt(digits.indexOf(sign));
    else if (places[sign]) {
      section += digit * places[sign];
      digit = 0n;
    } else {
      const unit = sign === '万' ? 10_000n : 100_000_000n;
      // 万亿: the 亿 belongs to the 万 before it
      if (whole[at - 1] === '万') sum = (sum / 10_000n) * 10_000n * unit;
      else sum += (section + digit) * unit;
      [section, digit] = [0n, 0n];
    }
  }
  const of = (unit: string) => {
    const at = small.indexOf(unit);
    return at > 0 ? BigInt(digits.indexOf(small[at - 1] ?? '')) : 0n;
  };
  return (sum + section + digit) * 100n + of('角') * 10n + of('分');
}

describe('大写金额', () => {
  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.53', '伍角叁分'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1009.50', '壹仟零玖元伍角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['100001', '壹拾万零壹元整'],
    ['1000000', '壹佰万元整'],
    ['10010010.10', '壹仟零壹万零壹拾元壹角整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['123456789.01', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    ['100000000000', '壹仟亿元整'],
  ])('%s 元 写作 %s', (yuan, expected) => expect(capitalMoney(fen(yuan))).toBe(expected));

  it('读回来是同一个数，到分', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (sum) => readBack(capitalMoney(sum)) === sum),
      { numRuns: 2000 },
    );
  });

  it('没有两个零相连，“元”前没有零', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (sum) => {
        const text = capitalMoney(sum);
        expect(text).not.toMatch(/零零|.零元|零[万亿]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('负数不写', () => expect(() => capitalMoney(-1n)).toThrow());
});
