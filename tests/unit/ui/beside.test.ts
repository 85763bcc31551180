import { expect, test } from 'vitest';
import { amountText } from '@/components/annual/money-values';
import { clashes, settled } from '@/components/forms/beside';

const beside = {
  was: { amount: '5.00', payer: null, note: '原来的' },
  label: (key: string) => key,
  say: (key: string, value: unknown) =>
    key === 'amount' ? `${amountText(String(value ?? ''))} 元` : String(value ?? ''),
};

test('各写各的同一笔金额不算冲突；对方改的和我改的并排，没有动过的先选对方的', () => {
  const lines = clashes(
    { amount: '5', payer: '供电局', note: '原来的' },
    { amount: '5.00', payer: '供水公司', note: '对方的', version: 3 },
    beside,
  );
  expect(lines).toEqual([
    { key: 'payer', label: 'payer', theirs: '供水公司', mine: '供电局', untouched: false },
    { key: 'note', label: 'note', theirs: '对方的', mine: '原来的', untouched: true },
  ]);
});

test('选定以后整张表再送一次：选对方的取对方的，其余是我的', () => {
  const theirs = { amount: '7.00', note: '对方的', company: { id: 'c' } };
  const values = { ...beside, valuesOf: () => ({ amount: '7.00', note: '对方的', companyId: 'c' }) };
  expect(
    settled({ amount: '5', note: '我的', companyId: 'd' }, theirs, new Set(['note', 'companyId']), values),
  ).toEqual({
    amount: '5',
    note: '对方的',
    companyId: 'c',
  });
});

test('年度资金里 1,000 和 1000.00 是同一笔，读不懂的照原样', () => {
  expect(['1,000', '1000.00', '12.5', ' ', '十万'].map(amountText)).toEqual(['1000', '1000', '12.50', '', '十万']);
});
