/** GB 32100-2015: 18 signs of this alphabet, the last one a check over those before it. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** As people type it: small letters, spaces and hyphens are forgiven. */
export const tidyCreditCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');

/** The check sign of the first 17; undefined when one of them is none of the alphabet. */
export function checkSignOf(body: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const sign of body) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** 统一社会信用代码: right in length, alphabet and check sign. */
export const isCreditCode = (code: string): boolean =>
  code.length === LENGTH && checkSignOf(code.slice(0, -1)) === code.at(-1);
