import { describe, expect, it } from 'vitest';
import type { LedgerFacts } from '@/lib/domain/funds/imports/ledger-sheet';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type Cells, workbookOf } from '@/tests/support/sheets';
import { ledgerOf } from './fund-sheets';

const facts: LedgerFacts = {
  today: calendarDateOf('2020-12-31'),
  rulebook: chuxiong2020,
  projects: [
    {
      id: 'p1',
      code: '532302-2020-001',
      name: '文化路片区改造',
      contracts: [{ id: 'k1', no: 'HT-1', company: '滇中建设有限公司' }],
    },
    { id: 'p2', code: '532302-2020-002', name: '和平巷改造', contracts: [] },
    { id: 'p3', code: '532302-2020-003', name: '和平巷改造', contracts: [] },
  ],
  vouchers: new Map([
    [
      '旧-1',
      {
        entryId: 'e1',
        orderId: null,
        movement: 'received' as const,
        amount: 100_000n,
        source: 'central',
        kind: '',
        earmark: 'general',
        projectId: 'p1',
      },
    ],
    [
      '旧-2',
      {
        entryId: null,
        orderId: 'o2',
        movement: 'paid' as const,
        amount: 200_000n,
        source: 'central',
        kind: '',
        earmark: 'general',
        projectId: 'p1',
      },
    ],
  ]),
};
const HEAD = [
  '项目编号',
  '项目名称',
  '类型',
  '资金来源',
  '类别',
  '用途',
  '金额（元）',
  '日期',
  '凭证号',
  '合同编号',
  '改造内容',
  '对方单位',
  '摘要',
];
const read = async (rows: Cells[]) => ledgerOf(await workbookOf({ 资金台账: [HEAD, ...rows] }), facts);
const errors = (found: Awaited<ReturnType<typeof read>>) =>
  found.findings.filter(({ level }) => level === 'error').map(({ cell, code }) => [cell, code]);
const paid = (sum: number | string, items: string, no = 'F-1'): Cells => [
  '532302-2020-001',
  '文化路片区改造',
  '支付',
  '中央补助',
  '',
  '',
  sum,
  '2020-05-20',
  no,
  'HT-1',
  items,
  '滇中建设有限公司',
  '进度款',
];

describe('a ledger sheet', () => {
  it('reads every kind of row, by number or by name, in the words that offices use', async () => {
    const found = await read([
      [
        '532302-2020-001',
        '',
        '资金下达',
        '中央补助资金',
        '',
        '限必改项目',
        '１,０００．００',
        '2020年3月1日',
        'X-1',
        '',
        '',
        '州财政局',
        '',
      ],
      ['', '文化路片区改造', '到位', '地方财政配套', '县市级', '', 500, 43922, 'D-1'],
      paid(2000, 'B-R01：1,200.00；设计费：800'),
    ]);
    expect(errors(found)).toEqual([]);
    expect(
      found.rows.map(({ rowNo, decision, projectId, source, kind, earmark, amount, day }) => [
        rowNo,
        decision,
        projectId,
        source,
        kind,
        earmark,
        amount,
        day,
      ]),
    ).toEqual([
      [2, 'allocation', 'p1', 'central', '', 'required', 100_000n, '2020-03-01'],
      [3, 'receipt', 'p1', 'local', 'county', 'general', 50_000n, '2020-04-01'],
      [4, 'payment', 'p1', 'central', '', 'general', 200_000n, '2020-05-20'],
    ]);
    expect(found.rows[2]).toMatchObject({
      contractId: 'k1',
      items: [
        { item: 'B-R01', amount: 120_000n },
        { item: '', amount: 80_000n },
      ],
    });
  });

  it('takes a payment in several rows as one, its items added', async () => {
    const found = await read([paid(1200, 'B-R01'), paid(300, 'B-R02'), paid(500, 'B-R01')]);
    expect(errors(found)).toEqual([]);
    expect(found.rows).toMatchObject([
      {
        rowNo: 2,
        amount: 200_000n,
        items: [
          { item: 'B-R01', amount: 170_000n },
          { item: 'B-R02', amount: 30_000n },
        ],
      },
    ]);
  });

  it('leaves alone what the books hold, as an entry or as a request', async () => {
    const found = await read([
      ['532302-2020-001', '', '到位', '中央补助资金', '', '', 1000, '2020-04-01', '旧-1'],
      paid(2000, 'B-R01', '旧-2'),
    ]);
    expect(found.rows).toMatchObject([
      { decision: 'entry', entryId: 'e1' },
      { decision: 'order', orderId: 'o2' },
    ]);
  });

  it('skips the example, blank rows and the total', async () => {
    const found = await read([
      ['示例532302-2020-001', '', '到位', '中央补助资金', '', '', 1, '2020-04-01', 'X'],
      [],
      ['532302-2020-001', '', '到位', '中央补助资金', '', '', 1, '2020-04-01', 'Y'],
      ['合计', '', '', '', '', '', 2],
    ]);
    expect(found.rows.map(({ voucherNo }) => voucherNo)).toEqual(['Y']);
    expect(found.findings.map(({ code }) => code)).toEqual(['fundSheet.sumRow']);
  });

  const row = (at: Record<number, string | number | null>): Cells => {
    const base: Cells = ['532302-2020-001', '', '到位', '中央补助资金', '', '', 100, '2020-04-01', 'N-1'];
    return base.map((cell, column) => (column in at ? (at[column] ?? null) : cell));
  };
  it.each([
    ['another county’s project', [row({ 0: '532322-2020-001' })], 'A2', 'fundSheet.project'],
    ['a name that two projects have', [row({ 0: null, 1: '和平巷改造' })], 'B2', 'fundSheet.projectTwice'],
    ['no project', [row({ 0: null })], 'A2', 'fundSheet.noProject'],
    ['a kind of movement that there is not', [row({ 2: '借出' })], 'C2', 'cell.choice'],
    ['a source that there is not', [row({ 3: '福利彩票' })], 'D2', 'cell.choice'],
    ['a kind of another source', [row({ 4: '县市级' })], 'E2', 'cell.choice'],
    ['nothing', [row({ 6: 0 })], 'G2', 'money.zero'],
    ['less than nothing', [row({ 6: -5 })], 'G2', 'money.negative'],
    ['three decimals', [row({ 6: '1.005' })], 'G2', 'fundSheet.sumTooFine'],
    ['the future', [row({ 7: '2021-01-01' })], 'H2', 'fund.inFuture'],
    ['no voucher', [row({ 8: null })], 'I2', 'fundSheet.needed'],
    ['a voucher twice', [row({}), row({ 6: 200 })], 'I3', 'fundSheet.voucherTwice'],
    ['a voucher that stands for something else', [row({ 8: '旧-1' })], 'I2', 'fund.voucherUsed'],
    ['a reversal', [row({ 2: '冲销' })], 'C2', 'fundSheet.reversal'],
    ['a payment without a contract', [row({ 2: '支付' })], 'J2', 'fundSheet.noContract'],
    ['a contract of another project', [[...paid(1, 'B-R01').slice(0, 9), 'HT-9', 'B-R01']], 'J2', 'fundSheet.contract'],
    ['an item that is not on the menu', [paid(1, 'B-R99')], 'K2', 'fundSheet.item'],
    ['parts that do not make the sum', [paid(10, 'B-R01：5；B-R02：4')], 'K2', 'fund.itemsDiffer'],
    ['a part without its sum', [paid(10, 'B-R01：5；B-R02')], 'K2', 'fundSheet.itemSum'],
    ['a payment for nothing', [paid(10, '')], 'K2', 'fund.itemsMissing'],
  ])('%s is pointed at', async (_, rows, cell, code) => {
    expect(errors(await read(rows as Cells[]))).toContainEqual([cell, code]);
  });
});
