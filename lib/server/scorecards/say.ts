import 'server-only';
import { isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Reason } from '@/lib/domain/kernel/result';
import { inChinese } from '@/lib/domain/notices/paper';
import { formatReason } from '@/lib/format/reason';
import reasons from '@/lib/i18n/messages/zh-CN/reasons';

const written = (value: string | number): string | number =>
  isCalendarDate(String(value)) ? inChinese(String(value)) : value;

/** A reason as an official paper says it: in Chinese whoever asks, days written out, figures close to their words. */
export function sayOnPaper({ code, params = {} }: Reason): string {
  const read = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value)]));
  return formatReason({ code, params: read }, reasons).replace(/ (?=\d)|(?<=\d) (?=[^\d\s])/g, '');
}
