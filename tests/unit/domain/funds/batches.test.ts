import { describe, expect, test } from 'vitest';
import {
  againstChanging,
  type BatchFacts,
  type BatchLine,
  documentReasons,
  issueReasons,
  lineReasons,
  potOfLine,
  totalReasons,
  voucherOf,
} from '@/lib/domain/funds/batches';
import { poolReasons } from '@/lib/domain/funds/pool';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const central = { source: 'central', kind: '', earmark: 'general' } as const;
const facts = (change: Partial<BatchFacts> = {}): BatchFacts => ({
  status: 'draft',
  documentOn: calendarDateOf('2020-03-01'),
  today: calendarDateOf('2020-03-02'),
  documentUsed: false,
  pot: central,
  total: 100_00n,
  rulebook: chuxiong2020,
  ...change,
});
const project = (change: object = {}) => ({
  ...{ id: 'p', name: '文化路', countyId: 'lufeng', yearId: 'y2020', status: 'active' as const },
  ...change,
});
const line = (change: Partial<BatchLine> = {}): BatchLine => ({
  ...{ countyId: 'lufeng', project: null, reward: false, amount: 100_00n },
  ...change,
});
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe('the document of a batch', () => {
  test.each([
    ['central money', { pot: central }, []],
    ['of the prefecture', { pot: { ...central, source: 'local', kind: 'prefecture' } }, []],
    ['of the province', { pot: { ...central, source: 'local', kind: 'province' } }, []],
    ['the reward', { pot: { ...central, source: 'local', kind: 'reward' } }, []],
    [
      'money of the county itself',
      { pot: { ...central, source: 'local', kind: 'county' } },
      ['batch.notThroughPrefecture'],
    ],
    ['bonds', { pot: { ...central, source: 'bonds', kind: 'special' } }, ['batch.notThroughPrefecture']],
    ['residents', { pot: { ...central, source: 'residents', kind: 'selfRaised' } }, ['batch.notThroughPrefecture']],
    ['local without a kind', { pot: { ...central, source: 'local' } }, ['batch.kindUnknown']],
    ['central with one', { pot: { ...central, kind: 'province' } }, ['batch.kindUnknown']],
    ['a purpose that nobody knows', { pot: { ...central, earmark: 'party' } }, ['fund.earmarkUnknown']],
    ['of tomorrow', { documentOn: calendarDateOf('2020-03-03') }, ['batch.documentInFuture']],
    ['known already', { documentUsed: true }, ['batch.documentTwice']],
  ] as const)('%s', (_, change, expected) => {
    expect(codes(documentReasons(facts(change as Partial<BatchFacts>)))).toEqual(expected);
  });

  test('the refusal names the clause: P三(三)4', () => {
    const [refusal] = documentReasons(facts({ pot: { ...central, source: 'local', kind: 'county' } }));
    expect(refusal).toMatchObject({ clause: 'P三(三)4', field: 'source', params: { source: '地方财政配套资金' } });
  });

  test('what was issued stays', () => {
    expect(codes(againstChanging({ status: 'issued' }))).toEqual(['batch.issued']);
    expect(againstChanging({ status: 'draft' })).toEqual([]);
    const asked = { yearId: 'y2020', usedVouchers: [] };
    expect(codes(issueReasons(facts({ status: 'issued' }), [], asked))).toEqual(['batch.issuedAlready']);
  });
});

describe('its lines', () => {
  test.each([
    ['a county', {}, []],
    ['a project of the county', { project: project() }, []],
    ['a suspended one', { project: project({ status: 'suspended' }) }, []],
    ['nothing', { amount: 0n }, ['batch.lineNotAbove']],
    ['less than nothing', { amount: -1n }, ['batch.lineNotAbove']],
    ['a project of another county', { project: project({ countyId: 'shuangbai' }) }, ['batch.projectElsewhere']],
    ['of another year', { project: project({ yearId: 'y2019' }) }, ['batch.otherYear']],
    ['a withdrawn one', { project: project({ status: 'withdrawn' }) }, ['batch.withdrawn']],
  ] as const)('%s', (_, change, expected) => {
    expect(codes(lineReasons([line(change as Partial<BatchLine>)], 'y2020'))).toEqual(expected);
  });

  test('each once; its reward is another line', () => {
    const lines = [line(), line({ reward: true }), line({ project: project() }), line()];
    expect(lineReasons(lines, 'y2020')).toMatchObject([{ code: 'batch.lineTwice', field: 'lines.3.projectId' }]);
  });

  test('together they make the total, to the fen', () => {
    const of = (...amounts: bigint[]) =>
      totalReasons(
        100_00n,
        amounts.map((amount) => ({ amount })),
      );
    expect(of(99_99n, 1n)).toEqual([]);
    expect(of(99_99n)).toMatchObject([
      { code: 'batch.short', params: { sum: '99.99', total: '100.00', rest: '0.01' } },
    ]);
    expect(of(100_00n, 1n)).toMatchObject([{ code: 'batch.over', params: { rest: '0.01' } }]);
    expect(codes(of())).toEqual(['batch.noLines']);
  });

  test('all reasons at once', () => {
    const bad = [line({ project: project({ status: 'withdrawn' }), amount: 1n })];
    const found = issueReasons(facts({ documentUsed: true }), bad, {
      yearId: 'y2020',
      usedVouchers: ['州财〔2020〕1号-1'],
    });
    expect(codes(found)).toEqual(['batch.documentTwice', 'batch.short', 'batch.withdrawn', 'fund.voucherUsed']);
  });

  test('a reward is local money of its own kind, whatever the batch is of', () => {
    expect(potOfLine(central, true)).toEqual({ source: 'local', kind: 'reward', earmark: 'general' });
    expect(potOfLine(central, false)).toEqual(central);
  });

  test('numbers in the books go on where the document was issued before', () => {
    expect([0, 1].map((at) => voucherOf('州财〔2020〕1号', 0, at))).toEqual(['州财〔2020〕1号-1', '州财〔2020〕1号-2']);
    expect(voucherOf('州财〔2020〕1号', 7, 0)).toBe('州财〔2020〕1号-8');
  });
});

describe('money of the pool', () => {
  const give = (...lines: [string, bigint][]) => lines.map(([projectId, amount]) => ({ projectId, amount }));
  test('together not more than is there, each project once', () => {
    expect(poolReasons(give(['a', 60n], ['b', 40n]), 100n)).toEqual([]);
    expect(poolReasons(give(['a', 60n], ['b', 41n]), 100n)).toMatchObject([
      { code: 'pool.beyond', params: { found: '1.01', there: '1.00' } },
    ]);
    expect(poolReasons(give(['a', 1n], ['a', 1n]), 100n)).toMatchObject([
      { code: 'pool.projectTwice', field: 'lines.1.projectId' },
    ]);
  });
});
