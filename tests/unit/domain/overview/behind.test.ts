import { describe, expect, it } from 'vitest';
import { behindFirst, shortOf, whysOf } from '@/lib/domain/overview/behind';
import { county } from './fixtures';

describe('还差多少', () => {
  it('按本县市的总量进位：101 个的 70% 是 71 个', () => {
    expect(shortOf(county('甲', { baseline: 101, completed: 60 }), 70)).toBe(11);
  });
  it('已达到的不为负；没有锁定总量的不能说', () => {
    expect(shortOf(county('甲', { baseline: 10, completed: 9 }), 70)).toBe(0);
    expect(shortOf(county('甲', { baseline: null, completed: 9 }), 70)).toBeNull();
  });
});

describe('谁拖后腿', () => {
  it('差得多的在前；一样多的看完成率，再看红灯；没有总量的最后', () => {
    const rows = behindFirst(
      [
        county('没有总量', { baseline: null }),
        county('达到', { baseline: 10, completed: 10 }),
        county('差十', { baseline: 100, completed: 60 }),
        county('小县差十', { baseline: 20, completed: 4 }),
        county('差十有红灯', { baseline: 100, completed: 60, red: 2 }),
        county('差二十', { baseline: 100, completed: 50 }),
      ],
      70,
    );
    expect(rows.map(({ name }) => name)).toEqual(['差二十', '小县差十', '差十有红灯', '差十', '达到', '没有总量']);
  });
});

describe('为什么', () => {
  it('只说有的：未开工、在建、竣工迟、红灯、未验收', () => {
    const one = county('甲', { compounds: 12, startedOfYear: 9, completedOfYear: 5, accepted: 5, late: 1 });
    expect(whysOf(one)).toEqual([
      { code: 'notStarted', n: 3 },
      { code: 'underWay', n: 4 },
      { code: 'late', n: 1 },
    ]);
    expect(whysOf(county('乙', { compounds: 2, startedOfYear: 2, completedOfYear: 2, accepted: 2 }))).toEqual([]);
  });
  it('没有留存的红灯不算原因，也不分先后', () => {
    const unknown = county('不知道', { baseline: 100, completed: 60, red: null });
    expect(whysOf({ ...unknown, compounds: 0 })).toEqual([]);
    const rows = behindFirst([unknown, county('有红灯', { baseline: 100, completed: 60, red: 1 })], 70);
    expect(rows.map(({ name }) => name)).toEqual(['有红灯', '不知道']);
  });
});
