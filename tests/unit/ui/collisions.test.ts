import { describe, expect, test } from 'vitest';
import { collisionsBetween, settled } from '@/components/ui/collisions';

const FIELDS = [
  { key: 'name', label: '名称' },
  { key: 'day', label: '月报日', say: (day: string) => `每月 ${day} 日` },
] as const;

describe('两个人改同一条记录', () => {
  const base = { name: '2026 年度', day: '5' };

  test('两边都改了同一项：并排列出，先选我填写的', () => {
    const [line] = collisionsBetween(FIELDS, base, { name: '我的', day: '5' }, { name: '对方的', day: '5' });
    expect(line).toEqual({ key: 'name', label: '名称', theirs: '对方的', mine: '我的', untouched: false });
  });

  test('只有对方改了的一项：也列出，先选对方的，数值用办公的话说', () => {
    const lines = collisionsBetween(FIELDS, base, { name: '我的', day: '5' }, { name: '2026 年度', day: '7' });
    expect(lines.map(({ key, untouched }) => [key, untouched])).toEqual([
      ['name', false],
      ['day', true],
    ]);
    expect(lines[1]).toMatchObject({ theirs: '每月 7 日', mine: '每月 5 日' });
  });

  test('填得一样就不算冲突', () => {
    expect(collisionsBetween(FIELDS, base, { name: '同', day: '7' }, { name: '同', day: '7' })).toEqual([]);
  });

  test('选定以后：选对方的取对方的，其余是我的', () => {
    expect(settled({ name: '我的', day: '5' }, { name: '对方的', day: '7' }, new Set(['day']))).toEqual({
      name: '我的',
      day: '7',
    });
  });
});
