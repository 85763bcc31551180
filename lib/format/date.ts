import { type CalendarDate, daysBetween, today } from '@/lib/domain/kernel/calendar-date';
import type { Locale } from '@/lib/domain/kernel/label';
import { NONE } from './number';

/** 2020年6月30日 in Chinese, 2020-06-30 in English; null → '—'. */
export function formatDate(date: CalendarDate | null, locale: Locale): string {
  if (date === null) return NONE;
  if (locale === 'en') return date;
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The same day and the minute, as clocks in Asia/Shanghai show them: 2020年6月30日 10:32. */
export function formatDateTime(instant: Date | null, locale: Locale): string {
  if (instant === null) return NONE;
  return `${formatDate(today(instant), locale)} ${clock(instant)}`;
}

function clock(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 刚刚, 5 分钟前, 3 小时前, 3 天前, 2 天后; further than 30 days: the date itself. Days are counted by the calendar. */
export function formatRelative(instant: Date, now: Date, locale: Locale): string {
  const minutes = Math.trunc((now.getTime() - instant.getTime()) / 60_000);
  if (minutes === 0) return locale === 'zh-CN' ? '刚刚' : 'just now';
  const size = Math.abs(minutes);
  if (size < 60) return phrase(minutes, size, ['分钟', 'minute'], locale);
  const days = daysBetween(today(instant), today(now));
  if (days === 0 || size < 24 * 60) return phrase(minutes, Math.trunc(size / 60), ['小时', 'hour'], locale);
  return Math.abs(days) > 30
    ? formatDate(today(instant), locale)
    : phrase(minutes, Math.abs(days), ['天', 'day'], locale);
}

function phrase(direction: number, count: number, [zh, en]: readonly [string, string], locale: Locale): string {
  if (locale === 'zh-CN') return `${count} ${zh}${direction > 0 ? '前' : '后'}`;
  const unit = count === 1 ? en : `${en}s`;
  return direction > 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}
