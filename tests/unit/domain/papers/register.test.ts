import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/domain/accounts/permissions';
import { NO_OFFICIAL_PAPERS, PAPER_CODES, PAPER_KINDS, pathOf } from '@/lib/domain/papers/official/register';
import { totalOf } from '@/lib/domain/papers/official/totals';
import { hrefOf, type PaperKind } from '@/lib/domain/papers/official/types';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { operations } from '@/tests/support/every/operations';

const kinds: readonly PaperKind[] = PAPER_KINDS;
/** `/plans/[id]` and `/plans/{planId}` are one address. */
const shape = (path: string) => path.replace(/[[{]\w+[\]}]/g, '*');

const madeByRoutes = operations.filter(({ spec }) => spec.produces).map(({ path }) => shape(`/api/v1${path}`));
const reads = new Map(
  operations.filter(({ method }) => method === 'GET').map((op) => [shape(`/api/v1${op.path}`), op.spec]),
);
const pages = readdirSync('app/(portal)', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) =>
    shape(
      `/${file
        .split('/')
        .slice(0, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`,
    ),
  );
const files = kinds.flatMap(({ formats }) => [formats.docx, formats.xlsx].flatMap((pattern) => pattern ?? []));

describe('the register of official papers', () => {
  it('every route that makes a file is an official paper, or named as none', () => {
    const known = new Set([...files, ...NO_OFFICIAL_PAPERS].map((pattern) => shape(pathOf(pattern))));
    expect(madeByRoutes.length).toBeGreaterThan(30);
    expect(madeByRoutes.filter((path) => !known.has(path))).toEqual([]);
  });

  it('every file of it is a route, every page to print and every record a page', () => {
    expect(files.filter((pattern) => !reads.has(shape(pathOf(pattern))))).toEqual([]);
    const shown = kinds.flatMap(({ formats, record }) => [record, ...(formats.print ? [formats.print] : [])]);
    expect(shown.filter((pattern) => !pages.includes(shape(pathOf(pattern))))).toEqual([]);
    expect(NO_OFFICIAL_PAPERS.filter((pattern) => !madeByRoutes.includes(shape(pattern)))).toEqual([]);
  });

  it('no file is on both lists', () => {
    const none = new Set(NO_OFFICIAL_PAPERS.map(shape));
    expect(files.filter((pattern) => none.has(shape(pathOf(pattern))))).toEqual([]);
  });

  it('a kind asks for the permission that its own files ask for', () => {
    for (const { code, formats, permission } of kinds) {
      expect(PERMISSIONS).toContain(permission);
      for (const pattern of [formats.docx, formats.xlsx]) {
        if (pattern) expect([code, reads.get(shape(pathOf(pattern)))?.permission]).toEqual([code, permission]);
      }
    }
  });

  it('each names its clause of the rule book, one of the ten stages or none, and a code of its own', () => {
    const clauses = new Set(chuxiong2020.clauses.map(({ id }) => id));
    expect(kinds.filter(({ clause }) => !clauses.has(clause)).map(({ code, clause }) => [code, clause])).toEqual([]);
    expect(new Set(PAPER_CODES).size).toBe(kinds.length);
    for (const { stage } of kinds) expect(stage === null || (stage >= 1 && stage <= 10)).toBe(true);
  });
});

describe('addresses and sums', () => {
  it('fills what an address names, as an address takes it', () => {
    expect(hrefOf('/a/[id]?payer=[payer]', { id: '1', payer: 'pipeline/供电公司&x' })).toBe(
      '/a/1?payer=pipeline%2F%E4%BE%9B%E7%94%B5%E5%85%AC%E5%8F%B8%26x',
    );
    expect(() => hrefOf('/a/[id]', {})).toThrow('nothing fills [id] of /a/[id]');
  });

  it('adds up what is shown, and says where the counting stopped', () => {
    const counts = [
      { kind: 'annex' as const, count: 3, more: false },
      { kind: 'application' as const, count: 1_000, more: true },
    ];
    expect(totalOf(counts, undefined)).toEqual({ total: 1_003, more: true });
    expect(totalOf(counts, 'annex')).toEqual({ total: 3, more: false });
  });
});
