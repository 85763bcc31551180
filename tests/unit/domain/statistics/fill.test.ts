import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { fundFacts, monthFacts } from '@/lib/domain/statistics/facts';
import { type Fact, fillTable, type UnitFacts } from '@/lib/domain/statistics/fill';
import { TABLES } from '@/lib/domain/statistics/shape';
import { shapeOf } from '@/lib/domain/statistics/shapes';
import { unfilledOf } from '@/lib/domain/statistics/unfilled';
import { valueText } from '@/lib/domain/statistics/value-text';
import { workFacts } from '@/lib/domain/statistics/work-facts';

const shapes = TABLES.map((table) => shapeOf(table, chuxiong2020));
const keysOf = (shape: (typeof shapes)[number]): string[] =>
  shape.groups.flatMap(({ rows }) => rows.flatMap(({ source }) => ('fact' in source ? [source.fact] : [])));

const factArbitrary: fc.Arbitrary<Fact> = fc.record({
  value: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
  known: fc.nat(40),
  missing: fc.nat(3),
});
/** What nothing tells has no value either: as the queries answer. */
const honest = ({ value, known, missing }: Fact): Fact => ({ value: known === 0 ? 0n : value, known, missing });
const unitOf = (keys: readonly string[]): fc.Arbitrary<UnitFacts> =>
  fc
    .array(factArbitrary, { minLength: keys.length, maxLength: keys.length })
    .map((facts) => new Map(keys.map((key, at) => [key, honest(facts[at] as Fact)])));

describe.each(shapes)('$table', (shape) => {
  it('adds up: the counties make the prefecture in every row, and what is missing adds up too', () => {
    fc.assert(
      fc.property(fc.array(unitOf(keysOf(shape)), { minLength: 1, maxLength: 4 }), (units) => {
        for (const { cells, total } of fillTable(shape, units).flatMap(({ rows }) => rows)) {
          expect(cells).toHaveLength(units.length);
          const sum = cells.reduce((of, { value }) => of + (value ?? 0n), 0n);
          expect(total.missing).toBe(cells.reduce((of, { missing }) => of + missing, 0));
          if (total.value !== null) expect(total.value).toBe(sum);
          else expect(cells.every(({ value }) => value === null || value === 0n)).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('lists exactly the rows with a cell that is blank or lacks a record', () => {
    fc.assert(
      fc.property(fc.array(unitOf(keysOf(shape)), { minLength: 1, maxLength: 3 }), (units) => {
        const groups = fillTable(shape, units);
        const listed = new Set(unfilledOf(groups).map(({ code }) => code));
        for (const { row, cells } of groups.flatMap(({ rows }) => rows))
          expect(listed.has(row.code)).toBe(cells.some(({ value, missing }) => value === null || missing > 0));
      }),
      { numRuns: 10 },
    );
  });
});

const shape = shapeOf('county-month', chuxiong2020);
const all = (fact: Fact): UnitFacts => new Map(keysOf(shape).map((key) => [key, fact]));
const cellOf = (facts: UnitFacts, code: string) =>
  fillTable(shape, [facts])
    .flatMap(({ rows }) => rows)
    .find(({ row }) => row.code === code);

describe('a cell', () => {
  it('is zero where there is nothing to count, and blank where no record tells it', () => {
    expect(cellOf(all({ value: 0n, known: 0, missing: 0 }), 'all.floorArea')?.total).toEqual({ value: 0n, missing: 0 });
    expect(cellOf(all({ value: 0n, known: 0, missing: 2 }), 'all.floorArea')?.total).toEqual({
      value: null,
      missing: 2,
    });
  });

  it('says how many records are not in it', () => {
    const facts = all({ value: 864_050n, known: 3, missing: 2 });
    expect(cellOf(facts, 'all.floorArea')?.total).toEqual({ value: 864_050n, missing: 2 });
    const [reason] = unfilledOf(fillTable(shape, [facts])).filter(({ code }) => code === 'all.floorArea');
    expect(reason).toMatchObject({ kind: 'partial', missing: 2, units: [] });
    expect(reason?.reason.zh).toBe('2个小区没有登记建筑面积，未计入');
  });

  it('names the counties where it is so', () => {
    const groups = fillTable(shape, [
      all({ value: 1n, known: 1, missing: 0 }),
      all({ value: 0n, known: 0, missing: 1 }),
    ]);
    const [one] = unfilledOf(groups).filter(({ code }) => code === 'estimate');
    expect(one).toMatchObject({ kind: 'nothing', units: [1], reason: { zh: '1个项目没有概算，没有可填的数' } });
  });

  it('that nobody reckons is a fault, and no zero', () => {
    expect(() => fillTable(shape, [new Map()])).toThrow('no fact');
  });
});

test('values are written exactly: 万元 with every fen, areas with two places', () => {
  expect(valueText(123_456_789n, 'wan')).toBe('123.456789');
  expect(valueText(100_000_000n, 'wan')).toBe('100.00');
  expect(valueText(-1_050_000n, 'wan')).toBe('-1.05');
  expect(valueText(1n, 'wan')).toBe('0.000001');
  expect(valueText(864_050n, 'area')).toBe('8640.50');
  expect(valueText(90_062n, 'count')).toBe('90062');
});

test('what rests on funding plans lacks the projects that have none; what moved does not', () => {
  const sums = [
    { source: 'bonds', kind: 'special', measure: 'planned', amount: 500n },
    { source: 'bonds', kind: 'special', measure: 'allocated', amount: 300n },
  ] as const;
  const facts = new Map(fundFacts('fund', sums, { rulebook: chuxiong2020, plans: { known: 1, missing: 2 } }));
  expect(facts.get('fund.planned.bonds/special')).toEqual({ value: 500n, known: 1, missing: 2 });
  expect(facts.get('fund.gap.fiscal')).toEqual({ value: 200n, known: 1, missing: 2 });
  expect(facts.get('fund.allocated.total')).toEqual({ value: 300n, known: 1, missing: 0 });
  expect(facts.get('fund.paid.central')).toEqual({ value: 0n, known: 1, missing: 0 });
});

test('of a report that is not accepted neither money nor people count', () => {
  const facts = new Map(
    monthFacts([
      { investment: 700n, people: 12 },
      { investment: null, people: 30 },
    ]),
  );
  expect(facts.get('reports.due')?.value).toBe(2n);
  expect(facts.get('investment.month')).toEqual({ value: 700n, known: 1, missing: 1 });
  expect(facts.get('reports.people')).toEqual({ value: 12n, known: 1, missing: 1 });
});

describe('works', () => {
  const item = (code: string, more: object) => ({
    ...{ item: code, planned: 0, completed: 0, cost: 0n, uncosted: 0 },
    ...{ quantity: 0n, unmeasured: 0, quantityDone: 0n, unmeasuredDone: 0 },
    ...more,
  });
  const lifts = chuxiong2020.menu.find(({ key }) => key === 'lifts')?.code ?? '';
  const roofs = chuxiong2020.menu.find(({ key }) => key === 'roofLeaks')?.code ?? '';
  const factsOf = (works: Partial<Parameters<typeof workFacts>[0]>) =>
    new Map(
      workFacts(
        { items: [], compounds: new Map(), plans: { known: 2, missing: 1 }, paid: new Map(), ...works },
        chuxiong2020,
      ),
    );

  it('go to the class that the rule book gives each item; what it does not know stands apart', () => {
    const facts = factsOf({
      items: [
        item(roofs, { planned: 5, completed: 2, cost: 900n }),
        item(lifts, { planned: 3, cost: 800n }),
        item('B-I99', { planned: 1 }),
      ],
      paid: new Map([
        [roofs, 400n],
        ['', 70n],
      ]),
    });
    expect(facts.get('works.planned.基础类')).toEqual({ value: 5n, known: 2, missing: 1 });
    expect(facts.get('works.completed.基础类')?.value).toBe(2n);
    expect(facts.get('works.cost.完善类')?.value).toBe(800n);
    expect(facts.get('works.planned.other')?.value).toBe(1n);
    expect(facts.get('works.paid.基础类')?.value).toBe(400n);
  });

  it('have a quantity as far as it is recorded in the usual unit', () => {
    const facts = factsOf({
      plans: { known: 2, missing: 0 },
      items: [item(lifts, { planned: 3, quantity: 200n, unmeasured: 1 })],
    });
    expect(facts.get(`item.quantity.${lifts}`)).toEqual({ value: 200n, known: 2, missing: 1 });
    const none = factsOf({ plans: { known: 2, missing: 0 }, items: [item(lifts, { planned: 3, unmeasured: 3 })] });
    expect(none.get(`item.quantity.${lifts}`)).toEqual({ value: 0n, known: 0, missing: 3 });
  });
});
