import { describe, expect, it } from 'vitest';
import { promisesOf } from '@/lib/domain/plans/promises';
import type { PlanAnswer } from '@/lib/domain/plans/types';
import { cell, rulebook } from './plans';

const at = (item: string, answer: PlanAnswer) => cell(item.startsWith('C-') ? null : '1', item, { answer });
const state = (code: string, cells: ReturnType<typeof at>[]) =>
  promisesOf(rulebook.promises, '1', cells).find((one) => one.code === code);

describe('五不', () => {
  it.each(rulebook.promises.map(({ code, name, items }) => [name, code, items] as const))(
    '%s：全部做到、缺一项、一项没有',
    (_, code, items) => {
      expect(
        state(
          code,
          items.map((item) => at(item, 'todo')),
        ),
      ).toMatchObject({ state: 'kept', lacks: [] });
      expect(
        state(
          code,
          items.map((item) => at(item, 'met')),
        )?.state,
      ).toBe('kept');
      expect(state(code, [])).toMatchObject({ state: 'open', lacks: items.map((item) => ({ item, answer: 'none' })) });
      const lacking = items.map((item, index) => at(item, index === 0 ? 'refused' : 'todo'));
      expect(state(code, lacking)).toMatchObject({
        state: items.length === 1 ? 'open' : 'partly',
        lacks: [{ item: items[0], answer: 'refused' }],
      });
    },
  );

  it('小区的项对每栋楼都算，别的楼的项不算', () => {
    const ground = ['C-R04', 'C-R05'].map((item) => at(item, 'todo'));
    expect(state('ground', [...ground, cell('2', 'B-R02', { answer: 'todo' })])?.state).toBe('partly');
    expect(state('ground', [...ground, at('B-R02', 'todo')])?.state).toBe('kept');
  });

  it('有助于它的项做了的，列出来，不决定结果', () => {
    expect(state('stairs', [at('B-I03', 'todo')])).toMatchObject({ state: 'open', helpedBy: ['B-I03'] });
    expect(state('stairs', [at('B-R05', 'todo')])).toMatchObject({ state: 'kept', helpedBy: [] });
  });
});
