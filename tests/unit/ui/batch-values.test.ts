import { describe, expect, it } from 'vitest';
import { bodyOf, inCells, ofCells, rowKey, sumOf, withSuggested } from '@/components/funds/batch-values';
import { collisionsBetween, settled } from '@/components/ui/collisions';

const [near, far] = [rowKey('lufeng', 'near', false), rowKey('lufeng', null, true)];
const row = (amount: string, note = '') => ({ amount, note });

describe('the sheet of a batch', () => {
  it('sends rows with a sum, each with its note; a note alone is no row', () => {
    const values = { [near]: row('1,000', ' 限屋面 '), [far]: row('', '还没有填') };
    expect(bodyOf(values).lines).toEqual([
      { countyId: 'lufeng', projectId: 'near', reward: false, amount: '1000', note: '限屋面' },
    ]);
    expect(sumOf(values)).toBe(100_000n);
  });

  it('of two versions the sum and the note of a row are chosen between apart', () => {
    const keys = [near, far];
    const [base, mine] = [{ [near]: row('5', '甲') }, { [near]: row('5.00', '乙') }];
    const theirs = { [near]: row('6', '甲'), [far]: row('1') };
    const cells = Object.keys(inCells(mine, keys)).map((key) => ({ key, label: key }));
    const found = collisionsBetween(cells, inCells(base, keys), inCells(mine, keys), inCells(theirs, keys));
    // 5 and 5.00 are one sum: I changed the note alone
    expect(found.map(({ key, untouched }) => [key, untouched])).toEqual([
      [near, true],
      [`${near}|note`, false],
      [far, true],
    ]);
    const chosen = settled(inCells(mine, keys), inCells(theirs, keys), new Set([near, far]));
    expect(ofCells(chosen, keys)).toEqual({ [near]: row('6.00', '乙'), [far]: row('1.00') });
  });

  it('what is suggested takes the place of the projects’ sums; notes stay', () => {
    const item = { id: 'near', county: { id: 'lufeng', name: '禄丰市' }, amount: '8.00' };
    const values = { [near]: row('1', '第一批'), [far]: row('2') };
    expect(withSuggested(values, { items: [item as never] })).toEqual({
      [far]: row('2'),
      [near]: row('8.00', '第一批'),
    });
  });
});
