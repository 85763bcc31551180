import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountAs, minusReading, type Sided } from '@/lib/domain/funds/imports/one-sum';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type Cells, workbookOf } from '@/tests/support/sheets';
import { bankOf } from './fund-sheets';

const read = async (rows: Cells[]) => {
  const { lines, findings, chain } = await bankOf(
    await workbookOf({ a: [['交易日期', '借贷标志', '交易金额', '余额', '摘要'], ...rows] }),
  );
  return {
    amounts: lines.map(({ amount }) => amount / 100n),
    red: lines.filter(({ red }) => red).map(({ rowNo }) => rowNo),
    found: findings.map(({ level, cell, code }) => `${level} ${cell ?? ''} ${code.replace('fundSheet.', '')}`),
    breaks: chain.breaks.length,
  };
};

describe('one column of sums with 借/贷 beside it: a minus takes back what its side says', () => {
  it('a negative 贷 is money taken back that had come in, a negative 借 a payment that came back; the balances follow', async () => {
    expect(
      await read([
        ['2020-03-02', '贷', 500, 500, '拨款'],
        ['2020-03-03', '贷', -500, 0, '冲正'],
        ['2020-03-04', '贷', 300, 300, '拨款'],
        ['2020-03-05', '借', 200, 100, '进度款'],
        ['2020-03-06', '借', '-200.00', 300, '退汇'],
      ]),
    ).toEqual({
      ...{ amounts: [500n, -500n, 300n, -200n, 200n], red: [3, 6], breaks: 0 },
      found: ['info C3 redLine', 'info C6 redLine'],
    });
  });

  it('printed newest first, and without a word of it in the remark', async () => {
    const { amounts, red, breaks } = await read([
      ['2020-03-06', '借', -200, 300, null],
      ['2020-03-05', '借', 200, 100, null],
      ['2020-03-04', '贷', 300, 300, null],
    ]);
    expect({ amounts, red, breaks }).toEqual({ amounts: [200n, -200n, 300n], red: [2], breaks: 0 });
  });

  it('without balances: a side that has sums without a minus', async () => {
    const { amounts, red, found } = await read([
      ['2020-03-04', '贷', 300, null, '拨款'],
      ['2020-03-05', '借', 200, null, '进度款'],
      ['2020-03-06', '借', -200, null, '进度款'],
      ['2020-03-07', '贷', -300, null, '拨款'],
    ]);
    expect({ amounts, red }).toEqual({ amounts: [300n, -200n, 200n, -300n], red: [4, 5] });
    expect(found).toEqual(['info C4 redLine', 'info C5 redLine']);
  });

  it('a lone 贷 with a minus goes out whatever the minus means', async () => {
    expect(await read([['2020-03-02', '贷', -50, null, null]])).toMatchObject({ amounts: [-50n], red: [2] });
  });
});

describe('a sheet whose sums have the sign of their direction: the side repeats it', () => {
  it('as its balances tell; what goes against its side takes back', async () => {
    expect(
      await read([
        ['2020-03-02', '贷', 500, 500, '拨款'],
        ['2020-03-03', '借', -200, 300, '进度款'],
        ['2020-03-04', '借', -100, 200, '进度款'],
        ['2020-03-05', '借', 100, 300, '退汇'],
        ['2020-03-06', '贷', -300, 0, '冲正'],
      ]),
    ).toEqual({
      ...{ amounts: [500n, -200n, -100n, 100n, -300n], red: [5, 6], breaks: 0 },
      found: ['info C5 plusLine', 'info C6 redLine'],
    });
  });

  it('without balances, where no 借 is without a minus; said as something to look at', async () => {
    const { amounts, red, found } = await read([
      ['2020-03-02', '贷', 500, null, '拨款'],
      ['2020-03-03', '借', -200, null, '进度款'],
    ]);
    expect({ amounts, red }).toEqual({ amounts: [500n, -200n], red: [] });
    expect(found).toContain('warning  minusIsOut');
  });

  it('only 借, each with a minus: the days tell which way the balances run', async () => {
    const out = [
      ['2020-03-02', '借', -200, 800, null],
      ['2020-03-03', '借', -100, 700, null],
    ];
    expect(await read(out)).toMatchObject({ amounts: [-200n, -100n], red: [], breaks: 0 });
    const back = [
      ['2020-03-02', '借', -200, 800, null],
      ['2020-03-03', '借', -100, 900, null],
    ];
    expect(await read(back)).toMatchObject({ amounts: [200n, 100n], red: [2, 3], breaks: 0 });
  });
});

describe('what nothing in the sheet tells is refused at its cell', () => {
  it.each<[string, Cells[], string[]]>([
    [
      'every 借 has a minus and says 冲正: taken back, or always printed so',
      [
        ['2020-03-02', '贷', 500, null, '拨款'],
        ['2020-03-03', '借', -200, null, '冲正'],
      ],
      ['C3'],
    ],
    [
      'every 贷 has a minus and no 借 has: the sides may be the other way round',
      [
        ['2020-03-02', '借', 500, null, '拨款'],
        ['2020-03-03', '贷', -200, null, '进度款'],
      ],
      ['C3'],
    ],
    [
      'it is the 借 without a minus that says 退回',
      [
        ['2020-03-02', '借', -200, null, '进度款'],
        ['2020-03-03', '借', 100, null, '退回'],
      ],
      ['C2'],
    ],
  ])('%s', async (_, rows, cells) => {
    const { found } = await read(rows);
    expect(found.filter((one) => one.startsWith('error'))).toEqual(cells.map((cell) => `error ${cell} minusUnclear`));
  });

  it('借 for what comes in and a minus for what goes out, as the balances tell: the sheet, not its cells', async () => {
    const { found } = await read([
      ['期初余额', null, null, 0, null],
      ['2020-03-02', '借', 500, 500, '拨款'],
      ['2020-03-03', '贷', -200, 300, '进度款'],
      ['2020-03-04', '贷', -100, 200, '进度款'],
    ]);
    expect(found).toEqual(['info  sumRow', 'error  sidesTurned']);
  });
});

it('whatever moves, and whichever way a bank prints it: with balances, days and what it began with it is read as it was', () => {
  const movement = fc.record({
    side: fc.constantFrom<Sided['side']>('in', 'out'),
    back: fc.boolean(),
    fen: fc.bigInt({ min: 1n, max: 1_000_000n }),
  });
  const start = calendarDateOf('2020-01-01');
  fc.assert(
    fc.property(fc.array(movement, { minLength: 2, maxLength: 12 }), fc.boolean(), fc.boolean(), (all, signed, up) => {
      let balance = 5_000n;
      const lines = all.map(({ side, back, fen }, at) => {
        const amount = (side === 'in') === back ? -fen : fen;
        balance += amount;
        const sided = { side, sum: signed ? amount : back ? -fen : fen };
        return { rowNo: at, day: addDays(start, at), remark: null, amount, balance, sided };
      });
      // a sheet that only takes back, printed by direction, is one whose sides are turned
      fc.pre(lines.some(({ sided: { sum } }) => sum < 0n) && !(signed && all.every(({ back }) => back)));
      const { as } = minusReading(up ? lines : [...lines].reverse(), 5_000n);
      expect(lines.map(({ sided }) => amountAs(as, sided))).toEqual(lines.map(({ amount }) => amount));
    }),
  );
});
