import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill } from '@/lib/i18n/fill';
import { readSentence } from '@/lib/i18n/read-sentence';

const said = (sentence: string, locale: string, values: Record<string, number>) =>
  fill(readSentence(sentence), values, { locale });

test('a number in a sentence is written as the language writes it', () => {
  const number = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -100_000, max: 100_000 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(
      number.map((one) => one + 0),
      fc.constantFrom('zh-CN', 'en'),
      (count, locale) => {
        const expected = new Intl.NumberFormat(locale).format(count);
        expect(said('{count, number} 户', locale, { count })).toBe(`${expected} 户`);
        expect(said('{count, plural, other {# 户}}', locale, { count })).toBe(`${expected} 户`);
      },
    ),
  );
});
