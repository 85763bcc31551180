import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstRetiring, companyReasons } from '@/lib/domain/projects/companies';
import { checkSignOf, isCreditCode, tidyCreditCode } from '@/lib/domain/projects/credit-code';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('统一社会信用代码 (GB 32100-2015)', () => {
  // codes of companies that anyone can look up
  it.each(['91350100M000100Y43', '9144030071526726XG', '91330100799655058B', '914403001922038216'])(
    '%s is right',
    (code) => expect(isCreditCode(code)).toBe(true),
  );
  it.each(['91350100M000100Y44', '91350100M000100Y4', '91350100M000100I43', '', '913501OOM000100Y43'])(
    '%s is not',
    (code) => expect(isCreditCode(code)).toBe(false),
  );

  it('is read as people type it', () => expect(tidyCreditCode(' 91350100-m000100y43 ')).toBe('91350100M000100Y43'));

  it('one wrong sign is always found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        fc.constantFrom(...ALPHABET),
        (signs, at, other) => {
          const code = signs.join('') + checkSignOf(signs.join(''));
          expect(isCreditCode(code)).toBe(true);
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          expect(isCreditCode(wrong)).toBe(other === code[at]);
        },
      ),
    );
  });
});

describe('the register of companies', () => {
  const fine = { name: '滇中建工', creditCode: null, sameName: null, sameCode: null };
  it.each([
    ['a new name', fine, []],
    ['a name that is there', { ...fine, sameName: { retired: false } }, ['company.sameName']],
    ['the name of a retired one', { ...fine, sameName: { retired: true } }, ['company.nameOfRetired']],
    [
      'a wrong code, of somebody else',
      { ...fine, creditCode: '91', sameCode: '云建' },
      ['company.creditCode', 'company.sameCode'],
    ],
  ])('%s', (_, facts, codes) => expect(companyReasons(facts).map(({ code }) => code)).toEqual(codes));

  it('whoever has contracts is not retired', () => {
    expect(againstRetiring(0)).toEqual([]);
    expect(againstRetiring(2)).toMatchObject([{ code: 'company.hasContracts', params: { count: 2 } }]);
  });
});
