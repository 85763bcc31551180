import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose } from '@/lib/domain/annual/choose';
import type { BudgetRow, Outcome, PlanCandidate, PlanInput } from '@/lib/domain/annual/types';
import { differenceOf } from '@/lib/domain/annual/what-if';

const one = (id: string, countyId: string, asks: Record<string, bigint>, lock: PlanCandidate['lock'] = null) => ({
  id,
  countyId,
  asks,
  lock,
});
const pot = (source: string, amount: bigint): BudgetRow => ({ countyId: null, source, amount });
const plan = (candidates: PlanCandidate[], budgets: BudgetRow[], minimum: Record<string, number> = {}): Outcome =>
  choose({ candidates, budgets, minimum: new Map(Object.entries(minimum)) });
const chosen = ({ verdicts }: Outcome) => verdicts.filter((v) => v.chosen).map(({ id }) => id);
const of = (outcome: Outcome, id: string) => outcome.verdicts.find((v) => v.id === id);

describe('the choice, by table', () => {
  test('ranking order; who does not fit is passed over and the next is tried', () => {
    const outcome = plan(
      [one('1', 'a', { local: 60n }), one('2', 'a', { local: 82n }), one('3', 'b', { local: 40n })],
      [pot('local', 100n)],
    );
    expect(chosen(outcome)).toEqual(['1', '3']);
    expect(of(outcome, '2')).toMatchObject({
      why: 'money',
      short: [{ source: 'local', amount: 42n }],
      extra: [{ source: 'local', amount: 42n }],
      withOthers: false,
    });
  });

  test("a county's own money first, then the pot; another county's never", () => {
    const budgets = [
      { countyId: 'a', source: 'local', amount: 50n },
      { countyId: 'b', source: 'local', amount: 500n },
      pot('local', 30n),
    ];
    const outcome = plan([one('1', 'a', { local: 70n }), one('2', 'a', { local: 20n })], budgets);
    expect(chosen(outcome)).toEqual(['1']);
    expect(of(outcome, '2')).toMatchObject({ short: [{ source: 'local', amount: 10n }] });
    expect(outcome.drawn.map(({ used }) => used)).toEqual([50n, 0n, 20n]);
  });

  test("government money without a row is none; others' money is limited only where the plan says so", () => {
    const asks = { central: 10n, residents: 5n };
    expect(of(plan([one('1', 'a', asks)], []), '1')).toMatchObject({ short: [{ source: 'central', amount: 10n }] });
    const outcome = plan([one('1', 'a', asks)], [pot('central', 10n)]);
    expect(outcome.unlimited).toEqual([{ source: 'residents', used: 5n }]);
    const limited = plan([one('1', 'a', asks)], [pot('central', 10n), pot('residents', 4n)]);
    expect(of(limited, '1')).toMatchObject({ short: [{ source: 'residents', amount: 1n }] });
  });

  test('locked in first, and loudly when the money does not suffice; locked out never', () => {
    const candidates = [
      one('1', 'a', { local: 60n }),
      one('2', 'a', { local: 60n }, 'in'),
      one('3', 'a', { local: 1n }, 'out'),
    ];
    expect(chosen(plan(candidates, [pot('local', 100n)]))).toEqual(['2']);
    expect(of(plan(candidates, [pot('local', 100n)]), '3')).toMatchObject({ chosen: false, why: 'locked' });
    const short = plan(candidates, [pot('local', 50n)]);
    expect(short.lockShort).toEqual(['2']);
    expect(of(short, '2')).toMatchObject({ why: 'lockShort', short: [{ source: 'local', amount: 10n }] });
  });

  test("each county's best up to its minimum, before the ranking goes on", () => {
    const candidates = [one('1', 'a', { local: 50n }), one('2', 'a', { local: 50n }), one('3', 'b', { local: 50n })];
    expect(chosen(plan(candidates, [pot('local', 100n)]))).toEqual(['1', '2']);
    const outcome = plan(candidates, [pot('local', 100n)], { b: 1, c: 1 });
    expect(chosen(outcome)).toEqual(['1', '3']);
    expect(outcome.minimumShort).toEqual([{ countyId: 'c', minimum: 1, chosen: 0 }]);
    // what the first county got is not the second's
    expect(chosen(plan(candidates, [pot('local', 100n)], { a: 1, b: 1 }))).toEqual(['1', '3']);
  });

  test('where others before it would take the money, what all of them need together', () => {
    const candidates = [one('1', 'a', { local: 90n }), one('2', 'a', { local: 30n }), one('3', 'a', { local: 40n })];
    const outcome = plan(candidates, [pot('local', 100n)]);
    // 2 lacks 20, 3 lacks 30: with 30 more 2 would come in and 3 would not
    expect(of(outcome, '3')).toMatchObject({
      short: [{ source: 'local', amount: 30n }],
      extra: [{ source: 'local', amount: 60n }],
      withOthers: true,
    });
  });

  test('more money can throw somebody out: the choice goes by the ranking, not by the number', () => {
    const candidates = [
      one('big', 'a', { local: 100n }),
      one('small', 'a', { local: 60n }),
      one('tiny', 'a', { local: 30n }),
    ];
    const [less, more] = [plan(candidates, [pot('local', 95n)]), plan(candidates, [pot('local', 100n)])];
    expect([chosen(less), chosen(more)]).toEqual([['small', 'tiny'], ['big']]);
    expect(differenceOf(less, more)).toEqual({ comesIn: ['big'], fallsOut: ['small', 'tiny'] });
  });
});

const SOURCES = ['central', 'local', 'pipeline'];
const COUNTIES = ['a', 'b', 'c'];
const asksOf = fc.dictionary(fc.constantFrom(...SOURCES), fc.bigInt({ min: 1n, max: 60n }), { maxKeys: 3 });
const inputs: fc.Arbitrary<PlanInput> = fc.record({
  candidates: fc
    .array(
      fc.record({
        countyId: fc.constantFrom(...COUNTIES),
        asks: asksOf,
        lock: fc.constantFrom(null, null, null, null, 'in' as const, 'out' as const),
      }),
      { maxLength: 14 },
    )
    .map((all) => all.map((each, at) => ({ ...each, id: String(at) }))),
  budgets: fc.uniqueArray(
    fc.record({
      countyId: fc.constantFrom(null, ...COUNTIES),
      source: fc.constantFrom(...SOURCES),
      amount: fc.bigInt({ min: 0n, max: 200n }),
    }),
    { selector: ({ countyId, source }) => `${countyId} ${source}`, maxLength: 10 },
  ),
  minimum: fc
    .dictionary(fc.constantFrom(...COUNTIES), fc.integer({ min: 0, max: 3 }))
    .map((all) => new Map(Object.entries(all))),
});

describe('the choice, whatever comes', () => {
  const check = (property: (input: PlanInput, outcome: Outcome) => void) =>
    fc.assert(
      fc.property(inputs, (input) => property(input, choose(input))),
      { numRuns: 400 },
    );

  test('is never over a budget, and what is drawn is what the chosen ones ask for', () => {
    check(({ candidates }, outcome) => {
      const ids = new Set(chosen(outcome));
      for (const { budget, used } of outcome.drawn) {
        expect(used >= 0n && used <= budget).toBe(true);
      }
      for (const source of SOURCES) {
        const asked = candidates
          .filter(({ id }) => ids.has(id))
          .reduce((sum, { asks }) => sum + (asks[source] ?? 0n), 0n);
        const paid = [...outcome.drawn, ...outcome.unlimited].reduce(
          (sum, row) => sum + (row.source === source ? row.used : 0n),
          0n,
        );
        expect(paid).toBe(asked);
      }
    });
  });

  test('respects locks and minimum, and names a reason for each one left out', () => {
    check(({ candidates, minimum }, outcome) => {
      expect(outcome.verdicts.map(({ id }) => id)).toEqual(candidates.map(({ id }) => id));
      for (const verdict of outcome.verdicts) {
        const lock = candidates.find(({ id }) => id === verdict.id)?.lock;
        if (lock === 'out') expect(verdict).toMatchObject({ chosen: false, why: 'locked' });
        if (lock === 'in' && !verdict.chosen) expect(outcome.lockShort).toContain(verdict.id);
        if (!verdict.chosen && verdict.why !== 'locked') expect(verdict.short.length).toBeGreaterThan(0);
      }
      for (const [countyId, least] of minimum) {
        const got = outcome.verdicts.filter((v) => v.chosen && v.countyId === countyId).length;
        expect(got >= least).toBe(!outcome.minimumShort.some((short) => short.countyId === countyId));
      }
    });
  });

  test('with the extra money that it names, it is chosen; with a cent less of it and nobody before it taking it, it is not', () => {
    check((input, outcome) => {
      const withMore = (more: { source: string; amount: bigint }[]) => {
        const rest = input.budgets.filter(
          (row) => row.countyId !== null || !more.some(({ source }) => source === row.source),
        );
        const had = (source: string) =>
          input.budgets.find((row) => row.countyId === null && row.source === source)?.amount ?? 0n;
        return choose({
          ...input,
          budgets: [...rest, ...more.map(({ source, amount }) => pot(source, had(source) + amount))],
        });
      };
      for (const verdict of outcome.verdicts) {
        if (verdict.chosen || verdict.why === 'locked') continue;
        expect(of(withMore(verdict.extra), verdict.id)?.chosen).toBe(true);
        const [first, ...others] = verdict.extra;
        if (verdict.withOthers || !first) continue;
        expect(of(withMore([{ ...first, amount: first.amount - 1n }, ...others]), verdict.id)?.chosen).toBe(false);
      }
    });
  });

  test('is the same each time', () => {
    check((input, outcome) => {
      expect(choose(input)).toEqual(outcome);
    });
  });

  test('where everything fits, more money changes nothing', () => {
    check((input, outcome) => {
      if (outcome.verdicts.some((v) => !v.chosen && v.why !== 'locked')) return;
      const richer = input.budgets.map((row) => ({ ...row, amount: row.amount + (row.amount > 0n ? 50n : 0n) }));
      expect(chosen(choose({ ...input, budgets: richer })).toSorted()).toEqual(chosen(outcome).toSorted());
    });
  });
});

test('900 projects take well under a second', () => {
  const candidates = Array.from({ length: 900 }, (_, at) =>
    one(String(at), `c${at % 11}`, { central: 30_000_00n + BigInt(at * 17), local: 20_000_00n, residents: 1_000_00n }),
  );
  const budgets = [
    pot('central', 9_000_000_00n),
    ...Array.from({ length: 11 }, (_, at) => ({ countyId: `c${at}`, source: 'local', amount: 500_000_00n })),
  ];
  const start = performance.now();
  const outcome = choose({ candidates, budgets, minimum: new Map([['c1', 20]]) });
  expect(chosen(outcome).length).toBeGreaterThan(100);
  expect(performance.now() - start).toBeLessThan(500);
});
