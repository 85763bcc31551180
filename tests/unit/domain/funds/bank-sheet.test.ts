import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { workbookOf } from '@/tests/support/sheets';
import { bankOf, gridOf } from './fund-sheets';

const HEAD = ['交易日期', '摘要', '收入', '支出', '余额', '对方户名', '对方账号', '流水号'];
const said = ({ lines }: Awaited<ReturnType<typeof bankOf>>) =>
  lines.map(({ rowNo, day, amount, balance }) => [rowNo, day, amount, balance]);
const errors = ({ findings }: Awaited<ReturnType<typeof bankOf>>) =>
  findings.filter(({ level }) => level === 'error').map(({ cell, code }) => [cell, code]);

describe('a bank statement as it comes', () => {
  it('reads in and out, the account above the table, and that the balances follow', async () => {
    const read = await bankOf(
      await workbookOf({
        流水: [
          ['账户明细'],
          ['账号：5321 0000 1234 8899', null, '户名：禄丰市住房和城乡建设局'],
          HEAD,
          ['2020-03-02', '中央补助', 1000, null, 1000, '禄丰市财政局', '6222021234', 'A1'],
          ['2020-03-05', '进度款', null, 400.5, 599.5, '滇中建设有限公司', null, 'A2'],
        ],
      }),
    );
    expect(said(read)).toEqual([
      [4, '2020-03-02', 100_000n, 100_000n],
      [5, '2020-03-05', -40_050n, 59_950n],
    ]);
    expect(read).toMatchObject({ account: '8899', findings: [] });
    expect(read.chain).toMatchObject({ opening: 0n, closing: 59_950n, in: 100_000n, out: 40_050n, breaks: [] });
    expect(read.lines[0]).toMatchObject({ counterAccount: '1234', counterparty: '禄丰市财政局', serialNo: 'A1' });
  });

  it('reads full-width digits, separators, currency signs, text dates, serial days, and skips sums and opening rows', async () => {
    const read = await bankOf(
      await workbookOf({
        Sheet1: [
          ['记账日期', '用途', '贷方发生额', '借方发生额', '账户余额', '对方单位名称'],
          ['期初余额', null, null, null, '５，０００．００'],
          ['２０２０年３月２日', '拨款', '１,２００．５０', '', '￥6,200.50', '州财政局'],
          [43895, '手续费', '-', '0.50', '6,200.00', null],
          ['20200306', '退款', '(0.00)', '1,000.00元', '5,200.00', '某公司'],
          [],
          ['本月合计', null, '1200.50', '1000.50'],
        ],
      }),
    );
    expect(errors(read)).toEqual([]);
    expect(said(read)).toEqual([
      [3, '2020-03-02', 120_050n, 620_050n],
      [4, '2020-03-05', -50n, 620_000n],
      [5, '2020-03-06', -100_000n, 520_000n],
    ]);
    expect(read.chain).toMatchObject({ opening: 500_000n, closing: 520_000n, breaks: [] });
    expect(read.findings.map(({ code }) => code)).toEqual(['fundSheet.sumRow', 'fundSheet.sumRow']);
  });

  it('reads one column of sums, by its sign or by 借贷 beside it', async () => {
    const signed = await bankOf(
      await workbookOf({
        a: [
          ['日期', '摘要', '发生额', '余额'],
          ['2020-3-2', '拨款', '+300.00', 300],
          ['2020-3-3', '费用', '-1.25', 298.75],
        ],
      }),
    );
    expect(signed.lines.map(({ amount }) => amount)).toEqual([30_000n, -125n]);
    const sided = await bankOf(
      await workbookOf({
        a: [
          ['日期', '借贷标志', '金额', '摘要'],
          ['2020-3-2', '贷', 300, '拨款'],
          ['2020-3-3', '借', 1.25, '费用'],
        ],
      }),
    );
    expect(sided.lines.map(({ amount }) => amount)).toEqual([30_000n, -125n]);
    expect(sided.findings.map(({ code }) => code)).toEqual(['fundSheet.noBalances']);
  });

  it('takes a head in two lines with joined cells, and a joined sum once', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('流水');
    sheet.addRows([
      ['某银行对账单'],
      ['交易日期', '摘要', '发生额', null, '余额'],
      [null, null, '借方', '贷方', null],
      ['2020-03-02', '拨款', null, 500, 500],
      ['2020-03-03', '拨款的说明', null, null, 500],
    ]);
    for (const area of ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'D4:D5']) sheet.mergeCells(area);
    const read = await bankOf(Buffer.from(await book.xlsx.writeBuffer()));
    expect(said(read)).toEqual([[4, '2020-03-02', 50_000n, 50_000n]]);
    expect(errors(read)).toEqual([['D5', 'fundSheet.noSum']]);
  });

  it('reads a statement that is printed newest first', async () => {
    const read = await bankOf(
      await workbookOf({ a: [HEAD, ['2020-03-09', '', null, 30, 70], ['2020-03-02', '', 100, null, 100]] }),
    );
    expect(read.chain).toMatchObject({ descending: true, opening: 0n, closing: 7_000n, breaks: [] });
  });

  it('reads a csv, without the apostrophe that keeps a formula text', async () => {
    const csv = Buffer.from('交易日期,摘要,收入,支出,流水号\n2020-03-02,\'=HYPERLINK(1),"1,000.00",,X1\n');
    const read = await bankOf(csv, '流水.csv');
    expect(read.lines[0]).toMatchObject({ amount: 100_000n, remark: '=HYPERLINK(1)' });
  });

  it('takes the sheet with the head, and names the others', async () => {
    const grid = await gridOf(await workbookOf({ 封面: [['说明']], 明细: [HEAD, ['2020-03-02', '', 1, null, 1]] }));
    expect(grid).toMatchObject({ sheet: '明细', problems: [{ code: 'fundSheet.otherSheets' }] });
  });
});

describe('红字', () => {
  it('a minus in a column of its own goes the other way, and is pointed at; the balances follow', async () => {
    const read = await bankOf(
      await workbookOf({
        a: [
          HEAD,
          ['2020-03-02', '拨款', 500, null, 500],
          ['2020-03-03', '冲正', -500, null, 0],
          ['2020-03-04', '进度款', null, 200, -200],
          ['2020-03-05', '退汇', null, '-200.00', 0],
        ],
      }),
    );
    expect(read.lines.map(({ amount }) => amount)).toEqual([50_000n, -50_000n, -20_000n, 20_000n]);
    expect(read.chain.breaks).toEqual([]);
    expect(read.findings.map(({ level, cell, code }) => [level, cell, code])).toEqual([
      ['info', 'C3', 'fundSheet.redLine'],
      ['info', 'D5', 'fundSheet.redLine'],
    ]);
  });
});

describe('every problem stands at its cell', () => {
  it.each([
    ['a sum finer than a fen', ['2020-03-02', '', 1.005, null, 1], 'C2', 'fundSheet.sumTooFine'],
    ['words for a sum', ['2020-03-02', '', '约三百', null, 1], 'C2', 'fundSheet.sum'],
    ['10^15 yuan', ['2020-03-02', '', '1000000000000000', null, 1], 'C2', 'fundSheet.sumTooLarge'],
    ['both columns', ['2020-03-02', '', 5, 6, 1], 'D2', 'fundSheet.twoSums'],
    ['no sum', ['2020-03-02', '退票', null, null, 1], 'C2', 'fundSheet.noSum'],
    ['a day without its year', ['3月2日', '', 5, null, 1], 'A2', 'cell.day'],
    ['no day', [null, '拨款', 5, null, 1], 'A2', 'fundSheet.needed'],
    ['the future', ['2021-01-01', '', 5, null, 1], 'A2', 'fund.inFuture'],
    ['a balance that is no number', ['2020-03-02', '', 5, null, '见附页'], 'E2', 'fundSheet.sum'],
  ])('%s', async (_, row, cell, code) => {
    const read = await bankOf(await workbookOf({ a: [HEAD, row as (string | number | null)[]] }));
    expect(errors(read)).toContainEqual([cell, code]);
  });

  it('points at the row whose balance does not follow, and does not stop there', async () => {
    const read = await bankOf(
      await workbookOf({
        a: [
          HEAD,
          ['2020-03-02', '', 100, null, 100],
          ['2020-03-03', '', null, 10, 80],
          ['2020-03-04', '', 5, null, 85],
        ],
      }),
    );
    expect(read.findings).toEqual([
      {
        level: 'warning',
        rowNo: 3,
        cell: 'E3',
        code: 'fundSheet.balanceBreak',
        params: { expected: '90.00', found: '80.00' },
      },
    ]);
  });

  it('says that 借 and 贷 are the other way round', async () => {
    const rows = [100, 90, 95, 40].map((balance, at) => {
      const delta = balance - ([0, 100, 90, 95][at] ?? 0);
      return [`2020-03-0${at + 1}`, '', delta < 0 ? -delta : null, delta > 0 ? delta : null, balance];
    });
    const read = await bankOf(await workbookOf({ a: [HEAD, ['期初余额', null, null, null, 0], ...rows] }));
    expect(errors(read)).toEqual([[null, 'fundSheet.sidesTurned']]);
  });

  it('finds a number that stands twice, and does not take a fee of the same number for one', async () => {
    const row = (sum: number, no: string) => ['2020-03-02', '', null, sum, null, '某公司', null, no];
    const read = await bankOf(await workbookOf({ a: [HEAD, row(100, 'N1'), row(0.5, 'N1'), row(100, 'N1')] }));
    expect(errors(read)).toEqual([['H4', 'fundSheet.serialTwice']]);
    expect(new Set(read.lines.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
