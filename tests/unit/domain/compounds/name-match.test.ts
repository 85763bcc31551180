import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCompoundName, rankNameMatches } from '@/lib/domain/compounds/name-match';

const known = [
  { id: '1', name: '五建小区', aliases: ['县五建公司家属院'] },
  { id: '2', name: '广厦花园小区', aliases: [] },
  { id: '3', name: '石梁路42号楼', aliases: [] },
  { id: '4', name: '石梁路12号楼', aliases: [] },
];
const best = (name: string) => rankNameMatches(name, known)[0];

describe('names of compounds', () => {
  it.each([
    ['五建小区', '五建'],
    ['五建家属院', '五建'],
    [' 五 建 住宅小区 ', '五建'],
    ['五建小区（原五建公司）', '五建'],
    ['原五建小区', '五建'],
    ['Ａ区小区', 'a区'],
    ['小区', '小区'],
    ['（无名）', '无名'],
  ])('%s is compared as %s', (name, normalised) => expect(normaliseCompoundName(name)).toBe(normalised));

  it('suggests with a reason', () => {
    expect(best('五建小区')).toMatchObject({ id: '1', reason: 'exact', score: 1000 });
    expect(best('县五建公司家属院')).toMatchObject({ id: '1', reason: 'alias', matched: '县五建公司家属院' });
    expect(best('五建家属区')).toMatchObject({ id: '1', reason: 'normalised' });
    expect(best('广厦花园三期')).toMatchObject({ id: '2' });
    expect(best('幸福里（原广厦花园）')).toMatchObject({ id: '2', reason: 'normalised' });
  });

  it('another house number is never more than similar', () => {
    expect(best('石梁路2号楼')?.reason).toBe('similar');
    expect(best('石梁路42号楼')).toMatchObject({ id: '3', reason: 'exact' });
  });

  it('suggests nothing where nothing is like it', () => expect(rankNameMatches('彝海湾', known)).toEqual([]));

  it('never throws, and 1000 means letter by letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (written, name) => {
        for (const match of rankNameMatches(written, [{ id: 'x', name, aliases: [] }])) {
          if (match.score === 1000) expect(match.reason).toBe('exact');
        }
      }),
    );
  });
});
