import { describe, expect, it, test } from 'vitest';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { clause } from '@/lib/domain/rulebook/rulebook';
import { countedFacts, fundFacts, monthFacts } from '@/lib/domain/statistics/facts';
import { readShape, type ShapeRow, TABLES, type TableName } from '@/lib/domain/statistics/shape';
import { shapeOf } from '@/lib/domain/statistics/shapes';
import { workFacts } from '@/lib/domain/statistics/work-facts';

const rowsOf = (table: TableName, rulebook = chuxiong2020): ShapeRow[] =>
  shapeOf(table, rulebook).groups.flatMap(({ rows }) => rows);

const plans = { known: 0, missing: 0 };
const NO_WORKS = { items: [], compounds: new Map(), plans, paid: new Map() };
/** Everything that is ever reckoned, of a unit that has nothing. */
const FACTS = new Set(
  [
    ...countedFacts([]),
    ...monthFacts([]),
    ...fundFacts('fund', [], { rulebook: chuxiong2020, plans }),
    ...fundFacts('fundMonth', [], { rulebook: chuxiong2020, plans }),
    ...workFacts(NO_WORKS, chuxiong2020),
  ].map(([key]) => key),
);

describe.each(TABLES)('%s', (table) => {
  it('is filled from a fact or says why not, row by row, each with its definition and clause', () => {
    const rows = rowsOf(table);
    expect(rows.length).toBeGreaterThan(30);
    for (const { code, source, definition } of rows) {
      if ('fact' in source) expect(FACTS, code).toContain(source.fact);
      else expect(source.unfillable.zh.length, code).toBeGreaterThan(8);
      expect(definition.zh, code).toMatch(/。$/);
    }
    expect(rows.some(({ source }) => 'unfillable' in source)).toBe(true);
  });

  it('rests on clauses of the rule book', () => {
    for (const row of rowsOf(table))
      expect(clause(chuxiong2020, row.clause), `${row.code} ${row.clause}`).toBeDefined();
  });

  it('can be made of the first version of the rule book too', () => {
    expect(rowsOf(table, chuxiong2020first).length).toBeGreaterThan(30);
  });
});

test('national: all 36 items stand in the group of their class, planned and completed', () => {
  const { groups } = shapeOf('national', chuxiong2020);
  for (const cls of ['基础类', '完善类', '提升类']) {
    const own = chuxiong2020.menu.filter((item) => item.class === cls).map(({ code }) => code);
    const group = groups.find(({ code }) => code === `items-${cls}`);
    expect(group?.rows.map(({ code }) => code)).toEqual(
      own.flatMap((code) => [`item.planned.${code}`, `item.completed.${code}`]),
    );
  }
});

test('national and finance: the seven sources, with whose fiscal money it is and the special bonds', () => {
  for (const [table, of] of [
    ['national', 'wan'],
    ['finance', 'yuan'],
  ] as const)
    for (const measure of ['planned', 'received', 'paid']) {
      const own = rowsOf(table).filter(({ code }) => code.startsWith(`fund.${measure}.`));
      expect(new Set(own.map(({ form }) => form))).toEqual(new Set([of]));
      expect(own.map(({ code }) => code.slice(`fund.${measure}.`.length))).toEqual([
        ...['total', 'fiscal', 'central'],
        ...[
          'local',
          'local.province',
          'local.prefecture',
          'local.county',
          'local.departments',
          'local.reward',
          'local.pipelineSubsidy',
        ],
        ...['pipeline', 'residents', 'originalUnit', 'bonds', 'bonds.general', 'bonds.special', 'social', 'other'],
      ]);
    }
});

test('a row without a definition, or with a code that stands twice, is no shape', () => {
  const { table, title, groups } = shapeOf('finance', chuxiong2020);
  const [first] = groups;
  if (!first) throw new Error('no group');
  const [row] = first.rows;
  if (!row) throw new Error('no row');
  const { definition: _, ...undefinedRow } = row;
  expect(() => readShape({ table, title, groups: [{ ...first, rows: [undefinedRow] }] })).toThrow();
  expect(() => readShape({ table, title, groups: [{ ...first, rows: [row, row] }] })).toThrow('a code stands twice');
});
