import { expect, test } from 'vitest';
import { drawnIn } from '@/components/funds/words';
import { formatMoney } from '@/lib/domain/kernel/money';
import { wanNumberText } from '@/lib/format/money-text';

test.each(['zh-CN', 'en'] as const)('what is drawn in %s is what is written beside it', (locale) => {
  for (const fen of [0n, 1_000_000n, 171_960_500n, 2_431_999_100n])
    expect(drawnIn(locale, fen)).toBeCloseTo(Number(wanNumberText(formatMoney(fen), locale).replaceAll(',', '')), 1);
  expect(drawnIn(locale, 2_432_000_000n)).toBe(locale === 'en' ? 24.32 : 2_432);
});
