import { describe, expect, it } from 'vitest';
import { earmarkReasons, paysFor } from '@/lib/domain/funds/earmarks';
import { decisionReasons, withdrawalReasons } from '@/lib/domain/funds/orders';
import { type ContractFacts, type PostingFacts, postingReasons, withoutOthersAsked } from '@/lib/domain/funds/posting';
import { type ReversalFacts, reversalReasons } from '@/lib/domain/funds/reversal';
import { entryInput, orderInput } from '@/lib/domain/funds/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { reasonsOf } from '@/lib/domain/kernel/input';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';

const today = calendarDateOf('2020-05-12');
const facts = (more: Partial<PostingFacts> = {}): PostingFacts => ({
  movement: 'received',
  pot: { source: 'local', kind: 'county', earmark: 'general' },
  amount: 100_00n,
  entryOn: today,
  voucherNo: '记-2020-05-012',
  voucherUsed: false,
  today,
  project: { status: 'active', stage: 8 },
  balance: { pool: 0n, receivable: 100_00n, cash: 0n },
  pending: 0n,
  contract: null,
  ofHouseholds: false,
  items: null,
  planned: new Set(['C-R05', 'C-R07']),
  rulebook: chuxiong2020,
  ...more,
});
const contract = (more: Partial<ContractFacts> = {}): ContractFacts => ({
  ...{ no: 'SG-01', status: 'active', amount: 500_00n, paid: 400_00n, pending: 0n },
  ...more,
});
const payment = (more: Partial<PostingFacts> = {}) =>
  facts({
    movement: 'paid',
    balance: { pool: 0n, receivable: 0n, cash: 100_00n },
    contract: contract(),
    items: [{ item: 'C-R05', amount: 100_00n }],
    ...more,
  });
const codes = (of: PostingFacts) => postingReasons(of).map(({ code }) => code);
const central = { source: 'central', kind: '', earmark: 'works' } as const;

describe('what may be posted', () => {
  it.each<[string, PostingFacts, string[]]>([
    ['到位与下达未到位一分不差', facts(), []],
    ['到位多一分', facts({ amount: 100_01n }), ['fund.beyondAllocated']],
    ['各户应缴已确定', facts({ ofHouseholds: true }), ['fund.ofHouseholds']],
    ['下达不受余额限制', facts({ movement: 'allocated', balance: { pool: 0n, receivable: 0n, cash: 0n } }), []],
    ['明天到位', facts({ entryOn: calendarDateOf('2020-05-13') }), ['fund.inFuture']],
    ['凭证号用过', facts({ voucherUsed: true }), ['fund.voucherUsed']],
    [
      '不认识的来源',
      facts({ pot: { source: 'lottery' as 'other', kind: '', earmark: 'general' } }),
      ['funding.sourceUnknown'],
    ],
    ['没有选类别', facts({ pot: { source: 'local', kind: '', earmark: 'general' } }), ['funding.kindUnknown']],
    ['不认识的用途', facts({ pot: { source: 'local', kind: 'county', earmark: 'party' } }), ['fund.earmarkUnknown']],
    ['已撤销的项目', facts({ project: { status: 'withdrawn', stage: 8 } }), ['project.notNow.withdrawn']],
    ['暂停的项目可以到位', facts({ project: { status: 'suspended', stage: 8 } }), []],
    ['暂停的项目不能支付', payment({ project: { status: 'suspended', stage: 8 } }), ['project.notNow.suspended']],
    ['从待分配分配', facts({ movement: 'assigned', balance: { pool: 100_00n, receivable: 0n, cash: 0n } }), []],
    [
      '待分配不足',
      facts({ movement: 'assigned', balance: { pool: 99_99n, receivable: 0n, cash: 0n } }),
      ['fund.beyondPool'],
    ],
    ['概算未批，县级资金可以到位', facts({ project: { status: 'active', stage: 4 } }), []],
    [
      '概算未批，中央资金不能到位',
      facts({ pot: central, project: { status: 'active', stage: 4 } }),
      ['fund.estimateNotApproved'],
    ],
    ['概算已批，中央资金可以到位', facts({ pot: central, project: { status: 'active', stage: 5 } }), []],
    [
      '省级资金经州拨付',
      facts({
        pot: { source: 'local', kind: 'province', earmark: 'general' },
        project: { status: 'active', stage: 3 },
      }),
      ['fund.estimateNotApproved'],
    ],
    ['概算未批不能支付', payment({ project: { status: 'active', stage: 4 } }), ['fund.approvalsNotFiled']],
    ['支付正好付完合同和结余', payment(), []],
    ['超过到位', payment({ balance: { pool: 0n, receivable: 0n, cash: 99_99n } }), ['fund.beyondReceived']],
    ['别人已申请', payment({ pending: 1n }), ['fund.beyondReceivedAndAsked']],
    ['超过合同', payment({ contract: contract({ paid: 400_01n }) }), ['fund.beyondContract']],
    ['合同余额别人已申请', payment({ contract: contract({ pending: 1n }) }), ['fund.beyondContractAndAsked']],
    ['审核时只看已支付的', withoutOthersAsked(payment({ pending: 1n, contract: contract({ pending: 1n }) })), []],
    ['没有合同', payment({ contract: null }), ['fund.contractUnknown']],
    ['合同已终止', payment({ contract: contract({ status: 'ended', paid: 0n }) }), ['fund.contractEnded']],
    ['没有写明内容', payment({ items: [] }), ['fund.itemsMissing']],
    ['各项差一分', payment({ items: [{ item: 'C-R05', amount: 99_99n }] }), ['fund.itemsDiffer']],
    [
      '同一项两次',
      payment({
        items: [
          { item: 'C-R05', amount: 50_00n },
          { item: 'C-R05', amount: 50_00n },
        ],
      }),
      ['fund.itemTwice'],
    ],
    ['方案里没有的', payment({ items: [{ item: 'C-R01', amount: 100_00n }] }), ['fund.itemNotPlanned']],
    ['专款付了别的', payment({ pot: { source: 'central', kind: '', earmark: 'fire' } }), ['fund.notForItem']],
    ['专款付了本项', payment({ pot: { source: 'central', kind: '', earmark: 'lines' } }), []],
    ['工程专款付设计费', payment({ pot: central, items: [{ item: '', amount: 100_00n }] }), ['fund.notForFees']],
    ['统筹资金付设计费', payment({ items: [{ item: '', amount: 100_00n }] }), []],
  ])('%s', (_, of, expected) => expect(codes(of)).toEqual(expected));

  it('says everything at once, and how much is there', () => {
    const all = postingReasons(
      payment({
        amount: 900_00n,
        entryOn: calendarDateOf('2020-06-01'),
        voucherUsed: true,
        items: [{ item: 'C-R05', amount: 900_00n }],
      }),
    );
    expect(all.map(({ code }) => code)).toEqual([
      'fund.inFuture',
      'fund.voucherUsed',
      'fund.beyondContract',
      'fund.beyondReceived',
    ]);
    expect(all.at(-1)?.params).toEqual({ found: '900.00', there: '100.00' });
    expect(all.at(-2)?.params).toMatchObject({ left: '100.00' });
  });

  it('a rule book from before there was a ledger goes by the first rules of it', () =>
    expect(codes(facts({ rulebook: chuxiong2020first }))).toEqual([]));
});

describe('专款专用', () => {
  const { earmarks } = ledgerRulesOf(chuxiong2020);
  const of = (wanted: string) => earmarks.find(({ code }) => code === wanted);
  it.each(earmarks.map((one) => [one.name, one] as const))('%s pays just what it names', (_, earmark) => {
    for (const { code } of chuxiong2020.menu)
      expect(paysFor(earmark, code)).toBe(earmark.items.length === 0 || earmark.items.includes(code));
    expect(paysFor(earmark, '')).toBe(earmark.code === 'general');
  });
  it('names every part that it is not for, with its clause', () => {
    const elderly = of('elderly');
    if (!elderly) throw new Error('no such purpose');
    const found = earmarkReasons(elderly, [{ item: 'C-I09' }, { item: 'C-R05' }, { item: '' }], chuxiong2020.menu);
    expect(found.map(({ code, clause, params }) => [code, clause, params?.item])).toEqual([
      ['fund.notForItem', '决定/专款用途', '雨污管网'],
      ['fund.notForFees', '决定/专款用途', undefined],
    ]);
  });
});

describe('what may be taken back', () => {
  const stood = (more: Partial<ReversalFacts> = {}): ReversalFacts => ({
    ...{ kind: 'received', amount: 100n, entryOn: calendarDateOf('2020-05-01'), projectId: 'P', reversed: false },
    ...{ ofPrefecture: false, ofHousehold: false, balance: { pool: 100n, receivable: 100n, cash: 100n }, pending: 0n },
    ...{ on: today, today, voucherNo: '冲-1', voucherUsed: false },
    ...more,
  });
  const balance = (at: Partial<ReversalFacts['balance']>) => ({
    balance: { pool: 100n, receivable: 100n, cash: 100n, ...at },
  });
  it.each<[string, ReversalFacts, string[]]>([
    ['到位，钱还在', stood(), []],
    ['到位，已付一分', stood(balance({ cash: 99n })), ['fund.paidAlready']],
    ['到位，有一分在审核', stood({ pending: 1n }), ['fund.paidAlready']],
    ['下达，已到位一分', stood({ kind: 'allocated', ...balance({ receivable: 99n }) }), ['fund.receivedAlready']],
    ['分配，已到位一分', stood({ kind: 'assigned', ...balance({ receivable: 99n }) }), ['fund.receivedAlready']],
    [
      '下达到县市，已分配一分',
      stood({ kind: 'allocated', projectId: null, ...balance({ pool: 99n }) }),
      ['fund.assignedAlready'],
    ],
    ['支付随时可以冲', stood({ kind: 'paid', ...balance({ cash: 0n }) }), []],
    ['冲销不能再冲', stood({ kind: 'reversed' }), ['fund.isReversal']],
    ['冲过一次', stood({ reversed: true }), ['fund.reversedAlready']],
    ['州里下达的', stood({ ofPrefecture: true }), ['fund.ofPrefecture']],
    ['住户缴款', stood({ ofHousehold: true }), ['fund.ofHousehold']],
    ['早于原凭证', stood({ on: calendarDateOf('2020-04-30') }), ['fund.beforeEntry']],
    ['明天', stood({ on: calendarDateOf('2020-05-13') }), ['fund.inFuture']],
    ['凭证号用过', stood({ voucherUsed: true }), ['fund.voucherUsed']],
  ])('%s', (_, of, expected) => expect(reversalReasons(of).map(({ code }) => code)).toEqual(expected));
});

describe('two persons for a payment', () => {
  const order = (status: 'submitted' | 'approved' | 'rejected' | 'withdrawn') => ({ status, createdBy: 'a' });
  const codesOf = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
  it('who asked does not decide, and nobody decides twice', () => {
    expect(codesOf(decisionReasons(order('submitted'), 'a'))).toEqual(['payment.own']);
    expect(codesOf(decisionReasons(order('submitted'), 'b'))).toEqual([]);
    for (const status of ['approved', 'rejected', 'withdrawn'] as const) {
      expect(codesOf(decisionReasons(order(status), 'b'))).toEqual([`payment.decided.${status}`]);
      expect(codesOf(withdrawalReasons(order(status), 'a'))).toEqual([`payment.decided.${status}`]);
    }
  });
  it('only who asked takes it back', () => {
    expect(codesOf(withdrawalReasons(order('submitted'), 'a'))).toEqual([]);
    expect(codesOf(withdrawalReasons(order('submitted'), 'b'))).toEqual(['payment.notOwn']);
  });
});

describe('sums as they are sent', () => {
  const sent = (amount: string) =>
    entryInput.safeParse({
      movement: 'received',
      source: 'local',
      kind: 'county',
      amount,
      entryOn: '2020-05-12',
      voucherNo: '1',
    });
  const fault = (amount: string) => {
    const read = sent(amount);
    return read.success ? read.data.amount : reasonsOf(read.error).map(({ code, field }) => `${code} ${field}`);
  };
  it.each([
    ['-5', ['money.negative amount']],
    ['0', ['money.zero amount']],
    ['0.00', ['money.zero amount']],
    ['1.234', ['money.tooFine amount']],
    ['1000000000000000', ['money.tooLarge amount']],
    ['100000000000.01', ['money.tooLarge amount']],
    ['1e5', ['money.unreadable amount']],
    ['12,000', ['money.unreadable amount']],
    ['', ['money.unreadable amount']],
    ['100000000000', 10_000_000_000_000n],
    ['0.01', 1n],
    [' 418000.5 ', 41_800_050n],
  ])('%s', (amount, expected) => expect(fault(amount)).toEqual(expected));

  it('the parts of a payment are sums too', () => {
    const pay = {
      contractId: '11111111-1111-4111-8111-111111111111',
      source: 'local',
      kind: 'county',
      amount: '5',
      purpose: '进度款',
    };
    const read = orderInput.safeParse({
      ...pay,
      payOn: '2020-05-12',
      voucherNo: '1',
      items: [{ item: 'C-R05', amount: '-5' }],
    });
    expect(read.success ? [] : reasonsOf(read.error)).toMatchObject([
      { code: 'money.negative', field: 'items.0.amount' },
    ]);
  });
});
