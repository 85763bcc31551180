import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, type Balances, figuresOf, linesOf, type Posting, post, signOf } from '@/lib/domain/funds/books';
import type { AccountClass, ItemPart, Movement, Pot, Reversible } from '@/lib/domain/funds/types';
import { sumMoney } from '@/lib/domain/kernel/money';

const POT: Pot = { source: 'central', kind: '', earmark: 'general' };
type Made = Posting;
const entry = (movement: Movement, amount: bigint, more: Partial<Made> = {}): Made => ({
  ...{ pot: POT, movement, amount, projectId: 'P', items: null, reverses: null },
  ...more,
});
const said = (made: Made) =>
  linesOf(made).map((line) => [line.side, line.projectId ? line.class : `县${line.class}`, line.amount, line.item]);

describe('what a movement debits and credits', () => {
  it.each([
    ['下达到项目', entry('allocated', 5n), 'receivable', 'grant'],
    ['下达到县市', entry('allocated', 5n, { projectId: null }), '县pool', '县grant'],
    ['分配到项目', entry('assigned', 5n), 'receivable', '县pool'],
    ['到位', entry('received', 5n), 'cash', 'receivable'],
  ])('%s', (_, made, debit, credit) =>
    expect(said(made)).toEqual([
      ['debit', debit, 5n, null],
      ['credit', credit, 5n, null],
    ]),
  );

  it('a payment debits each item', () => {
    const items = [
      { item: 'C-R05', amount: 3n },
      { item: '', amount: 2n },
    ];
    expect(said(entry('paid', 5n, { items }))).toEqual([
      ['debit', 'spent', 3n, 'C-R05'],
      ['debit', 'spent', 2n, ''],
      ['credit', 'cash', 5n, null],
    ]);
  });

  it('a reversal is the same with the sides changed', () =>
    expect(said(entry('reversed', 5n, { reverses: { id: 'x', movement: 'received' } }))).toEqual([
      ['credit', 'cash', 5n, null],
      ['debit', 'receivable', 5n, null],
    ]));

  it('a reversal of nothing is a surprise', () => expect(() => linesOf(entry('reversed', 5n))).toThrow());
});

/** What somebody may ask for: some of it is not to be had. */
const asked = fc.record({
  movement: fc.constantFrom<Movement>('allocated', 'assigned', 'received', 'paid', 'reversed'),
  project: fc.constantFrom('P', 'Q', null),
  source: fc.constantFrom<Pot['source']>('central', 'local'),
  earmark: fc.constantFrom('general', 'works'),
  amount: fc.bigInt({ min: 1n, max: 1_000n }),
  split: fc.integer({ min: 0, max: 100 }),
  back: fc.nat(),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const partsOf = (amount: bigint, split: number): ItemPart[] => {
  const first = (amount * BigInt(split)) / 100n;
  const parts = [
    { item: 'C-R05', amount: first },
    { item: 'C-R07', amount: amount - first },
  ];
  return parts.filter((part) => part.amount > 0n);
};

/** The entry that was asked for, if the accounts let it: the same that posting and reversal rules say, in their shortest form. */
function taken(history: readonly Made[], reversed: Set<number>, balances: Balances, one: Asked): Made | null {
  const pot: Pot = { source: one.source, kind: '', earmark: one.earmark };
  if (one.movement === 'reversed') {
    const at = history.length > 0 ? one.back % history.length : -1;
    const was = history[at];
    if (!was || was.movement === 'reversed' || reversed.has(at)) return null;
    const made = {
      ...was,
      movement: 'reversed' as const,
      reverses: { id: String(at), movement: was.movement as Reversible },
    };
    return isWithin(post(balances, made)) ? made : null;
  }
  if (one.project === null && one.movement !== 'allocated') return null;
  const items = one.movement === 'paid' ? partsOf(one.amount, one.split) : null;
  const made = { pot, movement: one.movement, amount: one.amount, projectId: one.project, items, reverses: null };
  return isWithin(post(balances, made)) ? made : null;
}
const classOf = (key: string) => key.split('/').at(-1) as AccountClass;
const isWithin = (balances: Balances) =>
  [...balances].every(([key, sum]) => (classOf(key) === 'grant' ? sum <= 0n : sum >= 0n));

describe('after any sequence of movements that were asked for', () => {
  it('the books balance, no account is below zero, and history gives the balances again', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 80 }), (all) => {
        let balances: Balances = new Map();
        const history: Made[] = [];
        const reversed = new Set<number>();
        for (const one of all) {
          const made = taken(history, reversed, balances, one);
          if (!made) continue;
          if (made.reverses) reversed.add(Number(made.reverses.id));
          balances = post(balances, made);
          history.push(made);
          expect(sumMoney(balances.values())).toBe(0n);
          expect(isWithin(balances)).toBe(true);
        }
        expect(history.reduce<Balances>(post, new Map())).toEqual(balances);
        for (const projectId of ['P', 'Q']) {
          const of = (...kinds: Movement[]) =>
            sumMoney(
              history
                .filter(
                  (made) => made.projectId === projectId && kinds.includes(made.reverses?.movement ?? made.movement),
                )
                .map((made) => made.amount * signOf(made.movement)),
            );
          const accounts = (['receivable', 'cash', 'spent'] as const).flatMap((name) =>
            ['central', 'local'].flatMap((source) =>
              ['general', 'works'].map((earmark) => ({
                class: name,
                balance: balances.get(accountKey({ source, kind: '', earmark } as Pot, projectId, name)) ?? 0n,
              })),
            ),
          );
          const figures = figuresOf(accounts);
          expect(figures).toEqual({
            allocated: of('allocated', 'assigned'),
            received: of('received'),
            paid: of('paid'),
            outstanding: of('allocated', 'assigned') - of('received'),
            left: of('received') - of('paid'),
          });
          expect(figures.paid <= figures.received && figures.received <= figures.allocated).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
