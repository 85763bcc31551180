import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formNumber, readFormNumber } from '@/lib/domain/votes/form-number';

const digits = (low: number, high: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: low, maxLength: high });
const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 1, maxLength: 5 });
const roundCode = fc
  .tuple(digits(6, 6), fc.option(letters), digits(4, 5), fc.constantFrom('1', '2'), fc.integer({ min: 1, max: 120 }))
  .map(([county, zone, compound, round, attempt]) =>
    [county, zone, compound, round, attempt].filter((part) => part !== null).join('-'),
  );
const numbered = fc.tuple(roundCode, fc.integer({ min: 1, max: 99_999 }));

/** Signs that are read as one: whoever writes the one has written the other. */
const same = (sign: string) =>
  ({ O: '0', I: '1', L: '1', ' ': '-', '.': '-' })[sign.toUpperCase()] ?? sign.toUpperCase();

test('reads as the office writes it', () => {
  expect(formNumber('532302-0012-1-1', 37)).toMatch(/^532302-0012-1-1-00037-[0-9A-Y]$/);
  expect(formNumber('532300-KFQ-0003-2-1', 1)).toMatch(/^532300-KFQ-0003-2-1-00001-[0-9A-Y]$/);
});

test('a serial that has no place on the form is a fault', () => {
  for (const serial of [0, -1, 1.5, 100_000, Number.NaN]) expect(() => formNumber('532302-0012-1-1', serial)).toThrow();
});

describe('what was printed is read', () => {
  test('whole, and with what belongs to it', () => {
    fc.assert(
      fc.property(numbered, ([code, serial]) => {
        const number = formNumber(code, serial);
        expect(readFormNumber(number)).toEqual({ number, roundCode: code, serial });
      }),
    );
  });

  const number = formNumber('532302-0012-1-1', 10_011);
  test.each([
    ['small letters and spaces', ` ${number.toLowerCase().replaceAll('-', ' ')} `],
    [
      'full-width, as a Chinese keyboard writes it',
      number.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['long dashes', number.replaceAll('-', '—')],
    ['no dashes at all', number.replaceAll('-', '')],
    ['O for 0 and l for 1', number.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('%s', (_, typed) => expect(readFormNumber(typed)?.number).toBe(number));

  test('the zone’s, run together', () => {
    const zone = formNumber('532300-KFQ-0003-2-1', 7);
    expect(readFormNumber(zone.replaceAll('-', ''))?.number).toBe(zone);
  });

  test.each([
    '',
    '-',
    '532302',
    '532302-0012-1-1',
    'not a number',
    '532302-0012-3-1-00001-A',
    '532302-0012-1-1-00000-0',
  ])('%o is no number', (typed) => expect(readFormNumber(typed)).toBeNull());
});

describe('a wrong number is noticed', () => {
  const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'];

  test('any single wrong character', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), fc.constantFrom(...signs), ([code, serial], where, sign) => {
        const number = formNumber(code, serial);
        const at = where % number.length;
        fc.pre(same(sign) !== same(number.charAt(at)));
        expect(readFormNumber(number.slice(0, at) + sign + number.slice(at + 1))).toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  test('any swap of neighbours', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), ([code, serial], where) => {
        const number = formNumber(code, serial);
        const at = where % (number.length - 1);
        const [left, right] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(same(left) !== same(right));
        expect(readFormNumber(number.slice(0, at) + right + left + number.slice(at + 2))).toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  test('a form of one round is none of another’s', () => {
    fc.assert(
      fc.property(roundCode, roundCode, fc.integer({ min: 1, max: 99_999 }), (one, other, serial) => {
        fc.pre(one !== other);
        expect(formNumber(one, serial)).not.toBe(formNumber(other, serial));
        expect(readFormNumber(formNumber(one, serial))?.roundCode).not.toBe(other);
      }),
    );
  });
});
