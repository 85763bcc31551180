import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/domain/accounts/permissions';
import { DEFICIENCIES, EXCLUSIONS } from '@/lib/domain/rulebook/schema';
import { UNIT_KINDS } from '@/lib/domain/units/types';
import { formatReason, formatReasons, type ReasonMessages } from '@/lib/format/reason';
import en from '@/lib/i18n/messages/en/reasons';
import zh from '@/lib/i18n/messages/zh-CN/reasons';

const root = new URL('../../../lib/domain/', import.meta.url);
const subjects = Object.keys(zh).join('|');
const literal = new RegExp(`'((?:${subjects})(?:\\.[A-Za-z]+)+)'`, 'g');
// Names of permissions, of scopes, of places in the rule book and of messages to people look like codes and are none.
const notCodes = /(?:permissions|scopes|labels|notifications.kinds)\.ts$/;

function codesInDomain(): string[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !notCodes.test(file),
  );
  const found = files.flatMap((file) => {
    const source = readFileSync(new URL(file, root), 'utf8').replace(/repeated\(\s*'[^']+'/g, '');
    return [...source.matchAll(literal)].map((match) => match[1] ?? '');
  });
  const composed = [
    ...DEFICIENCIES.flatMap((code) => [`eligibility.deficiency.${code}`, `eligibility.missing.${code}`]),
    ...EXCLUSIONS.flatMap((code) => [
      `eligibility.excluded.${code}`,
      `eligibility.notExcluded.${code}`,
      `eligibility.missing.${code}`,
    ]),
    ...['legalTitle', 'insideTown'].map((fact) => `eligibility.missing.${fact}`),
    ...['compounds', 'buildings', 'households', 'floorArea'].map((field) => `baseline.belowZero.${field}`),
    ...['buildings', 'units', 'households', 'floorArea', 'exclusiveArea'].map(
      (figure) => `readiness.mismatch.${figure}`,
    ),
    ...UNIT_KINDS.flatMap((kind) => [`units.code.${kind}`, `units.parent.${kind}`]),
  ];
  const permissions = new Set<string>(PERMISSIONS);
  return [...new Set([...found, ...composed])].filter((code) => !permissions.has(code)).sort();
}

function codesIn(messages: ReasonMessages, prefix = ''): string[] {
  return Object.entries(messages)
    .flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : codesIn(value, `${prefix}${key}.`)))
    .sort();
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

/** reason('…') wherever the server refuses by itself. */
function codesInServer(): string[] {
  return ['../../../lib/server/', '../../../app/'].flatMap((room) => {
    const folder = new URL(room, import.meta.url);
    const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
    return files.flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\breason\(\s*'([^']+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  });
}

describe('every reason has its sentence', () => {
  it('the domain uses more than a hundred codes', () => expect(codesInDomain().length).toBeGreaterThan(100));

  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('in %s', (_, messages) => {
    const known = new Set(codesIn(messages));
    expect([...codesInDomain(), ...codesInServer()].filter((code) => !known.has(code))).toEqual([]);
  });

  it('both languages have the same sentences', () => expect(codesIn(en)).toEqual(codesIn(zh)));

  it('both languages use the same values', () => {
    for (const code of codesIn(zh)) {
      // a name of the rule book comes in both languages, as `name` and `nameEn`: each sentence takes its own
      const inEither = placeholders(formatReason({ code }, en)).map((name) => name?.replace(/En$/, ''));
      expect([code, inEither]).toEqual([code, placeholders(formatReason({ code }, zh))]);
    }
  });

  it('fills in what was found and what was expected', () => {
    const reason = { code: 'eligibility.builtTooLate', params: { found: 2003, expected: 1999 } };
    expect(formatReason(reason, zh)).toBe('建成于 2003 年，晚于 1999 年。');
    expect(formatReason(reason, en)).toBe('Built in 2003, later than 1999.');
    expect(formatReasons([reason, { code: 'no.such.code' }], en)).toBe('Built in 2003, later than 1999.\nno.such.code');
  });

  it('groups sums and areas by thousands, and leaves years, codes and what was mistyped as they are', () => {
    const messages = { gap: '{sum} 元，{year} 年，{typed}' };
    const params = { sum: '2842420.00', year: 2003, typed: '12345.678' };
    expect(formatReason({ code: 'gap', params }, messages)).toBe('2,842,420.00 元，2003 年，12345.678');
  });
});
