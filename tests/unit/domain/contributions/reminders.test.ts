import { expect, it } from 'vitest';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { reminderRows, remindersPaper } from '@/lib/domain/contributions/reminders';

const home = (room: string, money: Pick<DueRow, 'due' | 'paid' | 'left'>): DueRow => ({
  ...{ householdId: room, building: '1栋', unitNo: '1', room, owners: [{ name: '李*', phone: null }], area: '80.00' },
  ...{ state: 'part', lastPaidOn: null, setOn: '2020-06-01', days: 30, ...money },
});
const items = [
  home('101', { due: '12345.60', paid: '11111.10', left: '1234.50' }),
  home('102', { due: '999.99', paid: '0.00', left: '999.99' }),
];
const paper = remindersPaper({
  ...{ project: { code: 'P1', name: '东河片区' }, compound: { name: '东河苑' }, items, left: '2234.49' },
  ...{ today: '2020-07-01', issuer: '禄丰市住建局' },
});

it('groups its sums by thousands, to the fen, household by household and together', () => {
  expect(paper.body.join()).toContain('尚有2户未交清居民出资，合计尚欠2,234.49元');
  expect(paper.tables[0]?.rows.map((row) => row.slice(2, 5))).toEqual([
    ['12,345.60', '11,111.10', '1,234.50'],
    ['999.99', '0.00', '999.99'],
  ]);
});

it('is a card for each household on a phone', () => {
  expect(paper.tables[0]).toMatchObject({ cards: true });
});

it('gives the workbook plain numbers, which it adds up itself', () => {
  expect(reminderRows(items)[0]?.slice(3, 6)).toEqual(['12345.60', '11111.10', '1234.50']);
});
