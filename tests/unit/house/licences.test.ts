import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALLOWED, EXCEPTIONS, READ_AS } from '@/scripts/licence-policy.mjs';
import { currentDocument, refusedLicences } from '@/scripts/licences.mjs';
import { readLock } from '@/scripts/lock-file.mjs';
import { isPermitted, parseSpdx } from '@/scripts/spdx.mjs';

const installed = readLock();

describe('an SPDX expression', () => {
  const permits = (text: string, ...allowed: string[]) =>
    isPermitted(parseSpdx(text), (licence: string) => allowed.includes(licence));

  test('of licences joined by OR one is enough, of those joined by AND all are needed', () => {
    expect(permits('MIT OR GPL-3.0-or-later', 'MIT')).toBe(true);
    expect(permits('(MIT OR CC0-1.0)', 'CC0-1.0')).toBe(true);
    expect(permits('MIT AND GPL-3.0-or-later', 'MIT')).toBe(false);
    expect(permits('MIT AND ISC AND BSD-3-Clause', 'MIT', 'ISC', 'BSD-3-Clause')).toBe(true);
  });

  test('AND binds more than OR, and brackets more than both', () => {
    expect(permits('MIT OR ISC AND GPL-3.0-only', 'MIT')).toBe(true);
    expect(permits('(MIT OR ISC) AND GPL-3.0-only', 'MIT', 'ISC')).toBe(false);
    expect(permits('GPL-3.0-only AND ISC OR MIT', 'MIT')).toBe(true);
  });

  test('a licence with an exception is another licence', () => {
    expect(permits('GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only')).toBe(false);
    expect(permits('Apache-2.0 WITH LLVM-exception OR MIT', 'Apache-2.0 WITH LLVM-exception')).toBe(true);
  });

  test.each(['', 'MIT/X11', 'SEE LICENSE IN LICENSE.md', 'MIT OR', '(MIT', 'MIT)', 'AND MIT', 'MIT ISC', 'MIT WITH'])(
    '“%s” is none',
    (text) => {
      expect(() => parseSpdx(text)).toThrow(/no SPDX expression/);
    },
  );
});

describe('what is refused', () => {
  const one = (license: string | undefined) => [
    { place: 'node_modules/viral', name: 'viral', version: '1.0.0', ...(license ? { license } : {}) },
  ];
  test.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'SSPL-1.0',
    'BUSL-1.1',
    'MIT AND GPL-2.0-only',
    // weak copyleft is for the packages that are named, and for no other
    'MPL-2.0',
    'LGPL-3.0-or-later',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'toString',
  ])('%s', (licence) => {
    expect(refusedLicences(one(licence))).toEqual([expect.stringContaining('node_modules/viral 1.0.0: ')]);
  });

  test('no licence at all', () => {
    expect(refusedLicences(one(undefined))).toEqual(['node_modules/viral 1.0.0: says no licence']);
  });

  test('nothing where one may choose a licence that is taken', () => {
    expect(refusedLicences(one('(GPL-3.0-or-later OR MIT)'))).toEqual([]);
  });
});

describe('the lock file', () => {
  test('was read whole', () => expect(installed.length).toBeGreaterThan(1000));

  test('holds no package under a licence that is not taken', () => {
    expect(refusedLicences(installed)).toEqual([]);
  });

  test('needs every exception and every reading there is, and each says why', () => {
    const unused = EXCEPTIONS.filter(
      ({ packages, licence }) =>
        !installed.some(({ name, license }) => packages.test(name) && license?.split(/[ ()]/).includes(licence)),
    );
    expect(unused).toEqual([]);
    const unread = READ_AS.filter(
      ({ name, says }) => !installed.some((found) => found.name === name && found.license === says),
    );
    expect(unread).toEqual([]);
    for (const why of [...Object.values(ALLOWED), ...[...EXCEPTIONS, ...READ_AS].map((one) => one.why)])
      expect(why.length).toBeGreaterThan(10);
  });

  test('is what docs/third-party.md tells: otherwise `npm run licences`', () => {
    expect(readFileSync('docs/third-party.md', 'utf8')).toBe(currentDocument());
  });
});
