import { describe, expect, it } from 'vitest';
import { DEFINED, type Defined, definitionsOf } from '@/lib/domain/overview/definitions';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const figures = Object.keys(DEFINED) as Defined[];

describe('口径的依据', () => {
  it.each([
    ['现行', chuxiong2020],
    ['第一版', chuxiong2020first],
  ] as const)('%s规则手册里每一条都找得到', (_, book) => {
    const found = definitionsOf(book, 2020);
    for (const figure of figures) expect(found[figure].length, figure).toBeGreaterThanOrEqual(DEFINED[figure].length);
  });
  it('按年度时限的，加上那个年度的条文；没有这个年度的不加', () => {
    const sentences = (year: number) => definitionsOf(chuxiong2020, year).needed.map(({ sentence }) => sentence);
    expect(sentences(2020).at(-1)).toMatch(/2020年度任务必须于2020年2月底前全面开工，6月底前全面竣工/);
    expect(sentences(2035)).toHaveLength(1);
  });
});
