import { expect, test } from 'vitest';
import { tableCells } from '@/lib/domain/papers/table-cells';

const rows = [
  ['总户数2/3且专属面积2/3以上同意', '同意户数', '73.14%'],
  ['', '同意面积', '73.38%'],
  ['供参考', '参与表决人数', '83.43%'],
];

test('an empty first cell belongs to the one above it, where the table is grouped', () => {
  const cells = tableCells({ rows, grouped: true });
  expect(cells.map((row) => row.map(({ column, rows: reach }) => `${column}/${reach}`))).toEqual([
    ['0/2', '1/1', '2/1'],
    ['1/1', '2/1'],
    ['0/1', '1/1', '2/1'],
  ]);
  expect(tableCells({ rows }).map((row) => row.length)).toEqual([3, 3, 3]);
});

test('a first row without a name has nothing above it, and short cells stay on one line', () => {
  expect(tableCells({ rows: [['', '甲']], grouped: true })[0]?.map(({ rows: reach }) => reach)).toEqual([1, 1]);
  expect(tableCells({ rows })[0]?.map(({ whole }) => whole)).toEqual([false, true, true]);
  expect(tableCells({ rows: [['一\n二']] })[0]?.[0]?.whole).toBe(false);
});

test('a sum stays on one line, however long', () => {
  expect(tableCells({ rows: [['40,000.00', '12,345,678.90', '禄丰市某某小区']] })[0]?.every(({ whole }) => whole)).toBe(
    true,
  );
  expect(tableCells({ rows: [['禄丰市老旧小区改造']] })[0]?.[0]?.whole).toBe(false);
});
