import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { Light as Shape } from '@/components/ui/status-light';
import { type CalendarDate, calendarDateOf, daysBetween, isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Reason } from '@/lib/domain/kernel/result';
import type { LightAnswer } from '@/lib/domain/warnings/answers';
import type { Light } from '@/lib/domain/warnings/types';
import { formatDate } from '@/lib/format/date';
import { formatReason } from '@/lib/format/reason';

export const SHAPES: Record<Light, Shape> = { red: 'red', yellow: 'amber', green: 'green', none: 'neutral' };

/** Lights, their reasons and forecasts in words; dates as people read them. */
export function useLightWords() {
  const t = useTranslations('warnings');
  const locale = useLocale();
  const { reasons } = useMessages();
  const day = (date: string) => formatDate(calendarDateOf(date), locale);
  const readable = (value: string | number) => (isCalendarDate(String(value)) ? day(String(value)) : value);

  function sentence({ code, params = {} }: Pick<Reason, 'code' | 'params'>): string {
    const read = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readable(value)]));
    return formatReason({ code, params: read }, reasons);
  }

  /** The date and its range, or why there is none. */
  function forecast(of: LightAnswer['forecast']): { date: string | null; range: string } {
    if (of.kind === 'none') return { date: null, range: t(`none.${of.why}`) };
    if (of.kind === 'complete') return { date: null, range: t('complete', { day: day(of.on) }) };
    const earliest = day(of.earliest);
    if (of.earliest === of.latest) return { date: day(of.middle), range: '' };
    return {
      date: day(of.middle),
      range: of.latest ? t('range', { earliest, latest: day(of.latest) }) : t('rangeOpen', { earliest }),
    };
  }

  function left(dueOn: string, today: CalendarDate): string {
    const days = daysBetween(today, calendarDateOf(dueOn));
    if (days === 0) return t('dueToday');
    return days > 0 ? t('daysLeft', { days: String(days) }) : t('daysLate', { days: String(-days) });
  }

  return { t, locale, day, sentence, forecast, left };
}
