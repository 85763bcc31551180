import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFICIENCIES, EXCLUSIONS } from '@/lib/domain/rulebook/schema';
import { UNIT_KINDS } from '@/lib/domain/units/types';
import { formatReason, formatReasons, type ReasonMessages } from '@/lib/format/reason';
import en from '@/lib/i18n/messages/en/reasons';
import zh from '@/lib/i18n/messages/zh-CN/reasons';

const root = new URL('../../../lib/domain/', import.meta.url);
const subjects = Object.keys(zh).join('|');
const literal = new RegExp(`'((?:${subjects})(?:\\.[A-Za-z]+)+)'`, 'g');
// Names of permissions and of places in the rule book look like codes and are none.
const notCodes = /permissions\.ts$|labels\.ts$/;

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
  return [...new Set([...found, ...composed])].sort();
}

function codesIn(messages: ReasonMessages, prefix = ''): string[] {
  return Object.entries(messages)
    .flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : codesIn(value, `${prefix}${key}.`)))
    .sort();
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('every reason has its sentence', () => {
  it('the domain uses more than a hundred codes', () => expect(codesInDomain().length).toBeGreaterThan(100));

  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('in %s, and no sentence is left over', (_, messages) => expect(codesIn(messages)).toEqual(codesInDomain()));

  it('both languages use the same values', () => {
    for (const code of codesIn(zh)) {
      expect([code, placeholders(formatReason({ code }, en))]).toEqual([
        code,
        placeholders(formatReason({ code }, zh)),
      ]);
    }
  });

  it('fills in what was found and what was expected', () => {
    const reason = { code: 'eligibility.builtTooLate', params: { found: 2003, expected: 1999 } };
    expect(formatReason(reason, zh)).toBe('建成于 2003 年，晚于 1999 年。');
    expect(formatReason(reason, en)).toBe('Built in 2003, later than 1999.');
    expect(formatReasons([reason, { code: 'no.such.code' }], en)).toBe('Built in 2003, later than 1999.\nno.such.code');
  });
});
