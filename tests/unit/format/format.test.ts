import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatArea, formatAreaShort } from '@/lib/format/area';
import { formatDate, formatDateTime, formatRelative } from '@/lib/format/date';
import { formatWanYuan, formatYuan } from '@/lib/format/money';
import { formatCount, groupThousands, roundedText } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';

describe('for the eye', () => {
  it('areas with two places and thousands', () => {
    expect(formatArea(1300050n)).toBe('13,000.50 ㎡');
    expect(formatArea('88.33')).toBe('88.33 ㎡');
    expect(formatArea(null)).toBe('—');
    expect(formatAreaShort(660_500_000n, 'zh-CN')).toBe('660.50 万㎡');
    expect(formatAreaShort(660_500_049n, 'en')).toBe('6,605,000 m²');
  });

  it('money in 元 for ledgers, 万元 for dashboards', () => {
    expect(formatYuan(123450n, 'zh-CN')).toBe('1,234.50 元');
    expect(formatYuan(-123450n, 'en')).toBe('-¥1,234.50');
    expect(formatWanYuan(418_000_000n, 'zh-CN')).toBe('418.00 万元');
    expect(formatWanYuan(418_000_000n, 'en')).toBe('¥4.18 million');
    expect(formatWanYuan(-1n, 'zh-CN')).toBe('0.00 万元');
    expect(formatWanYuan(12_345_678_950_000n, 'zh-CN')).toBe('12,345,678.95 万元');
    expect(formatWanYuan(null, 'en')).toBe('—');
  });

  it('counts and percentages', () => {
    expect(formatCount(90062)).toBe('90,062');
    expect(formatCount(null)).toBe('—');
    expect(formatPercent(996, 1000, { digits: 0 })).toBe('99%');
    expect(formatPercent(4452264n, 6678397n)).toBe('66.67%');
    expect(formatPercent(1, 0)).toBe('—');
  });

  it('dates as the office writes them', () => {
    const day = calendarDateOf('2020-06-30');
    expect(formatDate(day, 'zh-CN')).toBe('2020年6月30日');
    expect(formatDate(day, 'en')).toBe('2020-06-30');
    expect(formatDate(null, 'en')).toBe('—');
    expect(formatDateTime(new Date('2020-06-29T18:32:00Z'), 'zh-CN')).toBe('2020年6月30日 02:32');
  });

  it.each([
    ['2020-06-30T02:00:20Z', '刚刚', 'just now'],
    ['2020-06-30T01:55:00Z', '5 分钟前', '5 minutes ago'],
    ['2020-06-29T23:00:00Z', '3 小时前', '3 hours ago'],
    ['2020-06-27T02:00:00Z', '3 天前', '3 days ago'],
    ['2020-07-01T04:00:00Z', '1 天后', 'in 1 day'],
    ['2020-06-30T03:00:00Z', '1 小时后', 'in 1 hour'],
    ['2020-01-16T02:00:00Z', '2020年1月16日', '2020-01-16'],
  ])('%s is %s', (instant, zh, en) => {
    const now = new Date('2020-06-30T02:00:00Z');
    expect(formatRelative(new Date(instant), now, 'zh-CN')).toBe(zh);
    expect(formatRelative(new Date(instant), now, 'en')).toBe(en);
  });

  it('separators change nothing but the look', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (value) => {
        expect(groupThousands(value.toString()).replace(/,/g, '')).toBe(value.toString());
        expect(roundedText(value, 2, 2).replace('.', '')).toMatch(/^-?\d{3,}$/);
      }),
    );
  });
});
