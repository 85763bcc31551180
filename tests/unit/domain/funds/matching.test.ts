import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Booked,
  type Expected,
  type MatchFacts,
  type MatchLine,
  matchLines,
  type Payable,
  targetKey,
} from '@/lib/domain/funds/imports/matching';
import { likeness } from '@/lib/domain/funds/imports/names';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';

const day = calendarDateOf('2020-04-15');
const line = (id: string, amount: bigint, more: Partial<MatchLine> = {}): MatchLine => ({
  ...{
    id,
    rowNo: 2,
    day,
    amount,
    red: false,
    balance: null,
    counterparty: null,
    counterAccount: null,
    remark: null,
    serialNo: null,
  },
  ...more,
});
const booked = (id: string, amount: bigint, more: Partial<Booked> = {}): Booked => ({
  ...{ type: 'entry' as const, id, direction: amount > 0n ? ('in' as const) : ('out' as const) },
  ...{ amount: amount > 0n ? amount : -amount, day, voucherNo: `凭-${id}`, counterparty: null, project: null },
  reverses: false,
  ...more,
});
const pot = { source: 'central' as const, kind: '', earmark: 'general' };
const expected = (projectId: string, outstanding: bigint, more: Partial<Expected> = {}): Expected => ({
  ...{
    ...pot,
    projectId,
    projectName: `${projectId}片区改造`,
    projectCode: `532302-2020-${projectId}`,
    outstanding,
    payers: [],
  },
  ...more,
});
const payable = (contractId: string, left: bigint, company: string): Payable => ({
  ...{ contractId, contractNo: `HT-${contractId}`, projectId: 'p', company, left },
});
const facts = (more: Partial<MatchFacts> = {}): MatchFacts => ({
  ...{ booked: [], expected: [], payable: [], fiscal: new Set(['central', 'local', 'bonds'] as const) },
  ...more,
});
const matched = (one: MatchLine, more: Partial<MatchFacts>) => {
  const found = matchLines([one], facts(more)).get(one.id);
  return {
    state: found?.state,
    target: found?.chosen && targetKey(found.chosen.target),
    because: found?.chosen?.because.map((reason) => (reason.code === 'daysApart' ? `${reason.days}` : reason.code)),
  };
};

describe('a line and what is known', () => {
  it.each<[string, MatchLine, Partial<MatchFacts>, object]>([
    [
      'the number of the voucher says it',
      line('a', 100n, { serialNo: 'S1' }),
      { booked: [booked('e', 100n, { voucherNo: 'S1', day: addDays(day, -2) })] },
      { state: 'found', target: 'entry/e', because: ['amountSame', '2', 'voucherSame'] },
    ],
    [
      'the name says it, whatever kind of company it is called',
      line('a', -100n, { counterparty: '滇中建设有限公司' }),
      { booked: [booked('e', -100n, { counterparty: '滇中建设有限责任公司' })] },
      { state: 'found', target: 'entry/e', because: ['amountSame', '0', 'nameSame'] },
    ],
    [
      'a week apart still is, eight days are not',
      line('a', 100n, { serialNo: 'S1' }),
      { booked: [booked('e', 100n, { voucherNo: 'S1', day: addDays(day, 8) })] },
      { state: 'none', target: null },
    ],
    [
      'sum and day alone are for a person to decide',
      line('a', 100n),
      { booked: [booked('e', 100n)] },
      { state: 'unsure', target: null },
    ],
    [
      'a fen less is another sum',
      line('a', 99n, { serialNo: 'S1' }),
      { booked: [booked('e', 100n, { voucherNo: 'S1' })] },
      { state: 'none', target: null },
    ],
    [
      'money out is no receipt',
      line('a', -100n, { serialNo: 'S1' }),
      { booked: [booked('e', 100n, { voucherNo: 'S1' })] },
      { state: 'none', target: null },
    ],
    [
      'two entries alike are never chosen between',
      line('a', 100n, { counterparty: '某某公司甲乙' }),
      {
        booked: [
          booked('e', 100n, { counterparty: '某某公司甲乙' }),
          booked('f', 100n, { counterparty: '某某公司甲乙' }),
        ],
      },
      { state: 'unsure', target: null },
    ],
    [
      'the remark names the project of one of them',
      line('a', 100n, { remark: '拨付文化路片区补助' }),
      { booked: [booked('e', 100n, { project: '文化路片区' }), booked('f', 100n, { project: '和平巷' })] },
      { state: 'found', target: 'entry/e', because: ['amountSame', '0', 'remarkNames'] },
    ],
    [
      'the nearer day sets two entries apart',
      line('a', 100n, { counterparty: '某某公司甲乙' }),
      {
        booked: [
          booked('e', 100n, { counterparty: '某某公司甲乙', day: addDays(day, 3) }),
          booked('f', 100n, { counterparty: '某某公司甲乙' }),
        ],
      },
      { state: 'found', target: 'entry/f' },
    ],
    [
      'a payment that was asked for',
      line('a', -100n, { counterparty: '滇中建设有限公司' }),
      { booked: [booked('o', -100n, { type: 'order', counterparty: '滇中建设有限公司' })] },
      { state: 'found', target: 'order/o' },
    ],
    [
      'the payer of the funding plan brings less than is outstanding',
      line('a', 60n, { counterparty: '楚雄供电局' }),
      { expected: [expected('1', 100n, { source: 'pipeline', payers: ['楚雄供电局'] })] },
      { state: 'found', target: 'receipt/1/pipeline//general', because: ['amountWithin', 'nameSame'] },
    ],
    [
      'the treasury brings the government’s own money',
      line('a', 100n, { counterparty: '禄丰市财政局国库' }),
      { expected: [expected('1', 100n), expected('1', 100n, { source: 'pipeline' })] },
      { state: 'found', target: 'receipt/1/central//general', because: ['amountSame', 'treasury'] },
    ],
    [
      'two projects expect the same from the treasury',
      line('a', 100n, { counterparty: '禄丰市财政局' }),
      { expected: [expected('1', 100n), expected('2', 100n)] },
      { state: 'unsure', target: null },
    ],
    [
      'the remark names one of them',
      line('a', 100n, { counterparty: '禄丰市财政局', remark: '拨付2片区改造中央补助' }),
      { expected: [expected('1', 100n), expected('2', 100n)] },
      { state: 'found', target: 'receipt/2/central//general' },
    ],
    [
      'more than is outstanding is not proposed',
      line('a', 101n, { counterparty: '禄丰市财政局' }),
      { expected: [expected('1', 100n)] },
      { state: 'none', target: null },
    ],
    [
      'a company with a contract',
      line('a', -60n, { counterparty: '滇中建设有限公司' }),
      { payable: [payable('k', 100n, '滇中建设有限公司'), payable('l', 100n, '别的公司甲乙')] },
      { state: 'found', target: 'payment/k', because: ['amountWithin', 'nameSame'] },
    ],
    [
      'what may be booked already is not entered a second time without a word',
      line('a', 100n, { counterparty: '禄丰市财政局' }),
      { booked: [booked('e', 100n)], expected: [expected('1', 100n)] },
      { state: 'unsure', target: null },
    ],
    [
      'nobody knows it',
      line('a', -35n, { remark: '手续费' }),
      { expected: [expected('1', 100n)] },
      { state: 'none', target: null },
    ],
  ])('%s', (_, one, more, outcome) => {
    expect(matched(one, more)).toMatchObject(outcome);
  });

  it('lines that together bring more than is outstanding are for a person to decide', () => {
    const from = { counterparty: '禄丰市财政局' };
    const found = matchLines([line('a', 60n, from), line('b', 60n, from)], facts({ expected: [expected('1', 100n)] }));
    expect([...found.values()].map(({ state }) => state)).toEqual(['unsure', 'unsure']);
  });

  it('the one that agrees better has the entry, the other looks further', () => {
    const entry = booked('e', 100n, { voucherNo: 'S1', counterparty: '禄丰市财政局' });
    const lines = [
      line('a', 100n, { counterparty: '禄丰市财政局' }),
      line('b', 100n, { counterparty: '禄丰市财政局', serialNo: 'S1' }),
    ];
    const found = matchLines(lines, facts({ booked: [entry], expected: [expected('1', 100n)] }));
    expect(found.get('b')?.chosen?.target).toEqual({ type: 'entry', id: 'e' });
    expect(found.get('a')?.chosen?.target).toMatchObject({ type: 'receipt', projectId: '1' });
  });
});

it('names are alike as offices write them', () => {
  expect(likeness('滇中建设（集团）有限公司', '滇中建设集团有限责任公司')).toBe('same');
  expect(likeness('滇中建设有限公司楚雄分公司', '滇中建设有限公司楚雄')).toBe('same');
  expect(likeness('禄丰市住房和城乡建设局', '禄丰市住房和城乡建设局财务专户')).toBe('like');
  expect(likeness('张三', '张三丰')).toBeNull();
  expect(likeness(null, null)).toBeNull();
});

const words = fc.constantFrom(
  null,
  '禄丰市财政局',
  '滇中建设有限公司',
  '楚雄供电局',
  'S1',
  'S2',
  '1片区改造',
  '冲正 S1',
);
const sum = fc.constantFrom(100n, 200n, -100n, -200n);
const anyLine = fc.record({ amount: sum, days: fc.nat(9), counterparty: words, serialNo: words, remark: words });
const anyBooked = fc.record({
  amount: sum,
  days: fc.nat(9),
  voucherNo: words,
  counterparty: words,
  order: fc.boolean(),
  reverses: fc.boolean(),
});
const world = fc.record({
  lines: fc.array(anyLine, { maxLength: 8 }),
  entries: fc.array(anyBooked, { maxLength: 8 }),
  outstanding: fc.array(fc.constantFrom(100n, 250n), { maxLength: 3 }),
  left: fc.array(fc.constantFrom(100n, 250n), { maxLength: 2 }),
});
type Drawn = typeof world extends fc.Arbitrary<infer T> ? T : never;
const built = ({ lines, entries, outstanding, left }: Drawn) => ({
  lines: lines.map(({ days, amount, ...more }, at) => line(`l${at}`, amount, { day: addDays(day, days), ...more })),
  facts: facts({
    booked: entries.map(({ days, amount, order, voucherNo, counterparty, reverses }, at) =>
      booked(`e${at}`, order && amount < 0n ? amount : amount, {
        ...{ type: order && amount < 0n ? 'order' : 'entry', day: addDays(day, days), counterparty },
        reverses: reverses && !(order && amount < 0n),
        voucherNo: voucherNo ?? '凭',
      }),
    ),
    expected: outstanding.map((money, at) => expected(String(at), money, { payers: ['楚雄供电局'] })),
    payable: left.map((money, at) => payable(String(at), money, '滇中建设有限公司')),
  }),
});
const pairs = (found: ReturnType<typeof matchLines>) =>
  Object.fromEntries([...found].map(([id, { state, chosen }]) => [id, [state, chosen && targetKey(chosen.target)]]));

describe('冲正', () => {
  const back = { remark: '冲正', counterparty: '禄丰市财政局' };

  it('a line that takes something back stands beside the reversal, and beside nothing else by itself', () => {
    const reversal = booked('r', -100n, { reverses: true, counterparty: '禄丰市财政局' });
    const payment = booked('p', -100n, { counterparty: '禄丰市财政局' });
    expect(matched(line('a', -100n, back), { booked: [reversal, payment] })).toEqual({
      ...{ state: 'found', target: 'entry/r', because: ['amountSame', '0', 'nameSame', 'reversalSaid'] },
    });
    expect(matched(line('a', -100n, back), { booked: [payment] })).toMatchObject({ state: 'unsure', target: null });
    expect(matched(line('a', 100n, back), { expected: [expected('1', 100n)] })).toMatchObject({ target: null });
  });

  it('红字 is enough, without a word of it: it is a reversal’s, never new money', () => {
    const red = { red: true, counterparty: '禄丰市财政局' };
    const reversal = booked('r', -100n, { reverses: true, counterparty: '禄丰市财政局' });
    expect(matched(line('a', -100n, red), { booked: [reversal] })).toEqual({
      ...{ state: 'found', target: 'entry/r', because: ['amountSame', '0', 'nameSame', 'reversalRed'] },
    });
    const pots = { expected: [expected('1', 100n, { payers: ['禄丰市财政局'] })] };
    expect(matched(line('a', 100n, { counterparty: '禄丰市财政局' }), pots)).toMatchObject({ state: 'found' });
    expect(matched(line('a', 100n, red), pots)).toMatchObject({ state: 'unsure', target: null });
    const due = { payable: [payable('k', 100n, '某公司')] };
    expect(matched(line('a', -100n, { red: true, counterparty: '某公司' }), due)).toMatchObject({ target: null });
  });

  it('what another line takes back is not new money by itself; what the books hold it still confirms', () => {
    const came = line('a', 100n, { counterparty: '禄丰市财政局' });
    const pots = { expected: [expected('1', 100n, { payers: ['禄丰市财政局'] })] };
    const taken = { takenBack: new Set([came.rowNo]) };
    expect(matched(came, { ...pots, ...taken })).toMatchObject({ state: 'unsure', target: null });
    const stands = { booked: [booked('e', 100n, { counterparty: '禄丰市财政局' })], ...taken };
    expect(matched(came, stands)).toMatchObject({ state: 'found', target: 'entry/e' });
  });

  it('a line that says nothing of it is not paired with a reversal without a person’s word', () => {
    const reversal = booked('r', -100n, { reverses: true, counterparty: '禄丰市财政局' });
    const plain = line('a', -100n, { counterparty: '禄丰市财政局' });
    expect(matched(plain, { booked: [reversal] })).toMatchObject({ state: 'unsure', target: null });
  });
});

describe('whatever comes', () => {
  it('a line has one entry at most and an entry one line, of the same sum, within a week', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { lines, facts: known } = built(drawn);
        const taken: string[] = [];
        for (const [id, { chosen }] of matchLines(lines, known)) {
          if (chosen?.target.type !== 'entry' && chosen?.target.type !== 'order') continue;
          const { target } = chosen;
          taken.push(target.id);
          const of = known.booked.find((one) => one.id === target.id);
          const one = lines.find((candidate) => candidate.id === id);
          expect(one?.amount).toBe(of?.direction === 'in' ? of.amount : -(of?.amount ?? 0n));
        }
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('the order of lines, entries and expectations does not matter', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (drawn, stream) => {
        const { lines, facts: known } = built(drawn);
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, at: stream.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const turned = {
          ...known,
          booked: shuffled(known.booked),
          expected: shuffled(known.expected),
          payable: shuffled(known.payable),
        };
        expect(pairs(matchLines(shuffled(lines), turned))).toEqual(pairs(matchLines(lines, known)));
      }),
    );
  });

  it('proposals never bring more than is outstanding, nor pay more than is left', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { lines, facts: known } = built(drawn);
        const sums = new Map<string, bigint>();
        for (const [id, { chosen }] of matchLines(lines, known)) {
          const amount = lines.find((one) => one.id === id)?.amount ?? 0n;
          const key = chosen && targetKey(chosen.target);
          if (key) sums.set(key, (sums.get(key) ?? 0n) + (amount < 0n ? -amount : amount));
        }
        for (const one of known.expected)
          expect((sums.get(targetKey({ type: 'receipt', ...one })) ?? 0n) <= one.outstanding).toBe(true);
        for (const one of known.payable) expect((sums.get(`payment/${one.contractId}`) ?? 0n) <= one.left).toBe(true);
      }),
    );
  });
});
