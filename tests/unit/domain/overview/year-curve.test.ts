import { describe, expect, it } from 'vitest';
import { yearCurve } from '@/lib/domain/overview/year-curve';

describe('逐月完成', () => {
  const curve = [
    { month: '2020-02', started: 4, completed: 0 },
    { month: '2020-04', started: 5, completed: 2 },
  ];
  it('没有消息的月份同上月；还没到的月份空着，画到时限为止', () => {
    expect(yearCurve(curve, { completeBy: '2020-06-30', until: '2020-05-10' })).toEqual([
      { month: '2020-02', started: 4, completed: 0 },
      { month: '2020-03', started: 4, completed: 0 },
      { month: '2020-04', started: 5, completed: 2 },
      { month: '2020-05', started: 5, completed: 2 },
      { month: '2020-06', started: undefined, completed: undefined },
    ]);
  });
  it('时限过了画到今天，跨年也一样', () => {
    const months = yearCurve(curve, { completeBy: '2020-06-30', until: '2021-01-02' }).map(({ month }) => month);
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toBe('2021-01');
  });
  it('没有开工的为空', () => {
    expect(yearCurve([], { completeBy: '2020-06-30', until: '2020-05-10' })).toEqual([]);
  });
});
