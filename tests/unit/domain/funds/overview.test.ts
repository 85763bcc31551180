import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryListQuery, isKept } from '@/lib/domain/funds/entries-query';
import {
  addFundFigures,
  byMonth,
  bySource,
  type CountySum,
  figuresOfProject,
  figuresOfSums,
  fiscalOf,
  flowsOf,
  largestItems,
  MEASURES,
  type MonthSum,
  OTHER_ITEMS,
  type SourceSum,
} from '@/lib/domain/funds/overview';
import { figuresText } from '@/lib/domain/funds/overview-answers';
import { inCountyOrder } from '@/lib/domain/funds/overview-order';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { sumMoney } from '@/lib/domain/kernel/money';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';

const sums = (of: Partial<Record<(typeof MEASURES)[number], bigint>>) =>
  Object.entries(of).map(([measure, amount]) => ({ measure: measure as (typeof MEASURES)[number], amount }));

describe('figures', () => {
  it.each([
    ['nothing', {}, {}],
    ['a plan alone is all gap', { planned: 9n }, { planned: 9n, gap: 9n }],
    [
      'allocated to a project',
      { planned: 9n, allocated: 4n },
      { planned: 9n, allocated: 4n, gap: 5n, outstanding: 4n },
    ],
    ['to the county, not yet to a project', { pooled: 4n }, { allocated: 4n, pool: 4n, gap: -4n }],
    [
      'from the pool to a project: counted once',
      { pooled: 4n, assigned: 3n },
      { allocated: 4n, pool: 1n, outstanding: 3n, gap: -4n },
    ],
    [
      'received and paid',
      { planned: 10n, allocated: 6n, pooled: 2n, assigned: 1n, received: 5n, paid: 3n },
      { planned: 10n, allocated: 8n, pool: 1n, received: 5n, paid: 3n, gap: 2n, outstanding: 2n, left: 2n },
    ],
  ])('%s', (_, given, wanted) => {
    const none = { planned: 0n, allocated: 0n, pool: 0n, received: 0n, paid: 0n, gap: 0n, outstanding: 0n, left: 0n };
    expect(figuresOfSums(sums(given))).toEqual({ ...none, ...wanted });
  });

  it('of a project are those of its accounts', () => {
    const accounts = [
      { class: 'receivable' as const, balance: 2n },
      { class: 'cash' as const, balance: 3n },
      { class: 'spent' as const, balance: 4n },
    ];
    expect(figuresOfProject(accounts, 10n)).toEqual(
      figuresOfSums(sums({ planned: 10n, allocated: 9n, received: 7n, paid: 4n })),
    );
  });

  it('as text: yuan with two places, the sign kept', () =>
    expect(figuresText(figuresOfSums(sums({ planned: 1n, allocated: 150n })))).toMatchObject({
      planned: '0.01',
      allocated: '1.50',
      gap: '-1.49',
    }));
});

/** What moved, with everything that it can be looked at by. */
const moved = fc.array(
  fc.record({
    source: fc.constantFrom('central', 'local', 'bonds', 'residents', 'unheardOf'),
    kind: fc.constantFrom('', 'county', 'special'),
    countyId: fc.constantFrom('A', 'B', 'C'),
    month: fc.constantFrom('2019-11', '2020-01', '2020-07'),
    measure: fc.constantFrom(...MEASURES),
    amount: fc.bigInt(-1_000_000n, 1_000_000n),
  }),
  { maxLength: 60 },
);

describe('however it is looked at', () => {
  it('the parts make the whole: sources, kinds, counties, and what is allocated = pool + outstanding + left + paid', () =>
    fc.assert(
      fc.property(moved, (rows) => {
        const whole = figuresOfSums(rows);
        const sources = bySource(rows satisfies SourceSum[], chuxiong2020);
        expect(addFundFigures(sources)).toEqual(whole);
        for (const { source: _, kinds, ...one } of sources) expect(addFundFigures(kinds)).toEqual(one);
        const counties = groupBy(rows satisfies CountySum[], ({ countyId }) => countyId);
        expect(addFundFigures([...counties.values()].map(figuresOfSums))).toEqual(whole);
        const { allocated, pool, outstanding, left, paid } = whole;
        expect(pool + outstanding + left + paid).toBe(allocated);
      }),
    ));

  it('the months run on without a hole, and the last has all of it', () =>
    fc.assert(
      fc.property(moved, (all) => {
        const rows: MonthSum[] = all.filter(({ measure }) => measure !== 'planned');
        const months = byMonth(rows);
        const { allocated, received, paid } = figuresOfSums(rows);
        expect(months.at(-1)?.soFar ?? { allocated: 0n, received: 0n, paid: 0n }).toEqual({
          allocated,
          received,
          paid,
        });
        const at = months.map(({ month }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
        expect(at.every((one, index) => index === 0 || one === (at[index - 1] ?? 0) + 1)).toBe(true);
      }),
    ));

  it('a picture of the largest items loses nothing', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            source: fc.constantFrom('central', 'local'),
            item: fc.constantFrom('', 'B-R01', 'B-R02', 'C-R05'),
            paid: fc.bigInt(1n, 999n),
          }),
        ),
        fc.integer({ min: 1, max: 5 }),
        (rows, most) => {
          const flows = flowsOf(rows, FUNDING_SOURCES);
          const shown = largestItems(flows, most);
          const total = (all: readonly { paid: bigint }[]) => sumMoney(all.map(({ paid }) => paid));
          expect(total(shown)).toBe(total(rows));
          expect(
            new Set(shown.map(({ item }) => item).filter((item) => item !== OTHER_ITEMS)).size,
          ).toBeLessThanOrEqual(most);
        },
      ),
    ));
});

describe('by source', () => {
  it('in the order of the rule book, kinds too; what it does not know comes last', () => {
    const row = (source: string, kind: string): SourceSum => ({ source, kind, measure: 'allocated', amount: 1n });
    const found = bySource(
      [
        row('unheardOf', ''),
        row('bonds', 'special'),
        row('local', 'county'),
        row('local', 'province'),
        row('central', ''),
      ],
      chuxiong2020,
    );
    expect(found.map(({ source, kinds }) => [source, kinds.map(({ kind }) => kind)])).toEqual([
      ['central', ['']],
      ['local', ['province', 'county']],
      ['bonds', ['special']],
      ['unheardOf', ['']],
    ]);
  });

  it('财政资金 are central, local and bonds', () => {
    const row = (source: string, amount: bigint): SourceSum => ({ source, kind: '', measure: 'planned', amount });
    const all = bySource(
      [row('central', 1n), row('local', 20n), row('bonds', 300n), row('pipeline', 4000n)],
      chuxiong2020,
    );
    expect(fiscalOf(all, chuxiong2020).planned).toBe(321n);
  });

  it('what was taken back altogether is no flow', () =>
    expect(
      flowsOf(
        [
          { source: 'local', item: '', paid: 5n },
          { source: 'central', item: 'B-R01', paid: 7n },
          { source: 'central', item: 'B-R01', paid: -7n },
          { source: 'central', item: 'C-R05', paid: 2n },
        ],
        FUNDING_SOURCES,
      ),
    ).toEqual([
      { source: 'central', item: 'C-R05', paid: 2n },
      { source: 'local', item: '', paid: 5n },
    ]));
});

it('counties in the order of a figure, as sums and not as text', () => {
  const county = (name: string, paid: bigint) => ({ name, ...figuresText(figuresOfSums(sums({ paid }))) });
  const all = [county('一', 900n), county('二', 10_000n), county('三', 0n)];
  const names = (order: 'asc' | 'desc') => inCountyOrder(all, { sort: 'paid', order }).map(({ name }) => name);
  expect([names('asc'), names('desc')]).toEqual([
    ['三', '一', '二'],
    ['二', '一', '三'],
  ]);
  expect(inCountyOrder(all, { sort: 'code', order: 'asc' })).toEqual(all);
});

describe('which lists are summed where they are kept', () => {
  it.each([
    ['', true],
    ['year=2020&source=local&kind=county&movement=paid', true],
    ['from=2020-02-01&to=2020-02-29', true],
    ['from=2020-02-01', true],
    ['from=2020-02-02', false],
    ['to=2020-02-28', false],
    ['q=记', false],
    ['movement=reversed', false],
    ['item=fees', false],
  ])('%s: %s', (address, kept) =>
    expect(isKept(entryListQuery.parse(Object.fromEntries(new URLSearchParams(address))))).toBe(kept),
  );

  it.each(['from=2020-02-30', 'item=X', 'movement=stolen', 'source=gold', 'limit=201', 'unknown=1'])(
    '%s is refused',
    (address) => expect(entryListQuery.safeParse(Object.fromEntries(new URLSearchParams(address))).success).toBe(false),
  );
});
