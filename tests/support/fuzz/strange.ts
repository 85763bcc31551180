import fc from 'fast-check';

/** What JSON can write and a value of JavaScript cannot hold, or not for long: put into the text when it is written. */
const WRITTEN: Record<string, string> = {
  '@@1e400@@': '1e400',
  '@@-0@@': '-0',
  '@@2^64@@': '18446744073709551616',
  '@@0.1…@@': `0.${'1'.repeat(400)}`,
  '@@deep lists@@': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '@@deep objects@@': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
};

export const written = (value: unknown): string =>
  Object.entries(WRITTEN).reduce(
    (text, [token, number]) => text.replaceAll(`"${token}"`, number),
    JSON.stringify(value) ?? '',
  );

const MEGABYTE = '长'.repeat(350_000);

export const strangeText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      'a\ud800b',
      '\udfff',
      '\u202egnp.exe',
      '\ufeff',
      "'; DROP TABLE compound; --",
      '{{7*7}}',
      '<script>alert(1)</script>',
      '=HYPERLINK("http://elsewhere.example")',
      '../../../etc/passwd',
      '__proto__',
      'constructor',
      'null',
      'undefined',
      'NaN',
      '2147483648',
      '-2147483649',
      '9007199254740993',
      '1e400',
      '0000-00-00',
      '2020-02-30',
      '9999-12-31',
      '+275760-09-13',
      '-000001-01-01',
      '24:00',
      '½',
      '１２',
      '٣',
      'İ',
      '👨‍👩‍👧‍👦'.repeat(20),
      'a\u0301'.repeat(100),
      '%00',
      '%E0%A4%A',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** What people, scripts and attackers put where something else belongs. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: strangeText },
  {
    weight: 5,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      0.5,
      2_147_483_647,
      2_147_483_648,
      -2_147_483_649,
      2 ** 53,
      1e308,
      5e-324,
      ...Object.keys(WRITTEN),
      [],
      {},
      [[]],
      { $gt: '' },
      { toString: 'x', valueOf: 1 },
      { length: 2 ** 32 },
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(MEGABYTE, Array(10_000).fill(0)) },
);

/** Columns that a row has and no form sends. */
export const COLUMNS = [
  'id',
  'version',
  'county_id',
  'countyId',
  'prefecture_id',
  'prefectureId',
  'subdistrictId',
  'communityId',
  'status',
  'created_at',
  'createdAt',
  'createdBy',
  'deleted',
  'deletedAt',
  'role',
  'eligibility',
  'isAdmin',
  'accountId',
  'app.counties',
] as const;

export const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'] as const;
